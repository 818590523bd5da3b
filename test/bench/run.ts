import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';
import { build as bundle } from 'esbuild';
import { FULL, runRounds, SHORT } from './bench.ts';
import { syncTime } from './measure.ts';
import { printed, settingOf } from './report.ts';
import { startOurs, startTheirs } from './sides.ts';

// npm run bench -- [--short] [--rounds N] [--json FILE]
const { values } = parseArgs({
  options: {
    short: { type: 'boolean', default: false },
    rounds: { type: 'string' },
    json: { type: 'string' },
  },
});
const base = values.short ? SHORT : FULL;
const plan = { ...base, rounds: Number(values.rounds ?? base.rounds) };
if (!(plan.rounds >= 1)) throw new Error(`--rounds ${values.rounds} must be a number from 1`);

const ROOT = path.resolve(import.meta.dirname, '../..');
/** On the same disk as `data/`, so that fdatasync costs what it costs there. */
const FOLDER = path.join(ROOT, 'dist/bench');
const Y_SERVER = path.join(FOLDER, 'y-server.js');

const prepare = pathToFileURL(path.join(ROOT, 'server/bootstrap/prepare.mjs')).href;
((await import(prepare)) as { build: () => void }).build();
mkdirSync(FOLDER, { recursive: true });
await bundle({
  entryPoints: [path.join(import.meta.dirname, 'y-server.ts')],
  outfile: Y_SERVER,
  bundle: true,
  packages: 'external',
  platform: 'node',
  format: 'esm',
});

const setting = settingOf(syncTime(FOLDER), process.argv.slice(2));
const rounds = await runRounds(
  plan,
  {
    ours: () => startOurs(plan.cards, FOLDER),
    theirs: () => startTheirs(plan.cards, Y_SERVER),
  },
  (line) => console.error(line),
);
console.log(`\n${printed(setting, plan, rounds)}\n`);
if (values.json) writeFileSync(values.json, JSON.stringify({ setting, plan, rounds }, null, 2));
