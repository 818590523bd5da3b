import { svelte } from '@sveltejs/vite-plugin-svelte';
import { defineConfig } from 'vitest/config';

/** One test project a kind of cost, so that each can be run alone: `npx vitest run --project unit`. */
const project = (name: string, include: string[], testTimeout: number) => ({
  extends: true as const,
  test: { name, include, testTimeout, hookTimeout: 60_000, fileParallelism: name === 'unit' },
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
      project('architecture', ['test/architecture/**/*.test.ts'], 20_000),
      project(
        'unit',
        [
          'test/{rules,framework,import,consensus,panel,views,scorecard,sync,client,kit}/**/*.test.ts',
        ],
        20_000,
      ),
      project('properties', ['test/properties/**/*.test.ts'], 120_000),
      project('contract', ['test/contract/**/*.test.ts'], 60_000),
      project('server', ['test/{server,faults,protocol,documents}/**/*.test.ts'], 120_000),
      project('browser', ['test/browser/**/*.test.ts'], 420_000),
    ],
  },
});
