import type { Points } from '../framework/points.ts';
import { dispersion } from './dispersion.ts';

/**
 * What the scores of one indicator look like, to be said in words beside the flag. A screen words
 * it ("2 of 5 below half"); which of them it is, is decided here.
 */
export type Divergence =
  | { kind: 'nobody' }
  | { kind: 'single' }
  | { kind: 'same'; n: number; score: Points }
  /** Some give nothing and some everything. */
  | { kind: 'extremes'; n: number; none: number; full: number }
  /** Some, but not all, give less than half of the points. */
  | { kind: 'below-half'; n: number; below: number }
  /** One is an outlier by the leave-one-out gap, and nobody else is. */
  | { kind: 'one-apart'; n: number; score: Points; above: boolean }
  | { kind: 'spread'; n: number; lowest: Points; highest: Points };

/**
 * The most telling thing about these scores, in any order: the first of `extremes`, `below-half`
 * and `one-apart` that holds, else how far they reach.
 */
export function divergenceOf(
  scores: readonly Points[],
  leaf: { points: Points; step: Points },
): Divergence {
  const n = scores.length;
  const [lowest, highest] = [Math.min(...scores), Math.max(...scores)];
  if (n === 0) return { kind: 'nobody' };
  if (n === 1) return { kind: 'single' };
  if (lowest === highest) return { kind: 'same', n, score: lowest };
  const none = scores.filter((score) => score === 0).length;
  const full = scores.filter((score) => score === leaf.points).length;
  if (none > 0 && full > 0) return { kind: 'extremes', n, none, full };
  // On integers: a score of 2.5 out of 5 is not below half.
  const below = scores.filter((score) => 2 * score < leaf.points).length;
  if (below > 0 && below < n) return { kind: 'below-half', n, below };
  const apart = dispersion(scores, leaf).gaps.filter(({ outlier }) => outlier);
  const [only] = apart;
  if (only && apart.length === 1 && n > 2)
    return { kind: 'one-apart', n, score: only.score, above: only.above };
  return { kind: 'spread', n, lowest, highest };
}
