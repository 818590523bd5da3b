import { type Cell, place, type Rows } from './table.ts';

/** Width of a full-width character of the tables' 9 pt in millimetres, and a cell's side padding. */
const CHARACTER = 3.175;
const PADDING = 3;
/** Lines of one piece: well under the height of a landscape page. */
const LINES = 22;

/**
 * The same rows, with each row that would be too high for a page as several: a reason may have two
 * thousand characters and criteria four thousand. Merged cells grow with the rows they cover.
 */
export function inPieces(rows: Rows, widths: readonly number[]): Cell[][] {
  const { placed, texts, counts } = measure(rows, widths);
  const starts = counts.reduce((sums, count) => [...sums, sums.at(-1)! + count], [0]);
  const result: { column: number; cell: Cell }[][] = Array.from(
    { length: starts.at(-1)! },
    () => [],
  );
  placed.forEach(({ cell, row, column }, at) => {
    const start = starts[row]!;
    const height = starts[row + cell.rows]! - start;
    const pieces = texts[at]!;
    if (pieces.length === 1) result[start]!.push({ column, cell: { ...cell, rows: height } });
    else
      for (let index = 0; index < height; index += 1)
        result[start + index]!.push({ column, cell: { ...cell, text: pieces[index] ?? '' } });
  });
  return result.map((cells) => cells.sort((a, b) => a.column - b.column).map(({ cell }) => cell));
}

/** Where the cells lie, their texts in pieces, and of how many pieces each row is. */
function measure(rows: Rows, widths: readonly number[]) {
  const placed = place(rows);
  const texts = placed.map(({ cell, column }) => {
    const width = widths.slice(column, column + cell.columns).reduce((sum, each) => sum + each, 0);
    return cell.rows === 1 ? piecesOf(cell.text, width) : [cell.text];
  });
  const counts = rows.map((_, row) =>
    placed.reduce(
      (most, each, at) => (each.row === row ? Math.max(most, texts[at]!.length) : most),
      1,
    ),
  );
  return { placed, texts, counts };
}

/** The text in pieces of at most `LINES` lines in a column of `width` millimetres. */
function piecesOf(text: string, width: number): string[] {
  const perLine = Math.max(1, Math.floor((width - PADDING) / CHARACTER));
  const pieces: string[] = [];
  let piece = '';
  let lines = 1;
  let onLine = 0;
  for (const character of text) {
    if (character === '\n' || onLine === perLine) {
      lines += 1;
      onLine = 0;
    }
    if (lines > LINES) {
      pieces.push(piece);
      [piece, lines] = ['', 1];
      if (character === '\n') continue;
    }
    piece += character;
    if (character !== '\n') onLine += 1;
  }
  return [...pieces, piece];
}
