import { type Ink, INK_HEIGHT, INK_WIDTH, inkPath } from '../../../shared/panel/ink.ts';
import { INK_BOX } from '../layout/style.ts';

const PEN = 9;

/** Draws a signature as strokes, centred on `x` and as wide as fits into `room`. */
export function drawInk(
  doc: PDFKit.PDFDocument,
  ink: Ink,
  { x, y, room }: { x: number; y: number; room: number },
): void {
  const scale = Math.min(INK_BOX.width, room) / INK_WIDTH;
  doc
    .save()
    .translate(x - (scale * INK_WIDTH) / 2, y + (INK_BOX.height - scale * INK_HEIGHT) / 2)
    .scale(scale)
    .path(inkPath(ink))
    .lineWidth(PEN)
    .lineCap('round')
    .lineJoin('round')
    .stroke('#000')
    .restore();
}
