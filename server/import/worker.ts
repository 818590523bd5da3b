import { answerJobs } from '../workers/answer.ts';
import { readUpload } from './read-upload.ts';
import { ImportRefused } from './refused.ts';

/** What an uploaded file came to: the sheets as JSON, ready to be sent on, or why it is not read. */
export type ReadUpload =
  { json: Uint8Array } | { refused: { code: string; zh: string; en: string } };

answerJobs<Uint8Array, ReadUpload>(async (bytes) => {
  try {
    const sheets = await readUpload(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length));
    return { json: new TextEncoder().encode(JSON.stringify({ sheets })) };
  } catch (error) {
    if (!(error instanceof ImportRefused)) throw error;
    const { code, zh, en } = error;
    return { refused: { code, zh, en } };
  }
});
