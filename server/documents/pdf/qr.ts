import { encode } from 'uqr';
import type { Block } from '../../../shared/documents/document.ts';
import { printable } from '../fonts.ts';
import { linesOf } from '../layout/lines.ts';
import type { Piece } from './piece.ts';
import { baseline, drawText } from './text.ts';
import { mm, SIDE_MARGIN } from '../layout/units.ts';

const SIDE = mm(32);
const SPACE = mm(5);
const WORDS = { face: 'text', size: 10 } as const;
const LINE = 16;

/** A QR code with its words beside it, on one page. `width` of the page's text in points. */
export function qrPiece({ text, caption }: Extract<Block, { kind: 'qr' }>, width: number): Piece {
  const { size, data } = encode(text, { ecc: 'M', border: 4 });
  const lines = linesOf(printable(caption, WORDS.face), WORDS, width - SIDE - SPACE);
  const height = Math.max(SIDE, lines.length * LINE);
  return {
    measured: { head: 0, rows: [height], merged: [], gap: mm(5), keep: 0 },
    bookmark: null,
    draw: (doc, y) => {
      const module = SIDE / size;
      const top = y + (height - SIDE) / 2;
      data.forEach((row, at) => {
        row.forEach((dark, column) => {
          if (dark) doc.rect(SIDE_MARGIN + column * module, top + at * module, module, module);
        });
      });
      // One path with one fill: single squares would print with hairlines between them.
      doc.fill('#000');
      const first = y + (height - lines.length * LINE) / 2;
      lines.forEach((line, index) => {
        const foot = baseline(first + index * LINE, LINE, WORDS.size);
        drawText(doc, { ...WORDS, text: line, x: SIDE_MARGIN + SIDE + SPACE, y: foot });
      });
      return y + height;
    },
  };
}
