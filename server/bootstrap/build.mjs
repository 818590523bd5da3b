// Builds the client with vite and the server with esbuild into dist/.
import path from 'node:path';
import { build as bundle } from 'esbuild';
import { build as buildClient } from 'vite';

const root = path.resolve(import.meta.dirname, '../..');

await Promise.all([
  bundle({
    absWorkingDir: root,
    entryPoints: {
      main: 'server/main.ts',
      demo: 'server/demo/main.ts',
      // Named after its thread: see server/workers/start.ts.
      'documents-worker': 'server/documents/worker.ts',
      'import-worker': 'server/import/worker.ts',
    },
    outdir: 'dist/server',
    bundle: true,
    splitting: true,
    packages: 'external',
    platform: 'node',
    target: 'node20',
    format: 'esm',
    sourcemap: 'linked',
    logLevel: 'warning',
  }),
  buildClient({
    root: path.join(root, 'client'),
    configFile: path.join(root, 'vite.config.ts'),
    logLevel: 'warn',
  }),
]);
