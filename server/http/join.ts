import { Router } from 'express';
import { z } from 'zod';
import { linkIssue, roleOf } from '../../shared/panel/seats.ts';
import type { JoinAnswer } from '../../shared/wire/http.ts';
import type { Doors } from '../auth/doors.ts';
import { setSeatCookie } from '../auth/passes.ts';
import { normaliseCode } from '../auth/secrets.ts';
import { isSecure, type HttpContext } from './context.ts';
import { refuse } from './problem.ts';
import type { TryLimits } from './try-limits.ts';

const JoinBody = z.union([
  z.strictObject({ code: z.string().max(40) }),
  z.strictObject({
    panel: z.string().max(40),
    seat: z.string().max(20),
    secret: z.string().max(100),
  }),
]);

/** Exchanges a code or a link's secret for the seat's cookie (or, with `?token=1`, a token). */
export function joinRoutes(context: HttpContext, doors: Doors, limits: TryLimits): Router {
  const { rooms, secrets } = context;
  const router = Router();

  router.post('/', async (request, response) => {
    const body = JoinBody.safeParse(request.body);
    if (!body.success) return refuse(response, 'malformed');
    // A link's secret has 128 bits and needs no limit, so whoever guesses codes locks nobody out.
    const byCode = 'code' in body.data;
    const wait = byCode ? await limits.waitFor(request) : 0;
    if (wait > 0) return refuse(response, 'too-many-tries', wait);
    const door =
      'code' in body.data
        ? doors.byCode(normaliseCode(body.data.code))
        : doors.byLink(body.data.panel, body.data.seat, body.data.secret);
    const room = door && (await rooms.find(door.panel));
    const role = room && roleOf(room.state.setup, door.seat);
    if (!room || !role) {
      if (byCode) await limits.failed(request);
      return refuse(response, byCode ? 'unknown-code' : 'wrong-secret');
    }

    // Everybody may come in while the store is away; that they came is written when it is back.
    await room
      .execute({ type: 'join' }, door.seat, `join-${linkIssue(room.state, door.seat)}`)
      .catch((error: unknown) =>
        context.logger.warn({ error, panel: door.panel }, 'join not logged'),
      );
    const pass = { seat: door.seat, issue: linkIssue(room.state, door.seat) };
    const answer: JoinAnswer = { panel: door.panel, seat: door.seat, role };
    if (request.query['token'] === '1')
      answer.token = secrets.cookie(door.panel, pass.seat, pass.issue);
    else response.append('set-cookie', setSeatCookie(secrets, door.panel, pass, isSecure(context)));
    response.json(answer);
  });

  return router;
}
