/**
 * Turns "frame n is durable", in whatever order, into "the first n frames are": an edit that waits
 * for missing ones must not be counted as saved when a later one is.
 */
export class Receipts {
  #count = 0;
  #told = 0;
  readonly #beyond = new Set<number>();

  /** Frames are counted from 1. */
  durable(frame: number): void {
    this.#beyond.add(frame);
    while (this.#beyond.delete(this.#count + 1)) this.#count++;
  }

  /** How many of the first frames are durable; null when nothing was added since last asked. */
  news(): number | null {
    if (this.#count === this.#told) return null;
    this.#told = this.#count;
    return this.#count;
  }
}
