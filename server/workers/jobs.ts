import type { Worker } from 'node:worker_threads';
import type { Answer } from './answer.ts';

/** So many jobs wait already that another one would only wait in vain. */
export class WorkerBusy extends Error {}

/** The job failed, took too long or ended its thread. */
export class JobFailed extends Error {}

export interface JobLimits {
  /** Jobs that may wait, the one under way not counted. */
  waiting: number;
  /** For one job, in milliseconds. */
  time: number;
  /** A thread without work ends after so many milliseconds and gives its memory back. */
  idle: number;
}

interface Pending<Job, Result> {
  job: Job;
  resolve: (result: Result) => void;
  reject: (error: Error) => void;
}

/**
 * Work that would block the event loop, done by one thread, one job after the other. The thread is
 * started with the first job and again after a job that ended it: no job harms the next.
 */
export class JobRunner<Job, Result> {
  readonly #startWorker: () => Worker;
  readonly #limits: JobLimits;
  readonly #isSpent: (answer: Answer<Result>) => boolean;
  #queue: Pending<Job, Result>[] = [];
  #current: Pending<Job, Result> | null = null;
  #worker: Worker | null = null;
  #timer: NodeJS.Timeout | undefined;

  /** `isSpent`: after such an answer the thread is ended, so that nothing of the job is left in it. */
  constructor(
    startWorker: () => Worker,
    limits: JobLimits,
    isSpent: (answer: Answer<Result>) => boolean = () => false,
  ) {
    this.#startWorker = startWorker;
    this.#limits = limits;
    this.#isSpent = isSpent;
  }

  /** What the worker made of the job. Throws `WorkerBusy` at once and `JobFailed` later. */
  run(job: Job): Promise<Result> {
    if (this.#queue.length >= this.#limits.waiting)
      return Promise.reject(new WorkerBusy(`${this.#queue.length} jobs waiting`));
    return new Promise((resolve, reject) => {
      this.#queue.push({ job, resolve, reject });
      this.#next();
    });
  }

  /** Ends the thread; what is under way or waits fails. */
  close(): void {
    const stopped = new JobFailed('the server stops');
    const waiting = this.#queue.splice(0);
    this.#end(stopped);
    for (const { reject } of waiting) reject(stopped);
  }

  #next(): void {
    if (this.#current) return;
    clearTimeout(this.#timer);
    const next = this.#queue.shift();
    if (!next) {
      this.#timer = setTimeout(() => this.#end(null), this.#limits.idle).unref();
      return;
    }
    this.#current = next;
    this.#timer = setTimeout(
      () => this.#end(new JobFailed(`not done in ${this.#limits.time} ms`)),
      this.#limits.time,
    );
    this.#worker ??= this.#start();
    this.#worker.postMessage(next.job);
  }

  #start(): Worker {
    const worker = this.#startWorker();
    worker.unref();
    worker.on('message', (answer: Answer<Result>) => {
      const done = this.#current;
      this.#current = null;
      if (this.#isSpent(answer)) this.#retire();
      if ('result' in answer) done?.resolve(answer.result);
      else done?.reject(new JobFailed(answer.failed));
      this.#next();
    });
    const ended = (error: Error) => {
      if (this.#worker === worker) this.#end(new JobFailed(error.message));
    };
    worker.on('error', ended);
    worker.on('exit', (code) => ended(new Error(`the thread ended with ${code}`)));
    return worker;
  }

  #retire(): void {
    const worker = this.#worker;
    this.#worker = null;
    void worker?.terminate();
  }

  /** Ends the thread and fails what is under way; the next job gets a fresh one. */
  #end(failure: JobFailed | null): void {
    clearTimeout(this.#timer);
    const [worker, failed] = [this.#worker, this.#current];
    [this.#worker, this.#current] = [null, null];
    void worker?.terminate();
    if (failed && failure) failed.reject(failure);
    if (this.#queue.length > 0) this.#next();
  }
}
