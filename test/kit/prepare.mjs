// Runs before `npm test`, when node_modules may not exist: built-ins only. Installs the packages,
// builds what the browser walk opens, and brings the programs that the tests start themselves.
import { spawnSync } from 'node:child_process';
import { build, install } from '../../server/bootstrap/prepare.mjs';

/** Program → Debian package. The font is needed to see Chinese on the screenshots. */
const PROGRAMS = {
  chromium: 'chromium',
  'redis-server': 'redis-server',
  pdftoppm: 'poppler-utils',
};
const FONT = { family: 'Noto Sans CJK SC', package: 'fonts-noto-cjk' };

const answers = (command, ...args) => spawnSync(command, args, { encoding: 'utf8' });
const missing = Object.entries(PROGRAMS)
  .filter(([program]) => answers('which', program).status !== 0)
  .map(([, name]) => name);
if (!(answers('fc-list', ':lang=zh-cn').stdout ?? '').includes('Noto')) missing.push(FONT.package);

if (missing.length > 0) {
  const advice = `apt-get install -y --no-install-recommends ${missing.join(' ')}`;
  const isDebian = answers('which', 'apt-get').status === 0;
  if (!isDebian || process.getuid?.() !== 0) {
    console.error(`The tests need ${missing.join(', ')}. On Debian, as root: ${advice}`);
    process.exit(1);
  }
  console.log(`Installing ${missing.join(', ')} …`);
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  for (const args of [['update', '-qq'], advice.split(' ').slice(1).concat('-qq')]) {
    const { status } = spawnSync('apt-get', args, { env, stdio: ['ignore', 'ignore', 'inherit'] });
    if (status !== 0) {
      console.error(`apt-get ${args[0]} failed. The tests need: ${advice}`);
      process.exit(1);
    }
  }
}

install();
build();
