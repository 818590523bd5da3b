import type { Block as Measured } from '../../../shared/documents/paginate.ts';

/** A block of a document that knows its height and draws itself, whole or in parts. */
export interface Piece {
  measured: Measured;
  /** Rows or lines `from` to `to` (excluded); `y` is the top, in points from the page's. The y below it. */
  draw(doc: PDFKit.PDFDocument, y: number, from: number, to: number): number;
  /** Its line in the outline and how deep, from 1; null: none. */
  bookmark: { level: number; text: string } | null;
}
