import { type Face, fontFile, runsOf, widthOf } from '../fonts.ts';

/** Chinese needs no shaping, and shaping takes ten times as long as everything else. */
const UNSHAPED = {
  ...{ ccmp: false, locl: false, rlig: false, mark: false, mkmk: false },
  ...{ calt: false, clig: false, liga: false, rclt: false, curs: false, kern: false },
};

/** One line of text; `y` is its baseline. Lengths in points. */
export interface TextLine {
  text: string;
  face: Face;
  size: number;
  x: number;
  y: number;
}

/** Writes a line in as many fonts as its characters need. */
export function drawText(doc: PDFKit.PDFDocument, { text, face, size, x, y }: TextLine): void {
  let at = x;
  for (const run of runsOf(text, face)) {
    doc.font(fontFile(run.font)).fontSize(size);
    doc.text(run.text, at, y, {
      lineBreak: false,
      baseline: 'alphabetic',
      // pdfkit hands the object on to fontkit; its types only know lists.
      features: UNSHAPED as unknown as PDFKit.Mixins.OpenTypeFeatures[],
    });
    at += widthOf(run.text, face, size);
  }
}

/** The baseline of a line of `height` whose top is `top`: Chinese characters stand in its middle. */
export function baseline(top: number, height: number, size: number): number {
  return top + height / 2 + size * 0.36;
}
