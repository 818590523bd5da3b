import { Router, type Request, type Response } from 'express';
import { z } from 'zod';
import { documentsOf } from '../../shared/documents/documents.ts';
import type { Document } from '../../shared/documents/document.ts';
import { resultFacts } from '../../shared/documents/facts.ts';
import { fileNameOf } from '../../shared/documents/file-name.ts';
import { DOCUMENT_FORMATS, type DocumentFormat } from '../../shared/documents/formats.ts';
import { formsOf } from '../../shared/documents/forms.ts';
import { recordDocument } from '../../shared/documents/record.ts';
import { sentencesOf } from '../../shared/documents/sentences.ts';
import type { LogJsonEntry } from '../../shared/documents/log-json.ts';
import type { Language } from '../../shared/documents/words.ts';
import { roleOf } from '../../shared/panel/seats.ts';
import { paperFor } from '../../shared/views/paper.ts';
import { viewFor } from '../../shared/views/view-for.ts';
import type { DocumentList } from '../../shared/wire/http.ts';
import type { Room } from '../panel/room.ts';
import { WorkerBusy } from '../workers/jobs.ts';
import type { HttpContext } from './context.ts';
import { disposition } from './disposition.ts';
import { enterRoom, seatOf } from './enter.ts';
import { refuse } from './problem.ts';

const Query = z.object({ language: z.enum(['zh', 'en']).default('zh') });
/** Long enough for a few documents of others to be written. */
const RETRY_SECONDS = 5;

/** The documents that a seat may read, each as a file. */
export function documentRoutes(context: HttpContext): Router {
  const router = Router();

  /** What may be had by the seat of the path; otherwise answers and gives null. */
  const enter = async (request: Request, response: Response): Promise<Offer | null> => {
    const room = await enterRoom(context, request, response);
    if (!room) return null;
    const query = Query.safeParse(request.query);
    if (query.success) return offerOf(context, room, seatOf(request), query.data.language);
    refuse(response, 'malformed');
    return null;
  };

  router.get('/:panel/:seat/documents', async (request, response) => {
    const offer = await enter(request, response);
    if (!offer) return;
    const list: DocumentList = {
      version: offer.version,
      documents: offer.documents.map(({ id, name, title }) => ({
        ...{ id, name, title, file: fileNameOf(offer.project, name) },
        formats: [...DOCUMENT_FORMATS],
      })),
    };
    response.json(list);
  });

  router.get('/:panel/:seat/documents/:file', async (request, response) => {
    const offer = await enter(request, response);
    if (!offer) return;
    const { project, version, language, concluded } = offer;
    const { id, format } = partsOf(request.params.file);
    const document = offer.documents.find((each) => each.id === id);
    if (!document || !format) return refuse(response, concluded ? 'no-such-document' : 'not-yet');
    try {
      const bytes = await context.writer.write({ document, language, format });
      const name = `${fileNameOf(project, document.name)}.${format}`;
      response.setHeader('content-type', TYPES[format]);
      response.setHeader('content-disposition', disposition('attachment', name, id));
      response.setHeader('x-content-type-options', 'nosniff');
      response.setHeader('etag', version);
      response.end(bytes);
    } catch (error) {
      if (error instanceof WorkerBusy) return refuse(response, 'writer-busy', RETRY_SECONDS);
      context.logger.error({ error, document: id, format }, 'document not written');
      refuse(response, 'not-written');
    }
  });

  return router;
}

/** What a seat may have as files. */
interface Offer {
  language: Language;
  project: string;
  /** An ETag: files of the same version are of one moment. */
  version: string;
  concluded: boolean;
  documents: Document[];
}

/**
 * From the very paper and view that the seat is sent: no file can hold more than its reader may know.
 * Before the conclusion these are the forms to fill in by hand. The record is for those who may read
 * the log. [DF1]
 */
async function offerOf(
  { rooms, address }: HttpContext,
  { panel, state, head }: Room,
  seat: string,
  language: Language,
): Promise<Offer> {
  const [paper, view] = [paperFor(panel, state, seat)!, viewFor(state, seat, head)!];
  const { project, framework } = paper.setup;
  const facts = resultFacts(paper, view);
  const role = roleOf(state.setup, seat);
  const offer = {
    ...{ language, project: project.name || framework.title, concluded: facts !== null },
    version: `"${view.version}"`,
  };
  if (!facts) {
    const office = `${address()}/panel/${panel}/secretary`;
    return { ...offer, documents: formsOf(paper, language, office) };
  }
  const documents = documentsOf(facts, language);
  if (role !== 'chair' && role !== 'secretary') return { ...offer, documents };
  const entries = (await rooms.log.read(panel, 0)).map(({ entry }) => entry as LogJsonEntry);
  const record = recordDocument(sentencesOf(entries, facts.setup), facts, language);
  return { ...offer, documents: [...documents, record] };
}

/** 'card-e1.docx' as the document's id and the format; null for one that there is not. */
function partsOf(file: string): { id: string; format: DocumentFormat | null } {
  const dot = file.lastIndexOf('.');
  const format = DOCUMENT_FORMATS.find((each) => each === file.slice(dot + 1)) ?? null;
  return { id: file.slice(0, Math.max(dot, 0)), format };
}

const OFFICE = 'application/vnd.openxmlformats-officedocument';
const TYPES: Record<DocumentFormat, string> = {
  docx: `${OFFICE}.wordprocessingml.document`,
  xlsx: `${OFFICE}.spreadsheetml.sheet`,
  pdf: 'application/pdf',
};
