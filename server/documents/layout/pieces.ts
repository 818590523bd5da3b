import {
  type Cell,
  keptRows,
  place,
  type Placed,
  type Rows,
  type Table,
} from '../../../shared/documents/table.ts';
import { brokenAt } from './lines.ts';
import { type Adapt, styleFor } from './style.ts';

/** A text of no more lines is never cut by a page. */
const WHOLE = 12;
/** Lines of a piece; the last one has up to twice as many less one, so that no line stands alone. */
const PIECE = 3;

type Piece = Pick<Cell, 'text' | 'continued' | 'goesOn'>;

/**
 * The same rows, with each long text in pieces of a few lines that stand below each other as if they
 * were one, so that a page may end between any two of them; what stands beside the text covers them
 * all. A reason may have two thousand characters and criteria four thousand. `widths` in points.
 */
export function inPieces(rows: Rows, widths: readonly number[], adapt?: Adapt): Cell[][] {
  const placed = place(rows);
  const pieces = placed.map((each) => piecesOf(each, widths, adapt));
  const counts = rows.map((_, row) =>
    placed.reduce(
      (most, each, at) => (each.row === row ? Math.max(most, pieces[at]!.length) : most),
      1,
    ),
  );
  const starts = counts.reduce((sums, count) => [...sums, sums.at(-1)! + count], [0]);
  const result: { column: number; cell: Cell }[][] = Array.from(
    { length: starts.at(-1)! },
    () => [],
  );
  placed.forEach(({ cell, row, column }, at) => {
    const start = starts[row]!;
    const end = starts[row + cell.rows]!;
    const own = pieces[at]!;
    own.forEach((piece, index) => {
      const last = index === own.length - 1;
      const rows = last ? end - start - index : 1;
      result[start + index]!.push({ column, cell: { ...cell, ...piece, rows } });
    });
  });
  return result.map((cells) => cells.sort((a, b) => a.column - b.column).map(({ cell }) => cell));
}

/**
 * Of so many pieces of a table's rows the last ones that stay on one page: all of them where the table
 * stays whole. `opens`: it is the first of its document.
 */
export function keptPieces(table: Table, opens: boolean, pieces: number): number {
  const kept = keptRows(table, opens);
  const whole = kept === table.body.length + table.foot.length;
  return Math.max(0, Math.min(whole ? pieces : kept, pieces - 1));
}

/** Which rows hold a text so long that a page may cut it. `widths` in points. */
export function longRows(rows: Rows, widths: readonly number[]): boolean[] {
  const long = rows.map(() => false);
  for (const each of place(rows)) if (piecesOf(each, widths).length > 1) long[each.row] = true;
  return long;
}

function piecesOf({ cell, column }: Placed, widths: readonly number[], adapt?: Adapt): Piece[] {
  if (cell.rows > 1 || cell.kind === 'number') return [{ text: cell.text }];
  const style = styleFor(cell, false, adapt);
  const width = widths.slice(column, column + cell.columns).reduce((sum, each) => sum + each, 0);
  const lines = cell.text.split('\n').flatMap((paragraph) => {
    const broken = brokenAt(paragraph, style, width - 2 * style.padding);
    return broken.map((text, at) => ({ text, ends: at === broken.length - 1 }));
  });
  if (lines.length <= WHOLE) return [{ text: cell.text }];
  const count = Math.floor(lines.length / PIECE);
  return Array.from({ length: count }, (_, index): Piece => {
    const last = index === count - 1;
    const own = lines.slice(index * PIECE, last ? lines.length : (index + 1) * PIECE);
    const text = own.map(({ text, ends }) => (ends ? `${text}\n` : text)).join('');
    const ends = own.at(-1)!.ends;
    return {
      text: ends ? text.slice(0, -1) : text,
      ...(index > 0 ? { continued: true } : {}),
      ...(last ? {} : { goesOn: ends ? '\n' : '' }),
    };
  });
}
