import type { Block } from '../../../shared/documents/document.ts';
import { type Face, printable, widthOf } from '../fonts.ts';
import { linesOf } from '../layout/lines.ts';
import type { Piece } from './piece.ts';
import { baseline, drawText } from './text.ts';
import { mm, SIDE_MARGIN } from '../layout/units.ts';

interface ProseStyle {
  face: Face;
  size: number;
  line: number;
  gap: number;
}

const PARAGRAPHS: Record<'body' | 'draft' | 'small', ProseStyle> = {
  body: { face: 'text', size: 11, line: mm(6.4), gap: mm(1.5) },
  draft: { face: 'text', size: 11, line: mm(6.4), gap: mm(1.5) },
  small: { face: 'text', size: 9, line: mm(5), gap: mm(1.5) },
};
const HEADING_SIZES = { 1: 14, 2: 12, 3: 11, 4: 11 } as const;
/** Two characters at the head of a Chinese paragraph. */
const INDENT = '\u3000\u3000';

/** A paragraph: it breaks between its lines, never after the first or before the last. */
export function paragraphPiece(
  { text, style: name }: Extract<Block, { kind: 'paragraph' }>,
  { width, indented }: { width: number; indented: boolean },
): Piece {
  const style = PARAGRAPHS[name];
  const indent = indented && name !== 'small' ? INDENT : '';
  const whole = printable(text, style.face)
    .split('\n')
    .map((paragraph) => indent + paragraph)
    .join('\n');
  const lines = linesOf(whole, style, width);
  return {
    measured: {
      ...{ head: 0, rows: lines.map(() => style.line), merged: [], gap: style.gap },
      keep: lines.length > 3 ? 1 : 0,
    },
    bookmark: null,
    draw: (doc, y, from, to) => {
      lines.slice(from, to).forEach((line, index) => {
        const top = y + index * style.line;
        const foot = baseline(top, style.line, style.size);
        drawText(doc, { ...style, text: line, x: SIDE_MARGIN, y: foot });
        if (name === 'draft') underline(doc, line, style, foot);
      });
      return y + (to - from) * style.line;
    },
  };
}

/** Dots below what the program proposes and a person is to rewrite. */
function underline(
  doc: PDFKit.PDFDocument,
  line: string,
  { face, size }: ProseStyle,
  y: number,
): void {
  const words = line.replace(/^\u3000+/, '');
  const start = SIDE_MARGIN + widthOf(line, face, size) - widthOf(words, face, size);
  doc
    .save()
    .lineWidth(0.5)
    .dash(1, { space: 1.5 })
    .moveTo(start, y + 2.5)
    .lineTo(start + widthOf(words, face, size), y + 2.5)
    .stroke('#000')
    .restore();
}

/** A heading, on one page with what follows it. */
export function headingPiece(
  { text, level }: Extract<Block, { kind: 'heading' }>,
  width: number,
): Piece {
  const style = { face: 'strong', size: HEADING_SIZES[level] } as const;
  const line = style.size * 1.5;
  const lines = linesOf(printable(text, style.face), style, width);
  return {
    measured: {
      ...{ head: 0, rows: [lines.length * line], merged: [], gap: mm(4.5), keep: 0 },
      withNext: true,
    },
    bookmark: { level, text },
    draw: (doc, y) => {
      lines.forEach((each, index) => {
        const foot = baseline(y + index * line, line, style.size);
        drawText(doc, { ...style, text: each, x: SIDE_MARGIN, y: foot });
      });
      return y + lines.length * line;
    },
  };
}
