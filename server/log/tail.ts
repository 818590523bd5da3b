import type { LogRecord } from './port.ts';

/** Enough for a follower that lags by seconds at full speed; a panel costs at most twice this. */
const RECORDS = 512;
const CHARACTERS = 1_000_000;

/**
 * The newest records of one panel in memory, so that following the log, which happens after every
 * append, reads no file. Older ones are in the file: memory stays bounded however long a panel is.
 */
export class Tail {
  #records: LogRecord[] = [];
  #sizes: number[] = [];
  #size = 0;

  /** `size`: characters of the stored line. Positions must follow one another. */
  push(record: LogRecord, size: number): void {
    this.#records.push(record);
    this.#sizes.push(size);
    this.#size += size;
    if (this.#records.length > 2 * RECORDS || this.#size > 2 * CHARACTERS) this.#shorten();
  }

  /** Records after `position`, or undefined when some of them are only in the file. */
  after(position: number): LogRecord[] | undefined {
    const first = this.#records[0]?.entry.position;
    if (first === undefined || position + 1 < first) return undefined;
    return this.#records.slice(position + 1 - first);
  }

  #shorten(): void {
    let keep = this.#records.length;
    let size = 0;
    // The newest record always stays, however large, or a follower would read the file each time.
    while (keep > 0 && this.#records.length - keep < RECORDS && (size === 0 || size < CHARACTERS)) {
      keep -= 1;
      size += this.#sizes[keep] ?? 0;
    }
    this.#records.splice(0, keep);
    this.#sizes.splice(0, keep);
    this.#size = size;
  }
}
