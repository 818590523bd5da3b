import { Router, type Request, type Response } from 'express';
import { z } from 'zod';
import type { Document } from '../../shared/documents/document.ts';
import { documentsOf } from '../../shared/documents/documents.ts';
import { resultFacts } from '../../shared/documents/facts.ts';
import { fileNameOf } from '../../shared/documents/file-name.ts';
import { DOCUMENT_FORMATS, type DocumentFormat } from '../../shared/documents/formats.ts';
import { paperFor } from '../../shared/views/paper.ts';
import { viewFor } from '../../shared/views/view-for.ts';
import type { DocumentListing } from '../../shared/wire/http.ts';
import { WorkerBusy } from '../workers/jobs.ts';
import type { HttpContext } from './context.ts';
import { disposition } from './disposition.ts';
import { enterRoom, seatOf } from './enter.ts';
import { refuse } from './problem.ts';

const Query = z.object({ language: z.enum(['zh', 'en']).default('zh') });
type Query = z.infer<typeof Query>;
/** Long enough for a few documents of others to be written. */
const RETRY_SECONDS = 5;

/** The documents that a seat may read, each as a file. */
export function documentRoutes(context: HttpContext): Router {
  const router = Router();

  router.get('/:panel/:seat/documents', async (request, response) => {
    const asked = await enter(context, request, response);
    if (!asked) return;
    const documents: DocumentListing[] = asked.documents.map(({ id, name, title }) => ({
      ...{ id, name, title, file: fileNameOf(asked.project, name) },
      formats: [...DOCUMENT_FORMATS],
    }));
    response.json({ documents });
  });

  router.get('/:panel/:seat/documents/:file', async (request, response) => {
    const asked = await enter(context, request, response);
    if (!asked) return;
    const { id, format } = partsOf(request.params.file);
    const document = asked.documents.find((each) => each.id === id);
    if (!document || !format) return refuse(response, 'no-such-document');
    try {
      const { language } = asked;
      const bytes = await context.writer.write({ document, language, format });
      const name = `${fileNameOf(asked.project, document.name)}.${format}`;
      response.setHeader('content-type', TYPES[format]);
      response.setHeader('content-disposition', disposition('attachment', name, document.id));
      response.setHeader('x-content-type-options', 'nosniff');
      response.end(bytes);
    } catch (error) {
      if (error instanceof WorkerBusy) return refuse(response, 'writer-busy', RETRY_SECONDS);
      context.logger.error({ error, document: document.id, format }, 'document not written');
      refuse(response, 'not-written');
    }
  });

  return router;
}

interface Asked extends Query {
  project: string;
  documents: Document[];
}

/**
 * What the seat of the path may have, from the very view that it is sent: no file can hold more than
 * its reader may know. Otherwise answers and gives null. [DF1]
 */
async function enter(
  context: HttpContext,
  request: Request,
  response: Response,
): Promise<Asked | null> {
  const room = await enterRoom(context, request, response);
  if (!room) return null;
  const query = Query.safeParse(request.query);
  const seat = seatOf(request);
  const paper = paperFor(room.panel, room.state, seat);
  const view = viewFor(room.state, seat, room.head);
  const facts = paper && view && resultFacts(paper, view);
  if (!query.success) refuse(response, 'malformed');
  else if (!facts) refuse(response, 'not-yet');
  else {
    const { language } = query.data;
    const { project, framework } = facts.setup;
    const documents = documentsOf(facts, language);
    return { language, documents, project: project.name || framework.title };
  }
  return null;
}

/** 'card-e1.docx' as the document's id and the format; null for one that there is not. */
function partsOf(file: string): { id: string; format: DocumentFormat | null } {
  const dot = file.lastIndexOf('.');
  const format = DOCUMENT_FORMATS.find((each) => each === file.slice(dot + 1)) ?? null;
  return { id: file.slice(0, Math.max(dot, 0)), format };
}

const TYPES: Record<DocumentFormat, string> = {
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  pdf: 'application/pdf',
};
