/** Milliseconds, never going back; passed in so that a test can hold it. */
export type Clock = () => number;

export interface Allowance {
  perSecond: number;
  /** What can be saved up and spent at once. */
  burst: number;
}

/** A token bucket: refuses only who spends more than `burst` beyond a steady `perSecond`. */
export class Bucket {
  readonly #allowance: Allowance;
  readonly #clock: Clock;
  #left: number;
  #at: number;

  constructor(allowance: Allowance, clock: Clock) {
    this.#allowance = allowance;
    this.#clock = clock;
    this.#left = allowance.burst;
    this.#at = clock();
  }

  /** May go into debt, which has to be waited out; false then. */
  spend(amount: number): boolean {
    const { perSecond, burst } = this.#allowance;
    const now = this.#clock();
    this.#left = Math.min(burst, this.#left + ((now - this.#at) / 1000) * perSecond) - amount;
    this.#at = now;
    return this.#left >= 0;
  }
}
