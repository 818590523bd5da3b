/** The time of day, once a second. Whoever makes one calls `close()`. */
export class Clock {
  #now = $state(Date.now());
  #beat: ReturnType<typeof setInterval>;

  constructor() {
    this.#beat = setInterval(() => (this.#now = Date.now()), 1000);
  }

  /** Milliseconds since 1970. */
  get now(): number {
    return this.#now;
  }

  close(): void {
    clearInterval(this.#beat);
  }
}
