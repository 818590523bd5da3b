/**
 * A process that appends to an embedded log as fast as it can until it is killed, and prints the
 * number of each append on a line of its own once it was acknowledged. Arguments: the folder, the
 * first number to use, and `acknowledged` or, for the control, `handed-over`.
 */
import { writeSync } from 'node:fs';
import { openEmbeddedLog } from '../../server/log/embedded.ts';
import { draft } from './drafts.ts';

const [dir = '', first = '0', when] = process.argv.slice(2);
const STREAMS = 6;
let next = Number(first);

const log = await openEmbeddedLog(dir);
const stream = async (at: number): Promise<never> => {
  for (;;) {
    const fact = next;
    next += 1;
    const appended = log.append(`killpanel${at % 2}`, [draft({ fact })]);
    if (when === 'acknowledged') await appended;
    // Not process.stdout: what it buffers would die with the process.
    writeSync(1, `${fact}\n`);
    await appended;
  }
};
await Promise.all(Array.from({ length: STREAMS }, (_, at) => stream(at)));
