import type { Request } from 'express';
import { RateLimiterMemory, type RateLimiterRes } from 'rate-limiter-flexible';

/** Wrong tries from one address: a person who mistypes, not a program that guesses. */
const PER_ADDRESS = { points: 10, duration: 60 };
/**
 * Wrong tries from everywhere: 40 bits of code at 300 tries a minute from any number of addresses
 * take thousands of years, and a whole conference that mistypes still gets in.
 */
const FROM_EVERYWHERE = { points: 300, duration: 60 };

/** Counts wrong secrets and codes only, so that five people behind one address can all join. */
export class TryLimits {
  #address = new RateLimiterMemory(PER_ADDRESS);
  #everywhere = new RateLimiterMemory(FROM_EVERYWHERE);

  /** Seconds until this address may try again; 0 when it may now. */
  async waitFor(request: Request): Promise<number> {
    const [address, everywhere] = await Promise.all([
      this.#address.get(addressOf(request)),
      this.#everywhere.get('all'),
    ]);
    return Math.max(
      secondsLeft(address, PER_ADDRESS.points),
      secondsLeft(everywhere, FROM_EVERYWHERE.points),
    );
  }

  async failed(request: Request): Promise<void> {
    // `penalty` counts without throwing when the limit is passed; `waitFor` judges.
    await Promise.all([this.#address.penalty(addressOf(request)), this.#everywhere.penalty('all')]);
  }
}

const addressOf = (request: Request): string => request.socket.remoteAddress ?? 'unknown';

function secondsLeft(tries: RateLimiterRes | null, allowed: number): number {
  if (!tries || tries.consumedPoints < allowed) return 0;
  return Math.max(1, Math.ceil(tries.msBeforeNext / 1000));
}
