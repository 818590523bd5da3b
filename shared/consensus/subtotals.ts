import { type Points, rate } from '../framework/points.ts';
import type { Framework, Indicator } from '../framework/terms.ts';
import { isLeaf, leavesUnder, walk } from '../framework/tree.ts';
import { type Values, valueOf } from './totals.ts';

/** What the leaves of a level (or of the whole framework) have come to so far. */
export interface Subtotal {
  /** What all its leaves are worth. */
  points: Points;
  /** What those with a value are worth. */
  settled: Points;
  /** The sum of those values. */
  score: Points;
  /** Number of leaves without a value. */
  open: number;
  /**
   * score ÷ settled in integer hundredths of a percent, half up; null where nothing is settled yet.
   * With nothing open it is score ÷ points, the rate of the printed table.
   */
  rate: number | null;
}

export interface Subtotals {
  total: Subtotal;
  /** By level id. */
  levels: Record<string, Subtotal>;
}

/** Sums of the rounded leaf values, at every level and for the whole. */
export function subtotalsOf(framework: Framework, values: Values): Subtotals {
  const levels = walk(framework).filter(({ indicator }) => !isLeaf(indicator));
  return {
    total: subtotal(framework.indicators.flatMap(leavesUnder), values),
    levels: Object.fromEntries(
      levels.map(({ indicator }) => [indicator.id, subtotal(leavesUnder(indicator), values)]),
    ),
  };
}

function subtotal(leaves: readonly Indicator[], values: Values): Subtotal {
  const sum = { points: 0, settled: 0, score: 0, open: 0 };
  for (const { id, points } of leaves) {
    const value = valueOf(values, id);
    sum.points += points ?? 0;
    if (value === null) {
      sum.open += 1;
    } else {
      sum.settled += points ?? 0;
      sum.score += value;
    }
  }
  return { ...sum, rate: sum.settled === 0 ? null : rate(sum.score, sum.settled) };
}
