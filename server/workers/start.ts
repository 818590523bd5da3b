import { Worker } from 'node:worker_threads';

/** Programs that run in threads of their own; built as entries beside main (see build.mjs). */
const SOURCES = { documents: '../documents/worker.ts' } as const;

export type WorkerName = keyof typeof SOURCES;

/** More than the largest document takes, and less than would hurt the server. */
const MEMORY_MB = 512;

/** Starts one, from the build or, in a test that imports sources, from the source. */
export function startWorker(name: WorkerName): Worker {
  const built = !import.meta.url.endsWith('.ts');
  const entry = new URL(built ? `./${name}-worker.js` : SOURCES[name], import.meta.url);
  return new Worker(entry, {
    name,
    resourceLimits: { maxOldGenerationSizeMb: MEMORY_MB },
    ...(built ? {} : { execArgv: ['--import', 'tsx'] }),
  });
}
