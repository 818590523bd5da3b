import { renderUnicodeCompact } from 'uqr';
import type { Running } from '../serve.ts';

/** What the person at the terminal needs: where to go, how others get here, who prepares. */
export function printBanner({ local, address, secrets, notices }: Running): void {
  const lines = [
    '',
    renderUnicodeCompact(address, { border: 1 }),
    '',
    `  合议 Heyi is running.`,
    '',
    `  本机 This machine:      ${local}`,
    `  会场网络 On the network: ${address}`,
    `  秘书链接 Secretary:      ${local}/office#${secrets.office()}`,
    '',
    ...notices().map((notice) => `  ! ${notice}`),
    '  Ctrl-C 停止 stops.',
    '',
  ];
  console.log(lines.join('\n'));
}
