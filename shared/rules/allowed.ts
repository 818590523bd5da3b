import { isOnGrid, type Points } from '../framework/points.ts';

/**
 * Whether a score may be given: on the indicator's grid, or exactly what its rule computes. A formula
 * knows no grid (64.4 % of 3 points is 1.93), and rounding it to one would print a number that the
 * calculation beside it does not give. [RU11]
 */
export function isScoreAllowed(
  leaf: { points: Points; step: Points },
  score: unknown,
  computed: Points | null,
): score is Points {
  if (isOnGrid(score, leaf.points, leaf.step)) return true;
  return computed !== null && score === computed && isOnGrid(score, leaf.points, 1);
}
