import { Worker } from 'node:worker_threads';

/** Programs that run in threads of their own; built as entries beside main (see build.mjs). */
const SOURCES = {
  documents: '../documents/worker.ts',
  import: '../import/worker.ts',
} as const;

export type WorkerName = keyof typeof SOURCES;

/**
 * Of heap: more than the largest document takes, and less than would hurt the server. What is read
 * from outside gets less: its bytes are bounded, and a file that wants more is no table.
 */
const MEMORY_MB: Record<WorkerName, number> = { documents: 512, import: 128 };

/** Starts one, from the build or, in a test that imports sources, from the source. */
export function startWorker(name: WorkerName): Worker {
  const built = !import.meta.url.endsWith('.ts');
  const entry = new URL(built ? `./${name}-worker.js` : SOURCES[name], import.meta.url);
  return new Worker(entry, {
    name,
    resourceLimits: { maxOldGenerationSizeMb: MEMORY_MB[name] },
    ...(built ? {} : { execArgv: ['--import', 'tsx'] }),
  });
}
