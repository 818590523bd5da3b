// Runs before `npm start` and `npm run demo`, when node_modules may not exist: built-ins only.
// Installs what is missing and builds what has changed; does nothing when neither is needed.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, readdirSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';

const root = path.resolve(import.meta.dirname, '../..');
const INSTALLED = path.join(root, 'node_modules', '.heyi-lockfile');
const BUILT = path.join(root, 'dist', '.heyi-sources');
const SOURCES = [
  'client',
  'server',
  'shared',
  'package.json',
  'package-lock.json',
  'vite.config.ts',
];

const [major, minor] = process.versions.node.split('.').map(Number);
if (major < 20 || (major === 20 && minor < 19)) {
  console.error(`Heyi needs Node.js 20.19 or newer; this is ${process.versions.node}.`);
  process.exit(1);
}

const read = (file) => (existsSync(file) ? readFileSync(file, 'utf8') : '');

export function install() {
  const lockfile = createHash('sha256')
    .update(read(path.join(root, 'package-lock.json')))
    .digest('hex');
  if (read(INSTALLED) === lockfile) return;
  console.log('Installing packages (once) …');
  // The npm that runs this script; `--include=dev` because the build needs its tools everywhere.
  const npm = process.env.npm_execpath;
  const args = ['ci', '--include=dev', '--no-audit', '--no-fund', '--loglevel=error'];
  const { status } = npm
    ? spawnSync(process.execPath, [npm, ...args], { cwd: root, stdio: 'inherit' })
    : spawnSync('npm', args, { cwd: root, stdio: 'inherit' });
  if (status !== 0) {
    console.error('npm could not install the packages; see above, then run the command again.');
    process.exit(status ?? 1);
  }
  writeFileSync(INSTALLED, lockfile);
}

/** Names, sizes and times of all sources: cheap, and enough to notice an edit or a checkout. */
function fingerprint() {
  const hash = createHash('sha256');
  const visit = (file) => {
    const stat = statSync(file);
    if (stat.isDirectory())
      for (const name of readdirSync(file).sort()) visit(path.join(file, name));
    else hash.update(`${path.relative(root, file)} ${stat.size} ${stat.mtimeMs}\n`);
  };
  for (const source of SOURCES) visit(path.join(root, source));
  return hash.digest('hex');
}

export function build() {
  const sources = fingerprint();
  if (read(BUILT) === sources) return;
  console.log('Building (once) …');
  const script = path.join(import.meta.dirname, 'build.mjs');
  const { status } = spawnSync(process.execPath, [script], { cwd: root, stdio: 'inherit' });
  if (status !== 0) process.exit(status ?? 1);
  mkdirSync(path.dirname(BUILT), { recursive: true });
  writeFileSync(BUILT, sources);
}

if (process.argv[1] === import.meta.filename) {
  install();
  build();
}
