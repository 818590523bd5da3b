import type { Mark } from '../../shared/consensus/terms.ts';
import { parsePoints, type Points } from '../../shared/framework/points.ts';
import type { Leaf } from '../../shared/framework/terms.ts';
import { isScoreAllowed } from '../../shared/rules/allowed.ts';

export type Scale = Pick<Leaf, 'points' | 'step'>;

/** What the text in a score field means on an indicator's scale. */
export type Entry =
  | { kind: 'empty' }
  | { kind: 'score'; score: Points }
  | { kind: 'not-a-number' }
  | { kind: 'above' }
  /** `below` and `above`: the nearest scores that may be given. */
  | { kind: 'off-grid'; below: Points; above: Points };

/** `computed`: what the criteria give, which may be taken though it is off the grid. */
export function readEntry(text: string, scale: Scale, computed: Points | null = null): Entry {
  if (text.trim() === '') return { kind: 'empty' };
  const score = parsePoints(text);
  if (score === null) return { kind: 'not-a-number' };
  if (score > scale.points) return { kind: 'above' };
  if (isScoreAllowed(scale, score, computed)) return { kind: 'score', score };
  const below = score - (score % scale.step);
  return { kind: 'off-grid', below, above: Math.min(below + scale.step, scale.points) };
}

/**
 * One step along the scale. Without a score the first step gives the maximum, because deductions are
 * what an expert thinks in; at either end it stays.
 */
export function stepScore(mark: Mark | null, { points, step }: Scale, by: 1 | -1): Points {
  if (mark === null || mark === 'abstained') return points;
  const { score } = mark;
  if (by === 1) return Math.min(points, score - (score % step) + step);
  const over = score % step;
  return Math.max(0, score - (over === 0 ? step : over));
}

/** More values than fit on one row to tap. */
const MOST_QUICK = 11;

/**
 * The scores to tap: those that the criteria name; where they name none, the whole scale if it is
 * short. The maximum is always there. Best first.
 */
export function quickScores(offered: readonly Points[], { points, step }: Scale): Points[] {
  const steps = Math.ceil(points / step);
  const scale = Array.from({ length: steps }, (_, index) => index * step);
  const named = offered.length > 0 ? offered : steps < MOST_QUICK ? scale : [];
  return [...new Set([points, ...named])].sort((a, b) => b - a);
}
