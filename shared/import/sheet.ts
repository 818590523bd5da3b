/**
 * A sheet as it was read from a workbook, a CSV file or the clipboard: texts in a grid. Numbers are
 * texts as the sheet shows them ("5", "15%"), so that every source reads alike. Rows and columns
 * count from 0 inside and are named as the office table names them ("B7") towards people.
 */
export interface Sheet {
  name: string;
  /** Not shown to who opens the workbook. */
  hidden: boolean;
  rows: readonly (readonly string[])[];
  merges: readonly Merge[];
  hiddenRows: readonly number[];
  hiddenColumns: readonly number[];
  /** Steps by which a cell's text is set in, by address ("B7"); absent: none is, or nothing says so. */
  indents?: Readonly<Record<string, number>>;
}

/** A merged cell: both ends inclusive. Its text is in its first cell. */
export interface Merge {
  top: number;
  left: number;
  bottom: number;
  right: number;
}

export interface Cell {
  row: number;
  column: number;
}

/** What an import may hold; the server refuses more, and says so, before it reads it. */
export const SHEET_LIMITS = {
  sheets: 40,
  /** In one sheet, counted to the last one that holds something. */
  rows: 3000,
  columns: 200,
  /** Cells that hold something, in all sheets together. */
  cells: 60_000,
  merges: 10_000,
  /** Characters of all sheets together. */
  characters: 4_000_000,
} as const;

/** A sheet without merged cells, as pasted cells and CSV are. */
export function plainSheet(name: string, rows: readonly (readonly string[])[]): Sheet {
  return { name, hidden: false, rows, merges: [], hiddenRows: [], hiddenColumns: [] };
}

export const textAt = ({ rows }: Sheet, { row, column }: Cell): string =>
  (rows[row]?.[column] ?? '').trim();

export const widthOf = ({ rows }: Sheet): number =>
  rows.reduce((widest, row) => Math.max(widest, row.length), 0);

/** 'A' for 0, 'AA' for 26. */
export function columnName(column: number): string {
  const rest = column % 26;
  const before = column >= 26 ? columnName(Math.floor(column / 26) - 1) : '';
  return before + String.fromCharCode(65 + rest);
}

/** 'B7', as the office table calls it. */
export const addressOf = ({ row, column }: Cell): string => `${columnName(column)}${row + 1}`;

/** For each cell that a merged one covers, the merge; the first cell of a merge is not covered. */
export class Cover {
  readonly #width: number;
  readonly #merges = new Map<number, Merge>();

  constructor(sheet: Sheet) {
    const height = sheet.rows.length;
    this.#width = widthOf(sheet);
    // No honest sheet covers a cell twice: merges over each other may not cost more than the sheet.
    let left = height * this.#width;
    for (const merge of sheet.merges) {
      // A merge may reach to the end of the world; what lies beyond the texts is of no interest.
      const bottom = Math.min(merge.bottom, height - 1);
      const right = Math.min(merge.right, this.#width - 1);
      left -= Math.max(0, bottom - merge.top + 1) * Math.max(0, right - merge.left + 1);
      if (left < 0) return;
      for (let row = merge.top; row <= bottom; row += 1)
        for (let column = merge.left; column <= right; column += 1)
          this.#merges.set(row * this.#width + column, merge);
    }
  }

  mergeAt({ row, column }: Cell): Merge | null {
    if (column < 0 || column >= this.#width) return null;
    return this.#merges.get(row * this.#width + column) ?? null;
  }

  /** The first cell of the merge that covers this one, or the cell itself. */
  originOf(cell: Cell): Cell {
    const merge = this.mergeAt(cell);
    return merge ? { row: merge.top, column: merge.left } : cell;
  }

  isCovered(cell: Cell): boolean {
    const merge = this.mergeAt(cell);
    return merge !== null && (merge.top !== cell.row || merge.left !== cell.column);
  }
}

/** The sheet with other texts in some cells, by their address: what a person corrected. */
export function withTexts(sheet: Sheet, texts: Readonly<Record<string, string>>): Sheet {
  if (Object.keys(texts).length === 0) return sheet;
  const width = widthOf(sheet);
  const touched = new Set(Object.keys(texts).map((address) => Number(/\d+$/.exec(address)) - 1));
  const rows = sheet.rows.map((row, index) =>
    touched.has(index)
      ? Array.from({ length: width }, (_, column) => {
          return texts[addressOf({ row: index, column })] ?? row[column] ?? '';
        })
      : row,
  );
  return { ...sheet, rows };
}
