import { Router, type Request, type Response } from 'express';
import { z } from 'zod';
import { handedInCards } from '../../shared/panel/paper-card.ts';
import { seatsInRound } from '../../shared/panel/recusal.ts';
import { initialSetup } from '../../shared/panel/setup.ts';
import { nameOfProject } from '../../shared/sitting/ranking.ts';
import { MAX_TITLE } from '../../shared/sitting/terms.ts';
import type { PanelListing, SittingListing } from '../../shared/wire/http.ts';
import { holdsOffice, setOfficeCookie, setSeatCookie } from '../auth/passes.ts';
import { same } from '../auth/secrets.ts';
import type { Seating } from '../auth/passes.ts';
import type { Room } from '../panel/room.ts';
import type { SittingRoom } from '../sitting/sitting-room.ts';
import { isSecure, type HttpContext } from './context.ts';
import { NewPanel, setupFrom } from './new-panel.ts';
import { refuse } from './problem.ts';
import type { TryLimits } from './try-limits.ts';

const Secret = z.strictObject({ secret: z.string().max(100) });
const NewSitting = z.strictObject({ title: z.string().max(MAX_TITLE), ranking: z.boolean() });

/** The secretary's side of the server: whose device this is, its panels, and new ones. */
export function officeRoutes(context: HttpContext, limits: TryLimits): Router {
  const { rooms, sittings, secrets } = context;
  const router = Router();

  const office = (request: Request, response: Response): boolean => {
    if (holdsOffice(secrets, request)) return true;
    refuse(response, 'not-the-office');
    return false;
  };

  const sitDown = (response: Response, seating: Seating): void => {
    const cookie = setSeatCookie(secrets, seating, 'secretary', isSecure(context));
    response.append('set-cookie', cookie);
  };

  router.get('/', (request, response) => {
    response.json({ secretary: holdsOffice(secrets, request) });
  });

  router.post('/session', async (request, response) => {
    const body = Secret.safeParse(request.body);
    if (!body.success) return refuse(response, 'malformed');
    const wait = await limits.waitFor(request);
    if (wait > 0) return refuse(response, 'too-many-tries', wait);
    if (!same(body.data.secret, secrets.office())) {
      await limits.failed(request);
      return refuse(response, 'wrong-secret');
    }
    response.append('set-cookie', setOfficeCookie(secrets, isSecure(context)));
    response.status(204).end();
  });

  router.get('/panels', async (request, response) => {
    if (!office(request, response)) return;
    const alone = (await rooms.all()).filter(({ state }) => state.sitting === null);
    const panels = alone.map(listingOf);
    panels.sort((a, b) => b.createdAt.localeCompare(a.createdAt));
    response.json({ panels });
  });

  router.post('/panels', async (request, response) => {
    if (!office(request, response)) return;
    const body = NewPanel.safeParse(request.body);
    if (!body.success) return refuse(response, 'malformed');
    const room = await rooms.create(await setupFrom(body.data.preset));
    sitDown(response, room);
    response.status(201).json({ panel: room.panel });
  });

  router.post('/panels/:panel/session', async (request, response) => {
    if (!office(request, response)) return;
    const room = await rooms.find(request.params.panel);
    // The secretary of a project on an agenda is that of its sitting.
    if (!room || room.state.sitting !== null) return refuse(response, 'unknown-panel');
    sitDown(response, room);
    response.status(204).end();
  });

  router.get('/sittings', async (request, response) => {
    if (!office(request, response)) return;
    const listed = (await sittings.all()).map(sittingListingOf);
    listed.sort((a, b) => b.createdAt.localeCompare(a.createdAt));
    response.json({ sittings: listed });
  });

  router.post('/sittings', async (request, response) => {
    if (!office(request, response)) return;
    const body = NewSitting.safeParse(request.body);
    if (!body.success) return refuse(response, 'malformed');
    const { experts, chair, rules } = initialSetup({ title: '', indicators: [] });
    const { title, ranking } = body.data;
    const sitting = await sittings.create(title, { experts, chair, rules }, ranking);
    sitDown(response, sitting);
    response.status(201).json({ sitting: sitting.id });
  });

  router.post('/sittings/:sitting/session', async (request, response) => {
    if (!office(request, response)) return;
    const sitting = await sittings.find(request.params.sitting);
    if (!sitting) return refuse(response, 'unknown-panel');
    sitDown(response, sitting);
    response.status(204).end();
  });

  return router;
}

function listingOf({ panel, state }: Room): PanelListing {
  const seats = state.phase === 'setup' ? null : seatsInRound(state);
  return {
    panel,
    name: state.setup.project.name,
    phase: state.phase,
    createdAt: state.createdAt,
    experts: seats?.length ?? state.setup.experts.length,
    handedIn: state.phase === 'setup' ? 0 : Object.keys(handedInCards(state)).length,
  };
}

function sittingListingOf({ id, state, panels }: SittingRoom): SittingListing {
  const projects = state.agenda.flatMap((panel) => panels.get(panel) ?? []);
  return {
    sitting: id,
    title: state.title,
    createdAt: state.createdAt,
    projects: projects.map((project) => ({ name: nameOfProject(project), phase: project.phase })),
  };
}
