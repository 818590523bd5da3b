import { subtotalsOf } from '../consensus/subtotals.ts';
import type { Values } from '../consensus/totals.ts';
import type { Points } from '../framework/points.ts';
import type { Framework } from '../framework/terms.ts';

/** Sums as they are printed: none where a leaf below has no value, because missing is not zero. */
export interface CompleteSums {
  /** By level id: what its leaves are worth. */
  points: Record<string, Points>;
  /** By level id. */
  scores: Record<string, Points | null>;
  total: Points | null;
}

export function completeSums(framework: Framework, values: Values): CompleteSums {
  const { levels, total } = subtotalsOf(framework, values);
  const entries = Object.entries(levels);
  return {
    points: Object.fromEntries(entries.map(([id, { points }]) => [id, points])),
    scores: Object.fromEntries(entries.map(([id, sum]) => [id, sum.open ? null : sum.score])),
    total: total.open ? null : total.score,
  };
}
