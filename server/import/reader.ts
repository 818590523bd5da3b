import type { Answer } from '../workers/answer.ts';
import { JobFailed, JobRunner } from '../workers/jobs.ts';
import { startWorker } from '../workers/start.ts';
import { READING_LIMITS } from './limits.ts';
import { ImportRefused } from './refused.ts';
import type { ReadUpload } from './worker.ts';

/** A thread that met a file which it could not read reads no other: nothing of it stays. */
const isSuspect = (answer: Answer<ReadUpload>): boolean =>
  'failed' in answer || 'refused' in answer.result;

/**
 * Reads uploaded files, one after the other, in a thread with a heap and a time that end: no file
 * slows the meetings down or takes the server with it. [IM8]
 */
export class UploadReader {
  readonly #runner: JobRunner<Uint8Array, ReadUpload>;

  constructor(
    runner = new JobRunner<Uint8Array, ReadUpload>(
      () => startWorker('import'),
      READING_LIMITS,
      isSuspect,
    ),
  ) {
    this.#runner = runner;
  }

  /** @throws WorkerBusy where too many wait already. */
  async read(bytes: Uint8Array): Promise<ReadUpload> {
    try {
      return await this.#runner.run(bytes);
    } catch (error) {
      if (!(error instanceof JobFailed)) throw error;
      const { code, zh, en } = new ImportRefused(
        /memory/.test(error.message) ? 'too-much-memory' : 'took-too-long',
      );
      return { refused: { code, zh, en } };
    }
  }

  close(): void {
    this.#runner.close();
  }
}
