import type { Points } from '../../shared/framework/points.ts';
import type { Framework } from '../../shared/framework/terms.ts';
import { leavesUnder } from '../../shared/framework/tree.ts';
import type { Tally } from '../../shared/views/terms.ts';

/** A leaf as a cell of its dimension's bar. */
export interface Cell {
  id: string;
  /** Share of the dimension's points, in percent: the cell's width. */
  width: number;
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
        width: level.points > 0 ? (worth / level.points) * 100 : 0,
        filled: score === undefined ? null : worth > 0 ? (score / worth) * 100 : 100,
      };
    });
    return { id: indicator.id, name: indicator.name, ...level, cells };
  });
}
