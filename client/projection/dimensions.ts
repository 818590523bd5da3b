import type { Points } from '../../shared/framework/points.ts';
import type { Framework } from '../../shared/framework/terms.ts';
import { leavesUnder } from '../../shared/framework/tree.ts';
import type { Tally } from '../../shared/views/outcome-terms.ts';

/** A leaf as a cell of its dimension's bar. */
export interface Cell {
  id: string;
  /** What the leaf is worth: the cell's width beside the others. */
  points: Points;
  /** Score ÷ points in percent once decided: how far the cell is filled; null before. */
  filled: number | null;
}

export interface Dimension {
  id: string;
  name: string;
  score: Points;
  points: Points;
  open: number;
  cells: Cell[];
}

/** The first level of the tree as the wall shows it. A dimension without levels is its own cell. */
export function dimensionsOf(framework: Framework, tally: Tally): Dimension[] {
  return framework.indicators.map((indicator) => {
    const level = tally.levels[indicator.id] ?? { score: 0, points: 0, open: 0 };
    const cells = leavesUnder(indicator).map(({ id, points }): Cell => {
      const worth = points ?? 0;
      const score = tally.decisions[id]?.score;
      return {
        id,
        points: worth,
        filled: score === undefined ? null : worth > 0 ? (score / worth) * 100 : 100,
      };
    });
    return { id: indicator.id, name: indicator.name, ...level, cells };
  });
}

/** All of them in one row, where a framework has more first-level indicators than a wall has room. */
export function combined(dimensions: readonly Dimension[], name: string): Dimension {
  const sum = (of: (dimension: Dimension) => number) =>
    dimensions.reduce((total, dimension) => total + of(dimension), 0);
  return {
    id: 'all',
    name,
    score: sum(({ score }) => score),
    points: sum(({ points }) => points),
    open: sum(({ open }) => open),
    cells: dimensions.flatMap(({ cells }) => cells),
  };
}
