import { paginate } from '../../../shared/documents/paginate.ts';
import { place, type Rows, sliceRows, type Table } from '../../../shared/documents/table.ts';
import { inPieces, keptPieces } from '../layout/pieces.ts';
import { layRows, measuredRows } from '../layout/rows.ts';
import { INK_BOX } from '../layout/style.ts';
import { inkPng } from '../pictures.ts';
import { levelText } from '../plain.ts';
import type { Grid } from './grid.ts';
import { joinedRows, type SheetRows } from './joined.ts';
import { asInExcel, tableStyle } from './style.ts';

/** Between a cell's upper rule and a signature in it, in points. */
const PADDING_ABOVE = 2;

/** Where a table lies: rows from 0, `to` excluded. */
export interface PutTable {
  head: { from: number; to: number };
  /** The last row of each page but the last one. */
  breaks: number[];
}

/**
 * Writes a table page by page: breaks are set where the paper has them, and a merged cell that a page
 * cuts is two cells with the same text, because Excel prints it on the first page only. `page`: its
 * height in points, of which `used` is taken.
 */
export function putTable(
  grid: Grid,
  table: Table,
  {
    widths,
    page,
    used,
    opens,
  }: { widths: readonly number[]; page: number; used: number; opens: boolean },
): PutTable {
  const rows = inPieces(withLevelLines([...table.body, ...table.foot]), widths, asInExcel);
  const head = layRows(table.head, widths, asInExcel);
  const body = layRows(rows, widths, asInExcel);
  const pages = paginate(
    [
      {
        ...{ head: sum(head.heights), gap: 0, ...measuredRows(rows, body) },
        keep: keptPieces(table, opens, rows.length),
      },
    ],
    page,
    used,
  );
  const from = grid.row;
  putRows(grid, { cells: place(table.head), heights: head.heights }, widths);
  const put: PutTable = { head: { from, to: grid.row }, breaks: [] };
  for (const part of pages.flat()) {
    if (part.from > 0) put.breaks.push(grid.row - 1);
    const slice = sliceRows(rows, part.from, part.to);
    putRows(grid, joinedRows(slice, layRows(slice, widths, asInExcel).heights), widths);
  }
  return put;
}

/** Points of a level on a line of their own. */
function withLevelLines(rows: Rows): Rows {
  return rows.map((cells) =>
    cells.map((cell) => (cell.kind === 'level' ? { ...cell, text: levelText(cell.text) } : cell)),
  );
}

function putRows(grid: Grid, { cells, heights }: SheetRows, widths: readonly number[]): void {
  const first = grid.row;
  const sums = new Set(cells.filter(({ cell }) => cell.kind === 'label').map(({ row }) => row));
  for (const height of heights) grid.next(height);
  for (const { cell, row, column } of cells) {
    const at = { row: first + row, column, rows: cell.rows, columns: cell.columns };
    const style = (format?: string) => tableStyle(cell, sums.has(row), format);
    if (cell.kind === 'number') grid.number(at, cell.text, style);
    else grid.text(at, cell.text, style());
    if (cell.ink) {
      const room = sum(widths.slice(column, column + cell.columns));
      const x = Math.max(0, (room - INK_BOX.width) / 2);
      grid.picture(at, { ...INK_BOX, data: inkPng(cell.ink), alt: cell.text, x, y: PADDING_ABOVE });
    }
  }
}

const sum = (numbers: readonly number[]): number => numbers.reduce((all, each) => all + each, 0);
