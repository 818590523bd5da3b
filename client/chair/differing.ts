import { majorityScore, mustAgreeFirst } from '../../shared/consensus/unanimity.ts';
import type { Points } from '../../shared/framework/points.ts';
import type { Item } from './queue.ts';

/** Who keeps an objective indicator from being decided. */
export interface Differing {
  /** What more than half gave; null: no majority, and everybody is named. */
  majority: Points | null;
  who: { name: string; score: Points }[];
}

/** The experts that differ on an objective indicator, or null where it may be decided. */
export function differingOn({ leaf, spread }: Item): Differing | null {
  if (!mustAgreeFirst(leaf, spread.values)) return null;
  const majority = majorityScore(spread.values);
  const who = spread.named.flatMap(({ name, score }) =>
    score === null || score === 'abstained' || score === majority ? [] : [{ name, score }],
  );
  return { majority, who };
}
