import { Worker } from 'node:worker_threads';
import { afterEach, describe, expect, test } from 'vitest';
import type { Answer } from '../../server/workers/answer.ts';
import { JobFailed, JobRunner, WorkerBusy } from '../../server/workers/jobs.ts';

/** A thread that answers with the job doubled, and does as it is told. */
const PROGRAM = `
  const { parentPort, threadId } = require('node:worker_threads');
  parentPort.on('message', (job) => {
    if (job === 'crash') throw new Error('told to');
    if (job === 'exit') process.exit(3);
    if (job === 'hang') for (;;);
    if (job === 'fail') return parentPort.postMessage({ failed: 'no such font' });
    parentPort.postMessage({ result: { job, threadId } });
  });
`;

interface Done {
  job: string;
  threadId: number;
}

let runner: JobRunner<string, Done>;
const start = (limits = {}, isSpent?: (answer: Answer<Done>) => boolean) => {
  const all = { ...{ waiting: 3, time: 2000, idle: 60_000 }, ...limits };
  runner = new JobRunner(() => new Worker(PROGRAM, { eval: true }), all, isSpent);
  return runner;
};
afterEach(() => runner.close());

describe('[WK1] jobs in a thread', () => {
  test('are done one after the other by one thread', async () => {
    start();
    const done = await Promise.all(['a', 'b', 'c'].map((job) => runner.run(job)));
    expect(done.map(({ job }) => job)).toEqual(['a', 'b', 'c']);
    expect(new Set(done.map(({ threadId }) => threadId)).size).toBe(1);
  });

  test('a failure is the job’s own, and the thread goes on', async () => {
    start();
    const { threadId } = await runner.run('a');
    await expect(runner.run('fail')).rejects.toThrow('no such font');
    expect((await runner.run('b')).threadId).toBe(threadId);
  });

  test('a thread that an answer spends does no other job', async () => {
    start({}, (answer) => 'failed' in answer || answer.result.job === 'odd');
    const [a, odd, b] = await Promise.all(['a', 'odd', 'b'].map((job) => runner.run(job)));
    expect([odd!.threadId === a!.threadId, b!.threadId === odd!.threadId]).toEqual([true, false]);
    await expect(runner.run('fail')).rejects.toThrow('no such font');
    expect((await runner.run('c')).threadId).not.toBe(b!.threadId);
  });

  test.each(['crash', 'exit'])('a job that ends its thread (%s) harms no other', async (job) => {
    start();
    const bad = runner.run(job);
    const good = runner.run('after');
    await expect(bad).rejects.toThrow(JobFailed);
    expect((await good).job).toBe('after');
  });

  test('a job that takes too long is ended, and the next one is done', async () => {
    start({ time: 300 });
    const bad = runner.run('hang');
    const good = runner.run('after');
    await expect(bad).rejects.toThrow('not done in 300 ms');
    expect((await good).job).toBe('after');
  });

  test('the line is bounded: who comes too many is told so at once', async () => {
    start();
    const line = ['a', 'b', 'c', 'd'].map((job) => runner.run(job));
    await expect(runner.run('e')).rejects.toThrow(WorkerBusy);
    expect((await Promise.all(line)).map(({ job }) => job)).toEqual(['a', 'b', 'c', 'd']);
  });

  test('an idle thread ends, and another one is started when there is work again', async () => {
    start({ idle: 50 });
    const first = await runner.run('a');
    await new Promise((resolve) => setTimeout(resolve, 200));
    expect((await runner.run('b')).threadId).not.toBe(first.threadId);
  });

  test('closing fails what is under way and what waits', async () => {
    start();
    const line = ['hang', 'a'].map((job) => runner.run(job));
    runner.close();
    for (const job of line) await expect(job).rejects.toThrow('the server stops');
  });
});
