import type { Block as Measured } from '../../../shared/documents/paginate.ts';
import {
  type Cell,
  isSumRow,
  type Placed,
  place,
  type Rows,
} from '../../../shared/documents/table.ts';
import { printable } from '../fonts.ts';
import { balancedLinesOf, linesOf, nameLinesOf } from './lines.ts';
import { type Adapt, CELL_PADDING, type CellStyle, INK_BOX, LEADING, styleFor } from './style.ts';

/** A cell with its text in lines. All lengths in points, from the table's top left corner. */
export interface LaidCell extends Placed {
  style: CellStyle;
  lines: string[];
  x: number;
  width: number;
  /** What its ink and its lines take, with padding. */
  needs: number;
}

/** Rows with their heights. */
export interface LaidRows {
  cells: LaidCell[];
  heights: number[];
}

/** Rows as page breaks look at them. */
export function measuredRows(
  rows: Rows,
  { cells, heights }: LaidRows,
): Pick<Measured, 'rows' | 'merged' | 'sums'> {
  const merged = cells.filter(({ cell }) => cell.rows > 1);
  return {
    rows: heights,
    sums: rows.map(isSumRow),
    merged: merged.map(({ row, cell, needs }) => ({
      ...{ from: row, to: row + cell.rows, height: needs },
    })),
  };
}

/** Sets the text of rows; each row becomes as high as its highest cell. `widths` in points. */
export function layRows(rows: Rows, widths: readonly number[], adapt?: Adapt): LaidRows {
  const sums = rows.map(isSumRow);
  const cells = place(rows).map((placed) => layCell(placed, widths, sums[placed.row]!, adapt));
  // A row that only holds pieces of a text must not grow, or there would be a gap in the text.
  const fixed = rows.map((row) => row.some(({ goesOn }) => goesOn !== undefined));
  const heights = rows.map((_, row) =>
    cells.reduce(
      (most, { cell, needs, row: at }) =>
        at === row && cell.rows === 1 ? Math.max(most, needs) : most,
      0,
    ),
  );
  // Small spans first, so that a large one only adds what they leave missing.
  const merged = cells.filter(({ cell }) => cell.rows > 1);
  for (const { cell, row, needs } of merged.sort((a, b) => a.cell.rows - b.cell.rows)) {
    const covered = heights.slice(row, row + cell.rows);
    const missing = needs - covered.reduce((sum, height) => sum + height, 0);
    if (missing <= 0) continue;
    const all = covered.map((_, index) => row + index);
    const free = all.filter((at) => !fixed[at]);
    const grow = free.length > 0 ? free : all.slice(-1);
    for (const at of grow) heights[at] = heights[at]! + missing / grow.length;
  }
  return { cells, heights };
}

function layCell(placed: Placed, widths: readonly number[], sum: boolean, adapt?: Adapt): LaidCell {
  const { cell, column } = placed;
  const style = styleFor(cell, sum, adapt);
  const x = widths.slice(0, column).reduce((before, each) => before + each, 0);
  const width = widths.slice(column, column + cell.columns).reduce((all, each) => all + each, 0);
  const lines = cellLines(cell, style, width - 2 * style.padding);
  const ink = cell.ink ? INK_BOX.height : 0;
  const needs = ink + lines.length * style.size * LEADING + above(cell) + below(cell);
  return { ...placed, style, lines, x, width, needs };
}

/** Padding above and below the text: none where it goes on. */
export const above = ({ continued }: Cell): number => (continued ? 0 : CELL_PADDING);
const below = ({ goesOn }: Cell): number => (goesOn === undefined ? CELL_PADDING : 0);

function cellLines(cell: Cell, style: CellStyle, width: number): string[] {
  const text = printable(cell.text, style.face);
  if (text === '') return [];
  if (cell.kind === 'number') return text.split('\n');
  return LINES[style.breaks](text, style, width);
}

const LINES = { anywhere: linesOf, evenly: balancedLinesOf, asName: nameLinesOf };
