import { type Head, recordAfter, type Stored } from './chain.ts';
import { LogDamaged } from './errors.ts';
import type { LogRecord } from './port.ts';

/**
 * One record is one line of JSON. The tabs are JSON white space between its members; canonical
 * text holds no raw tab, so a reader cuts the very texts that were hashed out of the line. Parsing
 * instead would forgive what still means the same, such as a bit flip from \u001f to \u001F.
 */
export function lineOf(stored: Stored): string {
  const payload = stored.payload === undefined ? '' : `,\t"payload":${stored.payload}`;
  return `{"hash":"${stored.hash}",\t"entry":${stored.entry}${payload}}\n`;
}

const NEWLINE = 10;
const HASH = '{"hash":"';
const AFTER_HASH = '",';
const ENTRY = '"entry":';
const PAYLOAD = '"payload":';

/** Bytes up to and with the last newline; what follows was never finished, so never acknowledged. */
export function completeLength(bytes: Buffer): number {
  return bytes.lastIndexOf(NEWLINE) + 1;
}

/**
 * The records in `bytes`, which must be whole lines and start right after `head`.
 * @throws LogDamaged at the first line that is not, to the bit, what was written.
 */
export function* recordsIn(bytes: Buffer, panel: string, head: Head): Generator<LogRecord> {
  for (let start = 0, end: number; start < bytes.length; start = end + 1) {
    end = bytes.indexOf(NEWLINE, start);
    const position = head.position + 1;
    if (end < 0) throw new LogDamaged(panel, position, 'the line has no end');
    const stored = cut(bytes.toString('utf8', start, end));
    if (!stored) throw new LogDamaged(panel, position, 'the line is malformed');
    const found = recordAfter(stored, head);
    if ('why' in found) throw new LogDamaged(panel, position, found.why);
    yield found.record;
    head = { position, hash: stored.hash };
  }
}

function cut(line: string): Stored | undefined {
  const [hash, entry, payload, ...more] = line.split('\t');
  if (!hash?.startsWith(HASH) || !hash.endsWith(AFTER_HASH) || more.length > 0) return undefined;
  const stored: Stored = {
    hash: hash.slice(HASH.length, -AFTER_HASH.length),
    entry: '',
  };
  const last = payload === undefined ? '}' : ',';
  if (!entry?.startsWith(ENTRY) || !entry.endsWith(last)) return undefined;
  stored.entry = entry.slice(ENTRY.length, -1);
  if (payload === undefined) return stored;
  if (!payload.startsWith(PAYLOAD) || !payload.endsWith('}')) return undefined;
  stored.payload = payload.slice(PAYLOAD.length, -1);
  return stored;
}
