import type { Cell, CellStyle, MergeRange, WriteSheet } from 'hucre/xlsx';
import { plain } from '../plain.ts';
import { cellNumber } from './numbers.ts';

/** The rows of a sheet as they are written one below the other. */
export class Grid {
  readonly cells = new Map<string, Partial<Cell>>();
  readonly merges: MergeRange[] = [];
  readonly rowDefs = new Map() as NonNullable<WriteSheet['rowDefs']>;
  readonly pictures: PlacedPicture[] = [];
  readonly columns: number;
  #row = 0;

  constructor(columns: number) {
    this.columns = columns;
  }

  /** The row that is written next, from 0. */
  get row(): number {
    return this.#row;
  }

  /** Begins a row of so many points; the index of the row. */
  next(height: number): number {
    // Excel knows no higher row.
    this.rowDefs.set(this.#row, { height: Math.min(409, Math.ceil(height * 4) / 4) });
    this.#row += 1;
    return this.#row - 1;
  }

  /** Of the rows from `from` to `to` (excluded), in points. */
  height(from: number, to: number): number {
    let sum = 0;
    for (let row = from; row < to; row += 1) sum += this.rowDefs.get(row)?.height ?? 0;
    return sum;
  }

  /** Text, always as text: what looks like a formula is none. */
  text(place: Place, text: string, style: CellStyle): void {
    this.#put(place, { value: plain(text), type: 'string', style });
  }

  /** A number as a number with its printed decimals, anything else as text. */
  number(place: Place, printed: string, styleOf: (format?: string) => CellStyle): void {
    const number = cellNumber(printed);
    if (!number) return this.text(place, printed, styleOf());
    const { value, format } = number;
    this.#put(place, { value, type: 'number', style: styleOf(format) });
  }

  /** A picture in a cell. */
  picture({ row, column }: Place, picture: Picture): void {
    this.pictures.push({ ...picture, row, column });
  }

  get images(): NonNullable<WriteSheet['images']> {
    return this.pictures.map(({ data, row, column, alt }) => ({
      ...{ data, type: 'png', anchor: { from: { row, col: column } }, altText: plain(alt) },
    }));
  }

  #put({ row, column, rows = 1, columns = 1 }: Place, cell: Partial<Cell>): void {
    for (let y = row; y < row + rows; y += 1)
      for (let x = column; x < column + columns; x += 1)
        // Covered cells carry the style, too: Excel draws a merged cell's rules from them.
        this.cells.set(`${y},${x}`, { value: null, type: 'empty', style: cell.style! });
    if (cell.value !== '') this.cells.set(`${row},${column}`, cell);
    if (rows > 1 || columns > 1)
      this.merges.push({
        ...{ startRow: row, startCol: column },
        ...{ endRow: row + rows - 1, endCol: column + columns - 1 },
      });
  }
}

/** A PNG and where it lies in its cell, from the top left; lengths in points. */
export interface Picture {
  data: Uint8Array;
  x: number;
  y: number;
  width: number;
  height: number;
  alt: string;
}

export type PlacedPicture = Picture & Pick<Place, 'row' | 'column'>;

/** Where a cell lies and what it covers, counted from 0. */
export interface Place {
  row: number;
  column: number;
  rows?: number;
  columns?: number;
}
