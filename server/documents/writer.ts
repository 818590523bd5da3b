import { JobRunner } from '../workers/jobs.ts';
import { startWorker } from '../workers/start.ts';
import type { RenderJob } from './render.ts';

/** Writes documents as files in a thread of its own: nobody's edit waits for somebody's download. */
export class DocumentWriter {
  readonly #jobs = new JobRunner<RenderJob, Uint8Array>(() => startWorker('documents'), {
    // Half a second each: the last in the line waits a quarter of a minute at most.
    ...{ waiting: 32, time: 30_000, idle: 300_000 },
  });

  /** The file's bytes. Throws `WorkerBusy` or `JobFailed`. */
  write(job: RenderJob): Promise<Uint8Array> {
    return this.#jobs.run(job);
  }

  close(): void {
    this.#jobs.close();
  }
}
