import { Router, type Request, type Response } from 'express';
import { roleOf } from '../../shared/panel/seats.ts';
import { sittingViewFor } from '../../shared/views/sitting.ts';
import { Room } from '../panel/room.ts';
import type { SittingRoom } from '../sitting/sitting-room.ts';
import type { HttpContext } from './context.ts';
import { answerImport, answerTemplate } from './import.ts';
import { invitationsOf } from './invitations.ts';
import { NewPanel, setupFrom } from './new-panel.ts';
import { refuse, refuseWith } from './problem.ts';

import { UploadLimits } from './upload-limits.ts';

/** What a seat may read of its sitting over HTTP, and the secretary's new projects. */
export function sittingRoutes(context: HttpContext): Router {
  const { rooms, sittings, passes } = context;
  const router = Router();

  /** The sitting, where the request holds this seat; otherwise answers and gives null. */
  const enter = async (request: Request, response: Response): Promise<SittingRoom | null> => {
    const sitting = await sittings.find(request.params['sitting'] as string);
    const bearer = /^Bearer (\S+)$/.exec(request.headers.authorization ?? '')?.[1];
    if (sitting && passes.forSitting(request, sitting, seatOf(request), bearer)) return sitting;
    refuse(response, 'not-your-seat');
    return null;
  };
  const seatOf = (request: Request): string => request.params['seat'] as string;

  /** The same for the secretary alone. */
  const asSecretary = async (request: Request, response: Response): Promise<SittingRoom | null> => {
    const sitting = await enter(request, response);
    if (!sitting || seatOf(request) === 'secretary') return sitting;
    refuse(response, 'not-your-seat');
    return null;
  };

  router.get('/:sitting/:seat/view', async (request, response) => {
    const sitting = await enter(request, response);
    if (!sitting) return;
    const { id, state, panels } = sitting;
    response.json(sittingViewFor(id, state, panels, seatOf(request)));
  });

  router.get('/:sitting/:seat/invitations', async (request, response) => {
    const sitting = await asSecretary(request, response);
    if (sitting) response.json({ invitations: invitationsOf(sitting, context) });
  });

  router.post('/:sitting/:seat/projects', async (request, response) => {
    const sitting = await asSecretary(request, response);
    if (!sitting) return;
    const body = NewPanel.safeParse(request.body);
    if (!body.success) return refuse(response, 'malformed');
    const added = await sittings.addProject(sitting, await setupFrom(body.data.preset));
    if (added instanceof Room) response.status(201).json({ panel: added.panel });
    else refuseWith(response, added);
  });

  const limits = new UploadLimits();
  router.post('/:sitting/:seat/import', async (request, response) => {
    const sitting = await asSecretary(request, response);
    if (sitting) await answerImport(context.uploads, limits, sitting.id, request, response);
  });

  router.get('/:sitting/:seat/import/template.xlsx', async (request, response) => {
    if (await asSecretary(request, response)) await answerTemplate(request, response);
  });

  router.get('/:sitting/:seat/log.json', async (request, response) => {
    const sitting = await enter(request, response);
    if (!sitting) return;
    const role = roleOf(sitting.state.setup, seatOf(request));
    if (role !== 'chair' && role !== 'secretary') return refuse(response, 'not-your-seat');
    const records = await rooms.log.read(sitting.id, 0);
    response.json({
      sitting: sitting.id,
      records: records.map(({ entry, hash }) => ({ entry, hash })),
    });
  });

  return router;
}
