import { type Points, rate } from '../framework/points.ts';

/** How loudly an indicator asks to be talked about. */
export type Flag = 'none' | 'amber' | 'red';

/** Above these, in hundredths of a percent of the indicator's points. */
export const AMBER_ABOVE = 20_00;
export const RED_ABOVE = 40_00;

/**
 * The range, the primary sign of divergence: (max − min) ÷ points in integer hundredths of a
 * percent, half up. `scores` ascend. Null where nobody scored; one score alone has range 0.
 */
export function rangePercent(scores: readonly Points[], points: Points): number | null {
  const [lowest, highest] = [scores[0], scores.at(-1)];
  if (lowest === undefined || highest === undefined || points <= 0) return null;
  return rate(highest - lowest, points);
}

/** Decided on the rounded figure that is printed, so that no page shows 20 % in amber. */
export function rangeFlag(range: number | null): Flag {
  if (range === null || range <= AMBER_ABOVE) return 'none';
  return range <= RED_ABOVE ? 'amber' : 'red';
}
