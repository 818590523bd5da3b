import type { Points } from './points.ts';
import type { Framework, Indicator } from './terms.ts';
import { derivedPoints, isLeaf, leavesUnder } from './tree.ts';

/** A cell of the level columns, on the row where it starts. */
export interface LevelCell {
  id: string;
  name: string;
  /** What its leaves add up to; a leaf's own points, 0 where they are not set. */
  points: Points;
  /** What the secretary wrote for it, or null; differs from `points` where a sum is off. */
  declared: Points | null;
  /** The level column it starts in, from 1. */
  depth: number;
  /** Rows it covers: one for each of its leaves. */
  rowspan: number;
  /** Level columns it covers: more than one for a leaf that is not on the last level. */
  colspan: number;
  leaf: boolean;
}

/** A row of a printed framework: one leaf, and the cells that start on its row, left to right. */
export interface FrameworkRow {
  leaf: Indicator;
  cells: LevelCell[];
}

/**
 * A framework as the merged table that the references print: a row for each leaf in printing order.
 * `levels` is the number of level columns; a tree that is deeper than that gets the cells all the
 * same, one more column each, so that nothing is hidden.
 */
export function rowsOf(framework: Framework, levels: number): FrameworkRow[] {
  return framework.indicators.flatMap((indicator) => rowsUnder(indicator, 1, levels));
}

function rowsUnder(indicator: Indicator, depth: number, levels: number): FrameworkRow[] {
  const leaf = isLeaf(indicator);
  const cell: LevelCell = {
    id: indicator.id,
    name: indicator.name,
    points: derivedPoints(indicator),
    declared: indicator.points,
    depth,
    rowspan: leavesUnder(indicator).length,
    colspan: leaf ? Math.max(1, levels - depth + 1) : 1,
    leaf,
  };
  if (leaf) return [{ leaf: indicator, cells: [cell] }];
  const rows = indicator.children.flatMap((child) => rowsUnder(child, depth + 1, levels));
  return rows.map((row, index) => (index === 0 ? { ...row, cells: [cell, ...row.cells] } : row));
}
