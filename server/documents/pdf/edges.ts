import type { Running } from '../../../shared/documents/document.ts';
import { type Face, printable, widthOf } from '../fonts.ts';
import { baseline, drawText } from './text.ts';
import { mm, SIDE_MARGIN } from '../layout/units.ts';

const SMALL = 9;
const DRAFT = 12;
const BAND = { top: mm(6), height: mm(6.4) };
const FOOT = mm(11);
const WATERMARK = { size: 54, turn: -28, ink: '#ededed' };

/** What stands at the edges of one page: warnings above, code and page number below. */
export interface Edge {
  running: Running;
  page: string;
  width: number;
  height: number;
}

/** Draws them, and across the page that it is a draft. Before the page's content, which lies on top. */
export function drawEdges(doc: PDFKit.PDFDocument, { running, page, width, height }: Edge): void {
  if (running.draft) drawWatermark(doc, running.draft, width, height);
  drawWarnings(doc, running, width);
  const y = height - FOOT;
  const write = (text: string, x: number) =>
    drawText(doc, { text, face: 'text', size: SMALL, x, y: baseline(y, mm(4), SMALL) });
  write(running.code, SIDE_MARGIN);
  write(page, width - SIDE_MARGIN - widthOf(page, 'text', SMALL));
}

function drawWarnings(doc: PDFKit.PDFDocument, { draft, caution }: Running, width: number): void {
  const parts: { text: string; face: Face; size: number }[] = [];
  if (draft) parts.push({ text: printable(draft, 'strong'), face: 'strong', size: DRAFT });
  if (caution) parts.push({ text: printable(caution, 'text'), face: 'text', size: SMALL });
  if (parts.length === 0) return;
  const space = mm(8);
  const widths = parts.map(({ text, face, size }) => widthOf(text, face, size));
  let x = (width - widths.reduce((sum, each) => sum + each, space * (parts.length - 1))) / 2;
  parts.forEach((part, index) => {
    drawText(doc, { ...part, x, y: baseline(BAND.top, BAND.height, SMALL + 1) });
    x += widths[index]! + space;
  });
  for (const y of [BAND.top, BAND.top + BAND.height])
    doc
      .lineWidth(0.5)
      .moveTo(SIDE_MARGIN, y)
      .lineTo(width - SIDE_MARGIN, y)
      .stroke('#000');
}

function drawWatermark(
  doc: PDFKit.PDFDocument,
  draft: string,
  width: number,
  height: number,
): void {
  const text = printable(draft, 'strong');
  const size = Math.min(
    WATERMARK.size,
    (WATERMARK.size * width * 0.8) / widthOf(text, 'strong', WATERMARK.size),
  );
  doc.save().rotate(WATERMARK.turn, { origin: [width / 2, height / 2] });
  doc.fillColor(WATERMARK.ink);
  const x = (width - widthOf(text, 'strong', size)) / 2;
  drawText(doc, { text, face: 'strong', size, x, y: baseline(height / 2 - size / 2, size, size) });
  doc.restore().fillColor('#000');
}
