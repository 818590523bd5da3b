import { parentPort } from 'node:worker_threads';

/** What a job came to; a failure travels as its message. */
export type Answer<Result> = { result: Result } | { failed: string };

/** The worker's side of a `JobRunner`: does each job that comes in and posts what came of it. */
export function answerJobs<Job, Result>(work: (job: Job) => Promise<Result>): void {
  parentPort!.on('message', (job: Job) => {
    Promise.resolve(job)
      .then(work)
      .then((result): Answer<Result> => ({ result }))
      .catch((error: unknown): Answer<Result> => ({ failed: String((error as Error).stack) }))
      .then((answer) => parentPort!.postMessage(answer));
  });
}
