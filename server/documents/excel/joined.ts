import { type Cell, place, type Placed, type Rows } from '../../../shared/documents/table.ts';

/** Points; Excel knows no row higher than 409. */
const HIGHEST = 405;

/** Cells with their places, and the heights of the rows in points. */
export interface SheetRows {
  cells: Placed[];
  heights: number[];
}

/**
 * The rows of one page with the pieces of each text in one cell again, and rows in which nothing
 * begins as one with the row above: on the sheet a long text is cut by pages only.
 */
export function joinedRows(rows: Rows, heights: readonly number[]): SheetRows {
  const cells: Placed[] = [];
  const open = new Map<number, Placed>();
  for (const each of place(rows)) {
    const above = each.cell.continued ? open.get(each.column) : undefined;
    if (above) above.cell = joined(above.cell, each.cell);
    else cells.push(each);
    const text = above ?? each;
    if (text.cell.goesOn === undefined) open.delete(each.column);
    else open.set(each.column, text);
  }
  return folded(cells, heights);
}

function joined(above: Cell, { text, rows, goesOn }: Cell): Cell {
  const { goesOn: between = '', ...rest } = above;
  const whole = { ...rest, text: above.text + between + text, rows: above.rows + rows };
  return goesOn === undefined ? whole : { ...whole, goesOn };
}

function folded(cells: readonly Placed[], heights: readonly number[]): SheetRows {
  const starts = new Set(cells.map(({ row }) => row));
  const sums: number[] = [];
  const places = heights.map((height, row) => {
    const last = sums.length - 1;
    if (starts.has(row) || sums[last]! + height > HIGHEST) return sums.push(height) - 1;
    sums[last]! += height;
    return last;
  });
  return {
    heights: sums,
    cells: cells.map(({ cell, row, column }) => {
      const first = places[row]!;
      const last = places[Math.min(row + cell.rows, places.length) - 1]!;
      return { cell: { ...cell, rows: last - first + 1 }, row: first, column };
    }),
  };
}
