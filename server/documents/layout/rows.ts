import { type Cell, type Placed, place, type Rows } from '../../../shared/documents/table.ts';
import { printable } from '../fonts.ts';
import { balancedLinesOf, linesOf, nameLinesOf } from './lines.ts';
import { CELL_PADDING, type CellStyle, INK_BOX, LEADING, styleOf } from './style.ts';

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

/** Sets the text of rows; each row becomes as high as its highest cell. `widths` in points. */
export function layRows(rows: Rows, widths: readonly number[]): LaidRows {
  const sums = rows.map((row) => row.some(({ kind }) => kind === 'label'));
  const cells = place(rows).map((placed) => layCell(placed, widths, sums[placed.row]!));
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
    for (let at = row; at < row + covered.length; at += 1)
      heights[at] = heights[at]! + missing / covered.length;
  }
  return { cells, heights };
}

function layCell(placed: Placed, widths: readonly number[], sum: boolean): LaidCell {
  const { cell, column } = placed;
  const style = styleOf(cell.kind, sum);
  const x = widths.slice(0, column).reduce((before, each) => before + each, 0);
  const width = widths.slice(column, column + cell.columns).reduce((all, each) => all + each, 0);
  const lines = cellLines(cell, style, width - 2 * style.padding);
  const ink = cell.ink ? INK_BOX.height : 0;
  const needs = ink + lines.length * style.size * LEADING + 2 * CELL_PADDING;
  return { ...placed, style, lines, x, width, needs };
}

function cellLines(cell: Cell, style: CellStyle, width: number): string[] {
  const text = printable(cell.text, style.face);
  if (text === '') return [];
  if (cell.kind === 'number') return text.split('\n');
  return LINES[style.breaks](text, style, width);
}

const LINES = { anywhere: linesOf, evenly: balancedLinesOf, asName: nameLinesOf };
