import type { Ink } from '../panel/ink.ts';

/**
 * What a cell is, for whoever draws it. `level`: an inner level of the framework, merged over its
 * leaves; `leaf`: the name of a scored indicator; `number`: aligned on its decimal point; `text`:
 * running text; `word`: a short centred word; `label`: names its row; `note`: runs over the table.
 */
export type CellKind = 'head' | 'level' | 'leaf' | 'number' | 'text' | 'word' | 'label' | 'note';

/** A cell on the row and in the column where it starts. `\n` in its text begins a new line. */
export interface Cell {
  kind: CellKind;
  text: string;
  /** Rows and columns it covers, from 1. */
  rows: number;
  columns: number;
  /** A signature to draw above the text. */
  ink?: Ink;
  /** A piece of a long text that the cell above began. */
  continued?: true;
  /** The text goes on in the cell below: with what stands between the two. */
  goesOn?: '' | '\n';
}

/** Rows as HTML has them: each holds the cells that start on it, from left to right. */
export type Rows = readonly (readonly Cell[])[];

export type Orientation = 'portrait' | 'landscape';

/** Width in millimetres that a table takes on A4: the sheet without its side margins of 15 mm. */
export const PAPER_WIDTH: Readonly<Record<Orientation, number>> = { portrait: 180, landscape: 267 };

/** A printed table as data: Word, Excel, PDF and the page draw this same one. */
export interface Table {
  title: string;
  paper: Orientation;
  /** Column widths in millimetres; they add up to `PAPER_WIDTH`. */
  widths: readonly number[];
  /** Repeated on each page. */
  head: Rows;
  body: Rows;
  /** Totals, grade and notes: once, after the last row of the body. */
  foot: Rows;
}

export function cell(kind: CellKind, text: string, rows = 1, columns = 1): Cell {
  return { kind, text, rows, columns };
}

/** A row that a label opens: a sum, a grade, notes. */
export const isSumRow = (row: readonly Cell[]): boolean => row.some(({ kind }) => kind === 'label');

/** A head of one row. */
export function headOf(texts: readonly string[]): Rows {
  return [texts.map((text) => cell('head', text))];
}

/** So many rows are kept on one page where they don't open their document. */
export const SHORT_TABLE = 16;

/**
 * How many of its last rows stay on one page: all of a short table that doesn't open its document,
 * of any other one its totals, grade and notes.
 */
export function keptRows({ body, foot }: Pick<Table, 'body' | 'foot'>, opens: boolean): number {
  const all = body.length + foot.length;
  return opens || all > SHORT_TABLE ? foot.length : all;
}

/** A cell with its place, counted from 0. */
export interface Placed {
  cell: Cell;
  row: number;
  column: number;
}

/** Where each cell lies: it takes the first columns that no cell from a row above covers. */
export function place(rows: Rows): Placed[] {
  const covered: boolean[][] = rows.map(() => []);
  return rows.flatMap((cells, row) =>
    cells.map((each) => {
      let column = 0;
      while (covered[row]![column]) column += 1;
      for (let below = row; below < Math.min(row + each.rows, rows.length); below += 1)
        for (let at = column; at < column + each.columns; at += 1) covered[below]![at] = true;
      return { cell: each, row, column };
    }),
  );
}

/**
 * Rows `from` to `to` (excluded) as a table of their own. A cell that is cut is repeated with its
 * text, so that the second page of a long level still says which level it is.
 */
export function sliceRows(rows: Rows, from: number, to: number): Cell[][] {
  const slice: { column: number; cell: Cell }[][] = rows.slice(from, to).map(() => []);
  for (const { cell: each, row, column } of place(rows)) {
    const start = Math.max(row, from);
    const end = Math.min(row + each.rows, to);
    if (start < end) slice[start - from]!.push({ column, cell: { ...each, rows: end - start } });
  }
  return slice.map((cells) =>
    cells.sort((a, b) => a.column - b.column).map((placed) => placed.cell),
  );
}
