import { pipeline } from 'node:stream/promises';
import { Router, type Response } from 'express';
import { z } from 'zod';
import {
  type EvidenceFile,
  type FileKind,
  FILE_NAME,
  fileNamed,
  isImage,
  MAX_FILE_BYTES,
} from '../../shared/panel/evidence.ts';
import { paperFor } from '../../shared/views/paper.ts';
import { FileRefused } from '../files/port.ts';
import type { HttpContext } from './context.ts';
import { disposition } from './disposition.ts';
import { enterRoom, seatOf } from './enter.ts';
import { refuse, type ProblemCode } from './problem.ts';
import { UploadLimits } from './upload-limits.ts';

const Name = z.string().regex(FILE_NAME);
const UPLOAD_TYPE = 'application/octet-stream';

/** Files of evidence: the secretary brings them while preparing, every seat that sees them opens them. */
export function fileRoutes(context: HttpContext): Router {
  const { files } = context;
  const router = Router();
  const limits = new UploadLimits();

  router.post('/:panel/:seat/files', async (request, response) => {
    const room = await enterRoom(context, request, response);
    if (!room) return;
    /** An upload that is refused on its way is not read to its end. */
    const turnAway = (code: ProblemCode, retryAfter?: number) => {
      response.setHeader('connection', 'close');
      refuse(response, code, retryAfter);
    };
    if (seatOf(request) !== 'secretary') return turnAway('not-your-seat');
    if (room.state.phase !== 'setup') return turnAway('setup-closed');
    if (!files) return turnAway('no-files');
    const name = Name.safeParse(request.query['name']);
    if (!name.success || request.headers['content-type'] !== UPLOAD_TYPE)
      return turnAway('malformed');
    if (Number(request.headers['content-length'] ?? 0) > MAX_FILE_BYTES)
      return turnAway('file-too-large');
    const wait = await limits.begin(room.panel);
    if (wait > 0) return turnAway('too-many-tries', wait);
    try {
      response.status(201).json(await files.keep(room.panel, name.data, request));
    } catch (error) {
      if (error instanceof FileRefused) return turnAway(error.code);
      // The one who would be answered has gone.
      if (request.destroyed && !request.complete) return;
      throw error;
    } finally {
      limits.end(room.panel);
    }
  });

  router.get('/:panel/:seat/files/:digest', async (request, response) => {
    const room = await enterRoom(context, request, response);
    if (!room) return;
    // What the seat's paper names, and nothing else: one list says who sees which evidence.
    const paper = paperFor(room.panel, room.state, seatOf(request));
    const named = paper && fileNamed(paper.setup.evidence, request.params.digest);
    const opened = named && files && (await files.open(room.panel, named.digest, named.kind));
    if (!opened) return refuse(response, 'no-such-file');
    setHeaders(response, named, opened.size);
    if (request.fresh || request.method === 'HEAD') {
      opened.content.destroy();
      response.status(request.fresh ? 304 : 200).end();
      return;
    }
    // A reader who closes the page ends the stream early; that is no fault.
    await pipeline(opened.content, response).catch((error: NodeJS.ErrnoException) => {
      if (error.code !== 'ERR_STREAM_PREMATURE_CLOSE') throw error;
    });
  });

  return router;
}

const TYPES: Record<FileKind, string> = {
  pdf: 'application/pdf',
  png: 'image/png',
  jpeg: 'image/jpeg',
  webp: 'image/webp',
  gif: 'image/gif',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  pptx: 'application/vnd.openxmlformats-officedocument.presentationml.presentation',
  doc: 'application/msword',
  xls: 'application/vnd.ms-excel',
  ppt: 'application/vnd.ms-powerpoint',
};

/**
 * A file comes from outside and is shown from our own address, so it gets no rights there: no
 * scripts, no guess at another type, and nobody frames it but our own page, which shows it beside
 * the card; what a browser can't show is only ever saved.
 * `no-cache`: the browser may keep it but asks each time, so that a voided link shows nothing.
 */
function setHeaders(response: Response, { digest, name, kind }: EvidenceFile, size: number): void {
  const shown = kind === 'pdf' || isImage(kind);
  response.setHeader('content-type', TYPES[kind]);
  response.setHeader('content-length', size);
  response.setHeader(
    'content-disposition',
    disposition(shown ? 'inline' : 'attachment', name, 'evidence'),
  );
  response.setHeader(
    'content-security-policy',
    "default-src 'none'; frame-ancestors 'self'; sandbox",
  );
  response.setHeader('x-content-type-options', 'nosniff');
  response.setHeader('cache-control', 'private, no-cache');
  response.setHeader('etag', `"${digest}"`);
}
