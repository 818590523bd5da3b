import { type Alignment, splitNumber } from '../../../shared/documents/numerals.ts';
import { widthOf } from '../fonts.ts';
import { INK_BOX } from '../layout/style.ts';
import { drawInk } from './ink.ts';
import { above, type LaidCell, type LaidRows } from '../layout/rows.ts';
import { LEADING } from '../layout/style.ts';
import { baseline, drawText } from './text.ts';

const RULE = 0.5;
const FRAME = 1;

/** Where the rows of a table are drawn. */
export interface Place {
  x: number;
  y: number;
  /** By column: where its numbers meet at the decimal point. */
  alignments: ReadonlyMap<number, Alignment>;
}

/** Draws rows with their rules; the next y below them. */
export function drawRows(doc: PDFKit.PDFDocument, { cells, heights }: LaidRows, at: Place): number {
  const tops = heights.reduce((sums, height) => [...sums, sums.at(-1)! + height], [at.y]);
  for (const each of cells) {
    const top = tops[each.row]!;
    const height = tops[Math.min(each.row + each.cell.rows, heights.length)]! - top;
    drawRules(doc, each, { x: at.x + each.x, top, height });
    drawCell(doc, each, { x: at.x + each.x, top, height }, at.alignments.get(each.column));
  }
  return tops.at(-1)!;
}

/** The frame around a table from its caption's foot to its last row. */
export function drawFrame(
  doc: PDFKit.PDFDocument,
  { x, y, width, height }: { x: number; y: number; width: number; height: number },
): void {
  doc.lineWidth(FRAME).rect(x, y, width, height).stroke('#000');
}

/** The rules around a cell, but none between two pieces of one text. */
function drawRules(
  doc: PDFKit.PDFDocument,
  { cell, width }: LaidCell,
  { x, top, height }: { x: number; top: number; height: number },
): void {
  const [right, bottom] = [x + width, top + height];
  doc.lineWidth(RULE).moveTo(x, top).lineTo(x, bottom).moveTo(right, top).lineTo(right, bottom);
  if (!cell.continued) doc.moveTo(x, top).lineTo(right, top);
  if (cell.goesOn === undefined) doc.moveTo(x, bottom).lineTo(right, bottom);
  doc.stroke('#000');
}

function drawCell(
  doc: PDFKit.PDFDocument,
  { cell, style, lines, width }: LaidCell,
  { x, top, height }: { x: number; top: number; height: number },
  alignment: Alignment | undefined,
): void {
  const { face, size, padding } = style;
  const line = size * LEADING;
  const ink = cell.ink ? INK_BOX.height : 0;
  const isPiece = cell.continued || cell.goesOn !== undefined;
  let y = isPiece ? top + above(cell) : top + (height - ink - lines.length * line) / 2;
  if (cell.ink) {
    drawInk(doc, cell.ink, { x: x + width / 2, y, room: width - 2 * padding });
    y += ink;
  }
  for (const text of lines) {
    const left = leftOf(text, style, width, cell.kind === 'number' ? alignment : undefined);
    drawText(doc, { text, face, size, x: x + left, y: baseline(y, line, size) });
    y += line;
  }
}

/** How far from the cell's left edge a line starts. */
function leftOf(
  text: string,
  { face, size, padding, align }: LaidCell['style'],
  width: number,
  alignment: Alignment | undefined,
): number {
  if (align === 'left') return padding;
  if (!alignment) return (width - widthOf(text, face, size)) / 2;
  const digit = widthOf('0', face, size);
  const [whole] = splitNumber(text);
  const column = (alignment.whole + alignment.fraction) * digit;
  return (width - column) / 2 + alignment.whole * digit - widthOf(whole, face, size);
}
