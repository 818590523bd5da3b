import { scaleLinear } from 'd3-scale';
import type { Points } from '../../shared/framework/points.ts';
import type { Leaf } from '../../shared/framework/terms.ts';
import type { Spread } from '../../shared/views/score-terms.ts';

/** Rows that two columns of a slide hold so that the back row still reads them. */
export const ROWS = 20;

export interface Row {
  leaf: Leaf;
  spread: Spread;
}

/** The indicators by divergence, the widest first (then in printing order), a slide each. */
export function pagesOf(leaves: readonly Leaf[], spreads: readonly Spread[]): Row[][] {
  const byLeaf = new Map(spreads.map((spread) => [spread.leaf, spread]));
  const rows = leaves.flatMap((leaf) => {
    const spread = byLeaf.get(leaf.id);
    return spread ? [{ leaf, spread }] : [];
  });
  rows.sort((one, other) => (other.spread.range ?? -1) - (one.spread.range ?? -1));
  return Array.from({ length: Math.max(1, Math.ceil(rows.length / ROWS)) }, (_, page) =>
    rows.slice(page * ROWS, (page + 1) * ROWS),
  );
}

/** Scores on a line from 0 to the maximum, in percent of it: where each lies, and the range. */
export interface RangeLine {
  /** Ascending; equal scores once. `order`: how many scores lie left of it. */
  dots: { at: number; order: number }[];
  from: number;
  to: number;
}

/** The line of ascending scores; null where nobody scored. */
export function rangeLine(values: readonly Points[], points: Points): RangeLine | null {
  const at = scaleLinear([0, Math.max(points, 1)], [0, 100]).clamp(true);
  const distinct = values.flatMap((value, order) =>
    value === values[order - 1] ? [] : [{ at: at(value), order }],
  );
  const [first, last] = [distinct[0], distinct.at(-1)];
  return first && last ? { dots: distinct, from: first.at, to: last.at } : null;
}
