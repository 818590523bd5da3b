import { Router, type Request, type Response } from 'express';
import { UPLOAD_LIMITS } from '../import/limits.ts';
import { ImportRefused } from '../import/refused.ts';
import type { UploadReader } from '../import/reader.ts';
import { TEMPLATE_LANGUAGES, templateWorkbook } from '../import/template.ts';
import { WorkerBusy } from '../workers/jobs.ts';
import type { HttpContext } from './context.ts';
import { enterRoom, seatOf } from './enter.ts';
import { refuse, type ProblemCode } from './problem.ts';
import { UploadLimits } from './upload-limits.ts';

const UPLOAD_TYPE = 'application/octet-stream';
/** Seconds until a reading that had no room may be tried again. */
const BUSY = 3;

/** Tables that come in: read, answered as sheets, and kept nowhere. */
export function importRoutes(context: HttpContext): Router {
  const router = Router();
  const limits = new UploadLimits();

  router.post('/:panel/:seat/import', async (request, response) => {
    const room = await enterRoom(context, request, response);
    if (!room) return;
    if (seatOf(request) !== 'secretary') return turnAway(response, 'not-your-seat');
    if (room.state.phase !== 'setup') return turnAway(response, 'setup-frozen');
    await answerImport(context.uploads, limits, room.panel, request, response);
  });

  router.get('/:panel/:seat/import/template.xlsx', async (request, response) => {
    const room = await enterRoom(context, request, response);
    if (!room) return;
    if (seatOf(request) !== 'secretary') return refuse(response, 'not-your-seat');
    await answerTemplate(request, response);
  });

  return router;
}

/** Takes the body, reads it, and answers with its sheets or with what is wrong. [IM8] */
export async function answerImport(
  uploads: UploadReader,
  limits: UploadLimits,
  owner: string,
  request: Request,
  response: Response,
): Promise<void> {
  if (request.headers['content-type'] !== UPLOAD_TYPE) return turnAway(response, 'malformed');
  const wait = await limits.begin(owner);
  if (wait > 0) return turnAway(response, 'too-many-tries', wait);
  try {
    const bytes = await bodyOf(request);
    const read = await uploads.read(bytes);
    if ('refused' in read) response.status(422).json(read.refused);
    else response.type('json').send(Buffer.from(read.json.buffer, 0, read.json.byteLength));
  } catch (error) {
    if (error instanceof WorkerBusy) return turnAway(response, 'import-busy', BUSY);
    if (error instanceof ImportRefused) {
      const { code, zh, en } = error;
      response.setHeader('connection', 'close');
      response.status(413).json({ code, zh, en });
      return;
    }
    // The one who would be answered has gone.
    if (request.destroyed && !request.complete) return;
    throw error;
  } finally {
    limits.end(owner);
  }
}

export async function answerTemplate(request: Request, response: Response): Promise<void> {
  const asked = request.query['language'];
  const language = TEMPLATE_LANGUAGES.find((each) => each === asked) ?? 'zh';
  const name = language === 'zh' ? '指标体系模板.xlsx' : 'framework-template.xlsx';
  response.type('application/vnd.openxmlformats-officedocument.spreadsheetml.sheet');
  response.setHeader(
    'content-disposition',
    `attachment; filename="framework-template.xlsx"; filename*=UTF-8''${encodeURIComponent(name)}`,
  );
  response.send(Buffer.from(await templateWorkbook(language)));
}

/** An upload that is refused on its way is not read to its end. */
function turnAway(response: Response, code: ProblemCode, retryAfter?: number): void {
  response.setHeader('connection', 'close');
  refuse(response, code, retryAfter);
}

/** Counts what comes: a length that somebody declares is nobody's length. */
async function bodyOf(request: Request): Promise<Uint8Array> {
  const tooLarge = () => new ImportRefused('upload-too-large');
  if (Number(request.headers['content-length'] ?? 0) > UPLOAD_LIMITS.bytes) throw tooLarge();
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size > UPLOAD_LIMITS.bytes) throw tooLarge();
    chunks.push(chunk);
  }
  return Buffer.concat(chunks, size);
}
