import type { Points } from '../framework/points.ts';

/** How many of `n` scores lie within one grid step of their median. */
export interface Agreement {
  within: number;
  n: number;
}

/**
 * Agreement of ascending scores: the share within one grid step of the median (the mean of the
 * middle two for an even n), as counts, because "at least 4 of 5" says more than a percentage.
 */
export function agreementOf(scores: readonly Points[], step: Points): Agreement {
  const n = scores.length;
  // Twice the median, so that a half stays an integer.
  const median2 = (scores[Math.ceil(n / 2) - 1] ?? 0) + (scores[Math.floor(n / 2)] ?? 0);
  const within = scores.filter((score) => Math.abs(2 * score - median2) <= 2 * step).length;
  return { within, n };
}
