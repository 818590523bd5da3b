import { divideHalfUp, type Points } from '../framework/points.ts';
import { markOf, type Marks, type PolicyLeaf } from './cards.ts';
import { rangePercent } from './spread.ts';

/** One expert's marks before and after. */
export interface Pair {
  before: Marks;
  after: Marks;
}

/** How one indicator changed between two rounds, over the experts who scored it in both. */
export interface Shift {
  n: number;
  /** Experts whose score became another one. */
  changed: number;
  /** Mean after − mean before, hundredths of a point, half up by size; null where n is 0. */
  mean: Points | null;
  /** Range after − range before, in hundredths of a percent of the points; null where n is 0. */
  range: number | null;
}

/** All indicators together. */
export interface Stability {
  leaves: Record<string, Shift>;
  /** Scores compared, and how many of them changed. */
  n: number;
  changed: number;
  /** Experts with a score in both rounds, and how many changed at least one. */
  experts: number;
  moved: number;
  /** The sum of the indicators' shifts of the mean, as printed. */
  mean: Points;
  /** Indicators whose range became smaller, larger. */
  narrower: number;
  wider: number;
}

/**
 * How stable the scores were from one round to the next. Only experts who scored an indicator in
 * both rounds are compared: otherwise somebody's arrival would look like a change of mind.
 *
 * Descriptive only, and said so wherever it is shown: with five experts a signed-rank test can't
 * reach p < .05 whatever they do (the smallest two-sided p is 2/2⁵ = .0625).
 */
export function stabilityOf(leaves: readonly PolicyLeaf[], pairs: readonly Pair[]): Stability {
  const moved = new Set<Pair>();
  const compared = new Set<Pair>();
  const shifts = leaves.map((leaf) => {
    const both = pairs.flatMap((pair) => {
      const [before, after] = [scoreOf(pair.before, leaf.id), scoreOf(pair.after, leaf.id)];
      if (before === null || after === null) return [];
      compared.add(pair);
      if (before !== after) moved.add(pair);
      return [{ before, after }];
    });
    return [leaf.id, shiftOf(leaf, both)] as const;
  });
  const sum = (of: (shift: Shift) => number) => shifts.reduce((all, [, each]) => all + of(each), 0);
  return {
    leaves: Object.fromEntries(shifts),
    n: sum(({ n }) => n),
    changed: sum(({ changed }) => changed),
    experts: compared.size,
    moved: moved.size,
    mean: sum(({ mean }) => mean ?? 0),
    narrower: sum(({ range }) => (range !== null && range < 0 ? 1 : 0)),
    wider: sum(({ range }) => (range !== null && range > 0 ? 1 : 0)),
  };
}

function shiftOf(leaf: PolicyLeaf, both: readonly { before: Points; after: Points }[]): Shift {
  const n = both.length;
  if (n === 0) return { n, changed: 0, mean: null, range: null };
  const difference = both.reduce((sum, { before, after }) => sum + after - before, 0);
  const size = divideHalfUp(Math.abs(difference), n);
  const range = (scores: Points[]) =>
    rangePercent(
      scores.sort((a, b) => a - b),
      leaf.points,
    ) ?? 0;
  return {
    n,
    changed: both.filter(({ before, after }) => before !== after).length,
    mean: difference < 0 && size > 0 ? -size : size,
    range: range(both.map(({ after }) => after)) - range(both.map(({ before }) => before)),
  };
}

function scoreOf(card: Marks, id: string): Points | null {
  const mark = markOf(card, id);
  return mark === undefined || mark === 'abstained' ? null : mark.score;
}
