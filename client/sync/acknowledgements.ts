/** Which cells are on their way, and when each was last acknowledged. Cells are keys of `keyOf`. */
export class Acknowledgements {
  /** By cell, the number of the local change that last wrote it into this generation. */
  #written = new Map<string, number>();
  #savedAt = new Map<string, number>();
  #last: number | null = null;

  /** Milliseconds since 1970 of the latest acknowledgement; null before the first. */
  get last(): number | null {
    return this.#last;
  }
  get inFlight(): string[] {
    return [...this.#written.keys()];
  }

  written(cell: string, change: number): void {
    this.#written.set(cell, change);
  }
  isWritten(cell: string): boolean {
    return this.#written.has(cell);
  }

  /** Changes up to this number are durable; answers the cells of which all that was written is. */
  saved(change: number, now: number): string[] {
    const cells = this.inFlight.filter((cell) => this.#written.get(cell)! <= change);
    for (const cell of cells) {
      this.#written.delete(cell);
      this.#savedAt.set(cell, now);
      this.#last = now;
    }
    return cells;
  }
  savedAt(cell: string): number | null {
    return this.#savedAt.get(cell) ?? null;
  }

  /** The generation is gone, and what it carried with it. */
  forget(): void {
    this.#written.clear();
  }
}
