import { EMPTY, type Head } from './chain.ts';
import { LogRegressed } from './errors.ts';

/**
 * The highest head of a panel that this process has come to know. It is what the next append is
 * chained to, and what an older or other history in the store is recognised by.
 */
export class Seen {
  #head: Head = EMPTY;
  readonly panel: string;

  constructor(panel: string) {
    this.panel = panel;
  }

  get head(): Head {
    return this.#head;
  }

  advance(head: Head): void {
    if (head.position > this.#head.position) this.#head = head;
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
