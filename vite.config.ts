import { svelte } from '@sveltejs/vite-plugin-svelte';
import { defineConfig } from 'vitest/config';

/**
 * One test project a kind of cost, so that each can be run alone: `npx vitest run --project unit`. The
 * kinds run one after the other: what only computes; what starts servers or stores, two files at once;
 * file by file what measures time or races processes; and the browsers, two files at once. A worker
 * keeps its modules for the next file, which nothing in them minds; what is timed gets a new one.
 */
const ORDER = { computes: 0, serves: 1, alone: 2, browses: 3 };

/** Asks that something takes no longer than so, or needs two processes to meet at one moment. */
const TIMED = [
  'test/contract/log-redis-outage.test.ts',
  'test/server/{bench,import,socket,start,sync-heartbeat,sync-hostile,workers}.test.ts',
  'test/faults/**/*.test.ts',
];

const project = (
  name: string,
  how: keyof typeof ORDER,
  include: string[],
  testTimeout: number,
) => ({
  extends: true as const,
  test: {
    ...{ name, include, testTimeout, hookTimeout: 60_000 },
    ...(how === 'alone'
      ? { fileParallelism: false }
      : { exclude: TIMED, maxWorkers: 2, isolate: false }),
    // A signal to stop reaches processes only, and then those end the servers that they started.
    pool: how === 'computes' ? ('threads' as const) : ('forks' as const),
    sequence: { groupOrder: ORDER[how] },
  },
});

export default defineConfig({
  root: 'client',
  publicDir: 'public',
  plugins: [svelte({ configFile: false })],
  build: { outDir: '../dist/client', emptyOutDir: true, target: 'es2022', assetsInlineLimit: 0 },
  test: {
    root: '.',
    environment: 'node',
    reporters: ['default', './test/kit/closing-line.ts'],
    projects: [
      project('architecture', 'computes', ['test/architecture/**/*.test.ts'], 20_000),
      project(
        'unit',
        'computes',
        [
          'test/{rules,framework,import,consensus,panel,views,scorecard,sync,client,kit}/**/*.test.ts',
        ],
        20_000,
      ),
      project('properties', 'computes', ['test/properties/**/*.test.ts'], 120_000),
      project('contract', 'serves', ['test/contract/**/*.test.ts'], 60_000),
      project('server', 'serves', ['test/{server,protocol,documents}/**/*.test.ts'], 120_000),
      project('timed', 'alone', TIMED, 120_000),
      project('browser', 'browses', ['test/browser/**/*.test.ts'], 420_000),
    ],
  },
});
