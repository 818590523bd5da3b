import { EMPTY, type Head } from './chain.ts';
import { LogRegressed } from './errors.ts';
import type { LogRecord } from './port.ts';
import { Tail } from './tail.ts';

/**
 * The highest head of a panel that this process has come to know. It is what the next append is
 * chained to, and what an older or other history in the store is recognised by.
 *
 * The newest records are kept, so that the read that follows each append fetches and verifies no
 * record twice. A first read of a whole log keeps none: at a start that is every panel there is.
 */
export class Seen {
  readonly panel: string;
  #head: Head = EMPTY;
  #newest = new Tail();

  constructor(panel: string) {
    this.panel = panel;
  }

  get head(): Head {
    return this.#head;
  }

  /** The records between `after` and `head`, when all of them are at hand. */
  recent(after: number): LogRecord[] | undefined {
    return after >= this.#head.position ? [] : this.#newest.after(after);
  }

  /** A record that was appended or read, in order; `size`: characters of its stored texts. */
  extend(record: LogRecord, size: number): void {
    const { position } = record.entry;
    if (position <= this.#head.position) return;
    if (position > this.#head.position + 1) this.#newest = new Tail();
    this.#newest.push(record, size);
    this.#head = { position, hash: record.hash };
  }

  /** The log is known to go on to `head`, by records that are not at hand. */
  advance(head: Head): void {
    if (head.position <= this.#head.position) return;
    this.#head = head;
    this.#newest = new Tail();
  }
}

/**
 * @param seen a head that was known before
 * @param end where the store's log ends now
 * @param hash what the store holds at `seen.position`; undefined when nothing
 * @throws LogRegressed when the store is not a continuation of `seen`
 */
export function requireContinuation(
  panel: string,
  seen: Head,
  end: number,
  hash: string | undefined,
): void {
  if (seen.position === 0 || (end >= seen.position && hash === seen.hash)) return;
  throw new LogRegressed(panel, seen.position, end);
}
