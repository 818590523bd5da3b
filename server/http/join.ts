import { Router } from 'express';
import { z } from 'zod';
import { linkIssue, roleOf } from '../../shared/panel/seats.ts';
import type { JoinAnswer } from '../../shared/wire/http.ts';
import type { SeatId } from '../../shared/panel/terms.ts';
import { isSittingId } from '../../shared/sitting/terms.ts';
import type { Door, Doors } from '../auth/doors.ts';
import { setSeatCookie } from '../auth/passes.ts';
import { normaliseCode } from '../auth/secrets.ts';
import type { Room } from '../panel/room.ts';
import type { SittingRoom } from '../sitting/sitting-room.ts';
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
  z.strictObject({
    sitting: z.string().max(40),
    seat: z.string().max(20),
    secret: z.string().max(100),
  }),
]);

/** Exchanges a code or a link's secret for the seat's cookie (or, with `?token=1`, a token). */
export function joinRoutes(context: HttpContext, doors: Doors, limits: TryLimits): Router {
  const { rooms, sittings, secrets } = context;
  const router = Router();

  router.post('/', async (request, response) => {
    const body = JoinBody.safeParse(request.body);
    if (!body.success) return refuse(response, 'malformed');
    // A link's secret has 128 bits and needs no limit, so whoever guesses codes locks nobody out.
    const byCode = 'code' in body.data;
    const wait = byCode ? await limits.waitFor(request) : 0;
    if (wait > 0) return refuse(response, 'too-many-tries', wait);
    const door = doorFor(body.data);
    const seating = door && (await find(door.seating));
    const role = seating && roleOf(seating.state.setup, door.seat);
    if (!seating || !role) {
      if (byCode) await limits.failed(request);
      return refuse(response, byCode ? 'unknown-code' : 'wrong-secret');
    }

    const { seat } = door;
    await arrive(seating, seat);
    const answer: JoinAnswer = isSittingId(seating.id)
      ? { sitting: seating.id, seat, role }
      : { panel: seating.id, seat, role };
    const issue = linkIssue(seating.state, seat);
    if (request.query['token'] === '1') answer.token = secrets.cookie(seating.id, seat, issue);
    else response.append('set-cookie', setSeatCookie(secrets, seating, seat, isSecure(context)));
    response.json(answer);
  });

  function doorFor(body: z.infer<typeof JoinBody>): Door | undefined {
    if ('code' in body) return doors.byCode(normaliseCode(body.code));
    return doors.byLink('panel' in body ? body.panel : body.sitting, body.seat, body.secret);
  }

  const find = async (id: string): Promise<Room | SittingRoom | null> =>
    isSittingId(id) ? sittings.find(id) : rooms.find(id);

  /** Everybody may come in while the store is away; that they came is written when it is back. */
  async function arrive(seating: Room | SittingRoom, seat: SeatId): Promise<void> {
    const operation = `join-${linkIssue(seating.state, seat)}`;
    await seating.execute({ type: 'join' }, seat, operation).catch((error: unknown) => {
      context.logger.warn({ error, seating: seating.id }, 'join not logged');
    });
  }

  return router;
}
