import { formatPoints, type Points } from '../framework/points.ts';
import type { LevelCell } from '../framework/rows.ts';
import type { SumRow } from '../framework/sum-rows.ts';
import { cell, type Cell } from './table.ts';
import { type Language, words } from './words.ts';

const NAMES = ['level1', 'level2', 'level3', 'level4'] as const;

/** '一级指标' … for each level column. */
export function levelHeads(levels: number, language: Language): string[] {
  return Array.from({ length: levels }, (_, at) => words[NAMES[at] ?? 'level4'][language]);
}

/** Inner levels narrow, the leaf's column wider: millimetres that add up to `room`. */
export function levelWidths(levels: number, room: number): number[] {
  const inner = levels < 2 ? 0 : Math.floor((room * 1.24) / (levels - 1)) / 2;
  const widths = Array.from({ length: levels - 1 }, () => inner);
  return [...widths, room - inner * (levels - 1)];
}

/** Level and leaf names of a row; for a sum its label beside the level that it sums up. */
export function nameCells(row: SumRow, levels: number, language: Language): Cell[] {
  if (row.kind === 'sum') return [cell('label', SUBTOTAL[language], 1, levels - row.depth)];
  return row.cells.map(({ leaf, name, rowspan, colspan }: LevelCell) =>
    cell(leaf ? 'leaf' : 'level', name, rowspan, colspan),
  );
}

/** A number, or an empty cell where there is none. */
export function numberCell(points: Points | null | undefined): Cell {
  return cell('number', points === null || points === undefined ? '' : formatPoints(points));
}

const SUBTOTAL = { zh: '小计', en: 'Subtotal' };
