import { svelte } from '@sveltejs/vite-plugin-svelte';
import { defineConfig } from 'vitest/config';

/**
 * One test project a kind of cost, so that each can be run alone: `npx vitest run --project unit`. They
 * run one after the other: first what only computes, then, file by file, what measures time or kills
 * servers, and last the browsers, which mostly wait, two files at once.
 */
const ORDER = { computes: 0, alone: 1, waits: 2 };

const project = (
  name: string,
  how: keyof typeof ORDER,
  include: string[],
  testTimeout: number,
) => ({
  extends: true as const,
  test: {
    ...{ name, include, testTimeout, hookTimeout: 60_000 },
    fileParallelism: how !== 'alone',
    sequence: { groupOrder: ORDER[how] },
    ...(how === 'waits' ? { maxWorkers: 2 } : {}),
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
      project('properties', 'alone', ['test/properties/**/*.test.ts'], 120_000),
      project('contract', 'alone', ['test/contract/**/*.test.ts'], 60_000),
      project('server', 'alone', ['test/{server,faults,protocol,documents}/**/*.test.ts'], 120_000),
      project('browser', 'waits', ['test/browser/**/*.test.ts'], 420_000),
    ],
  },
});
