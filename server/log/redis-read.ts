import { EMPTY, type Head, recordAfter, type Stored } from './chain.ts';
import { LogDamaged, LogRegressed } from './errors.ts';
import type { LogRecord } from './port.ts';
import { headKey, logKey } from './redis-keys.ts';
import { patience, type RedisClient, type RedisLink } from './redis-link.ts';
import { requireContinuation, type Seen } from './redis-seen.ts';

/** Entries a page: a reply of a few MB at most holds nobody else up. */
const PAGE = 500;

/**
 * Records after `after`, read from the stream and verified. Reading starts no later than the head
 * that this process already knows and must pass through it, so what is returned continues that
 * history; a process that knows nothing yet verifies from the first entry on.
 */
export async function readStream(
  redis: RedisLink,
  seen: Seen,
  after: number,
): Promise<LogRecord[]> {
  const { panel, head: mark } = seen;
  const recent = seen.recent(after);
  const start = recent ? mark.position : after;
  // The entry at `start` is fetched too: its hash is what the next one is chained to.
  let from = Math.max(start, 1);
  const [store, first] = await redis.ask(patience(), (client) =>
    Promise.all([headOf(client, panel), pageFrom(client, panel, from)]),
  );
  const needed = Math.max(after, mark.position);
  if (store.position < needed) throw new LogRegressed(panel, needed, store.position);
  /** What a head that is passed must agree with: what was known before, and what is recorded. */
  const pass = (head: Head): Head => {
    if (head.position === mark.position) {
      requireContinuation(panel, mark, store.position, head.hash);
    }
    if (head.position === store.position && head.hash !== store.hash) {
      throw new LogDamaged(panel, head.position, 'it is not the recorded head');
    }
    return head;
  };
  let page = first;
  let head = EMPTY;
  if (start > 0) {
    const anchor = page[0];
    page = page.slice(1);
    if (anchor?.position !== start) throw missing(panel, start);
    head = pass(anchor);
  }
  const following = start > 0 && start === mark.position;
  const records: LogRecord[] = [];
  for (;;) {
    for (const stored of page) {
      const record = next(panel, head, stored);
      head = pass(stored);
      if (following) seen.extend(record, stored.entry.length + (stored.payload?.length ?? 0));
      if (head.position > after) records.push(record);
    }
    if (head.position >= store.position) break;
    from = head.position + 1;
    page = await redis.ask(patience(), (client) => pageFrom(client, panel, from));
    if (page.length === 0) throw missing(panel, from);
  }
  seen.advance({ position: head.position, hash: head.hash });
  return recent ? [...recent, ...records] : records;
}

interface Placed extends Stored {
  position: number;
}

function next(panel: string, head: Head, stored: Placed): LogRecord {
  if (stored.position !== head.position + 1) throw missing(panel, head.position + 1);
  const found = recordAfter(stored, head);
  if ('why' in found) throw new LogDamaged(panel, stored.position, found.why);
  return found.record;
}

async function headOf(client: RedisClient, panel: string): Promise<Head> {
  const [position, hash] = await client.hmGet(headKey(panel), ['position', 'hash']);
  return { position: Number(position ?? 0), hash: hash ?? EMPTY.hash };
}

async function pageFrom(client: RedisClient, panel: string, from: number): Promise<Placed[]> {
  const page = await client.xRange(logKey(panel), `${from}-0`, '+', { COUNT: PAGE });
  return (page ?? []).map(({ id, message }) => ({
    position: Number.parseInt(id, 10),
    entry: message.e ?? '',
    hash: message.h ?? '',
    payload: message.p,
  }));
}

function missing(panel: string, position: number): LogDamaged {
  return new LogDamaged(panel, position, 'the entry is missing');
}
