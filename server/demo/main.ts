import path from 'node:path';
import { parseArgs } from 'node:util';
import { linkIssue } from '../../shared/panel/seats.ts';
import { printBanner } from '../config/banner.ts';
import { readConfig } from '../config/config.ts';
import { createLogger } from '../config/logger.ts';
import { stopOnSignals } from '../config/signals.ts';
import { serve } from '../serve.ts';
import { createDemoPanel, play } from './play.ts';

/** `npm run demo`; `-- --speed 20` plays twenty times as fast. */
const { values } = parseArgs({ options: { speed: { type: 'string', default: '1' } } });
const speed = Math.max(0.1, Number(values.speed) || 1);

const config = readConfig({ DATA_DIR: path.join('data', 'demo'), ...process.env });
const logger = createLogger(config.dataDir);
const running = await serve(config, logger, path.join(import.meta.dirname, '../client'));
stopOnSignals(running.close, logger);
printBanner(running);

const room = await createDemoPanel(running);
const link = (seat: string): string => {
  const { panel, state } = room;
  const secret = running.secrets.link(panel, seat, linkIssue(state, seat));
  return `${running.local}/join/${panel}/${seat}#${secret}`;
};
console.log(
  [
    '  演示 Demo (illustrative scores 个人评分为演示所拟). Open both and watch:',
    `  投屏 Projection: ${link('projection')}`,
    `  组长 Chair:      ${link('e1')}`,
    `  专家 Expert:     ${link('e2')}`,
    '',
  ].join('\n'),
);
await play(running, room, speed);
console.log('  演示结束 The demo is over: sealed. The pages stay open until you stop the server.');
