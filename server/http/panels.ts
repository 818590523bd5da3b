import { Router, type Request, type Response } from 'express';
import { roleOf } from '../../shared/panel/seats.ts';
import { isConcluded, isRevealed } from '../../shared/panel/state.ts';
import { CSV_NAME, resultCsv } from '../../shared/documents/csv.ts';
import { resultFacts } from '../../shared/documents/facts.ts';
import { fileNameOf } from '../../shared/documents/file-name.ts';
import type { LogJson, LogJsonEntry } from '../../shared/documents/log-json.ts';
import { resultJson } from '../../shared/documents/result-json.ts';
import { paperFor } from '../../shared/views/paper.ts';
import { viewFor } from '../../shared/views/view-for.ts';
import { checkpointsOf } from '../seal/checkpoints.ts';
import type { HttpContext } from './context.ts';
import { disposition } from './disposition.ts';
import { enterRoom, seatOf } from './enter.ts';
import { invitationsOf } from './invitations.ts';
import { refuse } from './problem.ts';

/** What a seat may read over HTTP. Everything live goes over the two sockets. */
export function panelRoutes(context: HttpContext): Router {
  const { rooms } = context;
  const router = Router();

  const enter = (request: Request, response: Response) => enterRoom(context, request, response);

  router.get('/:panel/:seat/invitations', async (request, response) => {
    const room = await enter(request, response);
    if (!room) return;
    if (seatOf(request) !== 'secretary') return refuse(response, 'not-your-seat');
    // The seats of a project on an agenda are its sitting's, and so are their links.
    const invitations = room.state.sitting === null ? invitationsOf(room, context) : [];
    response.json({ invitations });
  });

  router.get('/:panel/:seat/paper', async (request, response) => {
    const room = await enter(request, response);
    if (room) response.json(paperFor(room.panel, room.state, seatOf(request)));
  });

  router.get('/:panel/:seat/view', async (request, response) => {
    const room = await enter(request, response);
    if (room) response.json(viewFor(room.state, seatOf(request), room.head));
  });

  router.get('/:panel/:seat/result.json', async (request, response) => {
    const room = await enter(request, response);
    if (!room) return;
    if (seatOf(request) === 'projection') return refuse(response, 'not-your-seat');
    if (!isConcluded(room.state)) return refuse(response, 'not-yet');
    response.json(resultJson(room.state, room.head));
  });

  router.get('/:panel/:seat/result.csv', async (request, response) => {
    const room = await enter(request, response);
    if (!room) return;
    const seat = seatOf(request);
    if (seat === 'projection') return refuse(response, 'not-your-seat');
    const paper = paperFor(room.panel, room.state, seat);
    const view = viewFor(room.state, seat, room.head);
    const facts = paper && view && resultFacts(paper, view);
    if (!facts) return refuse(response, 'not-yet');
    const language = request.query['language'] === 'en' ? 'en' : 'zh';
    const { project, framework } = facts.setup;
    const name = `${fileNameOf(project.name || framework.title, CSV_NAME[language])}.csv`;
    response.setHeader('content-disposition', disposition('attachment', name, 'result'));
    response.type('text/csv; charset=utf-8').send(resultCsv(facts, language));
  });

  router.get('/:panel/:seat/log.json', async (request, response) => {
    const room = await enter(request, response);
    if (!room) return;
    const { panel, state } = room;
    const role = roleOf(state.setup, seatOf(request));
    if (role !== 'chair' && role !== 'secretary') return refuse(response, 'not-your-seat');
    if (!isRevealed(state)) return refuse(response, 'not-yet');
    // Payloads hold drafts and Yjs bytes, which never leave: the chain binds them by digest.
    const records = (await rooms.log.read(panel, 0)).map(({ entry, hash }) => ({
      ...{ entry: entry as LogJsonEntry, hash },
    }));
    const { key } = state;
    const log: LogJson = {
      ...{ panel, records, key },
      checkpoints: checkpointsOf(records, key, context.sealing),
    };
    response.json(log);
  });

  return router;
}
