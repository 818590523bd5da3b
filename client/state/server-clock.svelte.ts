/**
 * The server's time of day, once a second: entry times are the server's, and a device's clock may be
 * minutes wrong. Whoever makes one calls `close()`.
 */
export class ServerClock {
  #ahead: () => number;
  #device = $state(Date.now());
  #beat: ReturnType<typeof setInterval>;

  /** `ahead`: milliseconds that the server's clock is ahead of this device's. */
  constructor(ahead: () => number) {
    this.#ahead = ahead;
    this.#beat = setInterval(() => (this.#device = Date.now()), 1000);
  }

  /** Milliseconds since 1970. */
  get now(): number {
    return this.#device + this.#ahead();
  }

  close(): void {
    clearInterval(this.#beat);
  }
}
