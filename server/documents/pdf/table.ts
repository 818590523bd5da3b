import { alignmentsOf } from '../../../shared/documents/numerals.ts';
import { sliceRows, type Table } from '../../../shared/documents/table.ts';
import { printable } from '../fonts.ts';
import { drawFrame, drawRows } from './draw-rows.ts';
import { inPieces, keptPieces } from '../layout/pieces.ts';
import { layRows, measuredRows } from '../layout/rows.ts';
import type { Piece } from './piece.ts';
import { baseline, drawText } from './text.ts';
import { mm, SIDE_MARGIN } from '../layout/units.ts';

const CAPTION = { face: 'strong', size: 12 } as const;
const CAPTION_HEIGHT = mm(8);
const GAP = mm(7);

/**
 * A table under its head, which is repeated on each page, as is the text of a merged cell that a page
 * break cuts. `opens`: it is the first of its document.
 */
export function tablePiece(
  table: Table,
  { captioned, opens }: { captioned: boolean; opens: boolean },
): Piece {
  const widths = table.widths.map(mm);
  const width = widths.reduce((sum, each) => sum + each, 0);
  const rows = inPieces([...table.body, ...table.foot], widths);
  const alignments = alignmentsOf(rows);
  const head = layRows(table.head, widths);
  const body = layRows(rows, widths);
  const caption = captioned ? CAPTION_HEIGHT : 0;
  return {
    measured: {
      head: caption + head.heights.reduce((sum, height) => sum + height, 0),
      ...measuredRows(rows, body),
      gap: GAP,
      keep: keptPieces(table, opens, rows.length),
    },
    bookmark: captioned ? { level: 1, text: table.title } : null,
    draw: (doc, y, from, to) => {
      if (captioned) {
        const text = printable(table.title, CAPTION.face);
        drawText(doc, { ...CAPTION, text, x: SIDE_MARGIN, y: baseline(y, mm(6), CAPTION.size) });
      }
      const top = y + caption;
      const place = { x: SIDE_MARGIN, alignments };
      const middle = drawRows(doc, head, { ...place, y: top });
      const part = layRows(sliceRows(rows, from, to), widths);
      const bottom = drawRows(doc, part, { ...place, y: middle });
      drawFrame(doc, { x: SIDE_MARGIN, y: top, width, height: bottom - top });
      return bottom;
    },
  };
}
