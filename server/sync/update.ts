import type { SyncRefusalCode } from '../../shared/wire/sync.ts';
import { readWhole, Unreadable, type Reader } from './reader.ts';

/** A place in a client's sequence of insertions: Yjs counts characters and values as one each. */
export interface Id {
  client: number;
  clock: number;
}

export type Content =
  | { kind: 'deleted'; length: number }
  | { kind: 'text'; text: string }
  /** Values of one key, each but the last overwritten by the next. */
  | { kind: 'values'; values: (number | string)[] };

/** One insertion, as a Yjs update writes it. */
export interface Struct extends Id {
  length: number;
  /** What stood left and right of it when it was written. */
  origin: Id | null;
  rightOrigin: Id | null;
  /** Where it went: only where neither neighbour tells. */
  root: string | null;
  key: string | null;
  content: Content;
}

/** What one client inserted: structs without a gap from `start` up to, not including, `end`. */
export interface Run {
  start: number;
  end: number;
  structs: Struct[];
}

export interface Update {
  runs: Map<number, Run>;
  deletes: (Id & { length: number })[];
}

/**
 * How many structs one frame may hold: a live one holds one transaction, a catch-up what was done
 * offline. Structs that are made to want the same place cost Yjs n² steps: 1024 can take 0.2 s.
 */
const MAX_STRUCTS = { live: 512, catchUp: 1024 };
/** A catch-up always holds the delete set of the whole document. */
const MAX_DELETES = 8192;
/** Clocks beyond this are nobody's typing; keeps all sums exact. */
const MAX_CLOCK = 2 ** 31;

const DELETED = 1;
const STRING = 4;
const ANY = 8;
const HAS_ORIGIN = 0x80;
const HAS_RIGHT_ORIGIN = 0x40;
const HAS_KEY = 0x20;
const ROOT_BY_NAME = 1;
const ANY_INTEGER = 125;
const ANY_STRING = 119;

/**
 * Decodes a Yjs update (V1) that holds nothing but a scorecard's kinds of content: text, numbers and
 * strings under keys, and tombstones. `Y.decodeUpdate` would build whatever it is told to (documents by the thousand), stops
 * before trailing bytes, and reads some bytes differently from `Y.applyUpdate`; this reads only the
 * forms that both read alike, and stops at the first other one.
 *
 * GC and Skip structs are refused. An honest document has neither: Yjs makes a GC struct only for
 * the children of a deleted type, and a card has no types below its roots; what it deletes (an
 * overwritten value, a removed word) it keeps as a tombstone, `ContentDeleted`, in its place. A Skip
 * stands for a gap, and an honest client that has gaps is itself waiting for edits.
 */
export function readUpdate(bytes: Uint8Array, live = false): Update | SyncRefusalCode {
  const max = live ? MAX_STRUCTS.live : MAX_STRUCTS.catchUp;
  return readWhole(bytes, (reader) => ({ runs: runsIn(reader, max), deletes: deletesIn(reader) }));
}

function runsIn(reader: Reader, maxStructs: number): Map<number, Run> {
  const runs = new Map<number, Run>();
  let left = maxStructs;
  for (let clients = reader.uint(); clients > 0; clients--) {
    const count = reader.uint();
    if (count === 0) throw new Unreadable();
    left -= count;
    if (left < 0) throw new Unreadable('too-large');
    const client = reader.uint();
    // Of two runs of one client Yjs would keep the second only.
    if (runs.has(client)) throw new Unreadable();
    const start = reader.uint();
    const structs: Struct[] = [];
    let clock = start;
    for (let n = 0; n < count; n++) {
      const struct = structIn(reader, client, clock);
      structs.push(struct);
      clock += struct.length;
      if (clock > MAX_CLOCK) throw new Unreadable('too-large');
    }
    runs.set(client, { start, end: clock, structs });
  }
  return runs;
}

function structIn(reader: Reader, client: number, clock: number): Struct {
  const info = reader.byte();
  const kind = info & 0x1f;
  if (kind !== DELETED && kind !== STRING && kind !== ANY) throw new Unreadable('not-a-card');
  const origin = (info & HAS_ORIGIN) === 0 ? null : idIn(reader);
  const rightOrigin = (info & HAS_RIGHT_ORIGIN) === 0 ? null : idIn(reader);
  let root: string | null = null;
  let key: string | null = null;
  if (origin === null && rightOrigin === null) {
    if (reader.uint() !== ROOT_BY_NAME) throw new Unreadable('not-a-card');
    root = reader.text();
    if ((info & HAS_KEY) !== 0) key = reader.text();
  }
  const content = contentIn(reader, kind);
  const length = lengthOf(content);
  // Yjs finds structs by their clocks; one without a length would be taken for its neighbour.
  if (length === 0) throw new Unreadable();
  return { client, clock, length, origin, rightOrigin, root, key, content };
}

const idIn = (reader: Reader): Id => ({ client: reader.uint(), clock: reader.uint() });

function contentIn(reader: Reader, kind: number): Content {
  if (kind === DELETED) return { kind: 'deleted', length: reader.uint() };
  if (kind === STRING) return { kind: 'text', text: reader.text() };
  const length = reader.uint();
  const values: (number | string)[] = [];
  while (values.length < length) values.push(valueIn(reader));
  return { kind: 'values', values };
}

function lengthOf(content: Content): number {
  if (content.kind === 'deleted') return content.length;
  return content.kind === 'text' ? content.text.length : content.values.length;
}

/** Which of them may stand where is for the judge, who knows the place. */
function valueIn(reader: Reader): number | string {
  const type = reader.byte();
  if (type === ANY_STRING) return reader.text();
  if (type !== ANY_INTEGER) throw new Unreadable('not-a-score');
  const value = reader.int();
  if (value < 0 || Object.is(value, -0)) throw new Unreadable('not-a-score');
  return value;
}

function deletesIn(reader: Reader): Update['deletes'] {
  const deletes: Update['deletes'] = [];
  for (let clients = reader.uint(); clients > 0; clients--) {
    const client = reader.uint();
    const count = reader.uint();
    if (deletes.length + count > MAX_DELETES) throw new Unreadable('too-large');
    for (let n = 0; n < count; n++) {
      const clock = reader.uint();
      const length = reader.uint();
      if (length === 0) throw new Unreadable();
      if (clock + length > MAX_CLOCK) throw new Unreadable('too-large');
      deletes.push({ client, clock, length });
    }
  }
  return deletes;
}
