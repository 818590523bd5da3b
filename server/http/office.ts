import { Router, type Request, type Response } from 'express';
import { z } from 'zod';
import { initialSetup } from '../../shared/panel/setup.ts';
import { PRESET_IDS, loadPreset } from '../../shared/framework/presets.ts';
import type { Setup } from '../../shared/panel/terms.ts';
import type { PanelListing } from '../../shared/wire/http.ts';
import { holdsOffice, setOfficeCookie, setSeatCookie } from '../auth/passes.ts';
import { same } from '../auth/secrets.ts';
import { linkIssue } from '../../shared/panel/seats.ts';
import type { Room } from '../panel/room.ts';
import { isSecure, type HttpContext } from './context.ts';
import { refuse } from './problem.ts';
import type { TryLimits } from './try-limits.ts';

const Secret = z.strictObject({ secret: z.string().max(100) });
const NewPanel = z.strictObject({ preset: z.enum([...PRESET_IDS, 'empty']) });

/** The secretary's side of the server: whose device this is, its panels, and new ones. */
export function officeRoutes(context: HttpContext, limits: TryLimits): Router {
  const { rooms, secrets } = context;
  const router = Router();

  const office = (request: Request, response: Response): boolean => {
    if (holdsOffice(secrets, request)) return true;
    refuse(response, 'not-the-office');
    return false;
  };

  const sitDown = (response: Response, room: Room): void => {
    const pass = { seat: 'secretary', issue: linkIssue(room.state, 'secretary') };
    response.append('set-cookie', setSeatCookie(secrets, room.panel, pass, isSecure(context)));
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
    const panels = (await rooms.all()).map(listingOf);
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
    if (!room) return refuse(response, 'unknown-panel');
    sitDown(response, room);
    response.status(204).end();
  });

  return router;
}

/** The setup that a preset starts with; `empty` has one blank indicator to type into. */
export async function setupFrom(id: z.infer<typeof NewPanel>['preset']): Promise<Setup> {
  if (id === 'empty') return initialSetup({ title: '', indicators: [] });
  const preset = await loadPreset(id);
  const setup = initialSetup(preset.framework, preset.selfAssessment);
  return {
    ...setup,
    project: preset.project,
    rules: { ...setup.rules, grades: preset.grades },
  };
}

function listingOf({ panel, state }: Room): PanelListing {
  const cards = state.phase === 'setup' ? [] : Object.values(state.round.cards);
  return {
    panel,
    name: state.setup.project.name,
    phase: state.phase,
    createdAt: state.createdAt,
    experts: state.setup.experts.length,
    handedIn: cards.filter((card) => card.status === 'submitted').length,
  };
}
