import PDFDocument from 'pdfkit';
import type { Document } from '../../../shared/documents/document.ts';
import { paginate } from '../../../shared/documents/paginate.ts';
import { type Language, say, words } from '../../../shared/documents/words.ts';
import { fontFile } from '../fonts.ts';
import { drawEdges } from './edges.ts';
import { leadOf } from './lead.ts';
import { Outline } from './outline.ts';
import type { Piece } from './piece.ts';
import { headingPiece, paragraphPiece } from './prose.ts';
import { qrPiece } from './qr.ts';
import { tablePiece } from './table.ts';
import { A4, EDGE_MARGIN, SIDE_MARGIN } from '../layout/units.ts';

/** The document as a PDF of A4 pages, with the glyphs it uses embedded and its text selectable. */
export async function renderPdf(document: Document, language: Language): Promise<Uint8Array> {
  const { title, facts, paper, running } = document;
  const { width, height } = A4[paper];
  const inner = width - 2 * SIDE_MARGIN;
  const lead = leadOf(title, facts, inner);
  const pieces = piecesOf(document, inner, language);
  const room = height - 2 * EDGE_MARGIN;
  const pages = paginate(
    pieces.map(({ measured }) => measured),
    room,
    lead.height,
  );
  const doc = new PDFDocument({
    ...{ autoFirstPage: false, size: [width, height], margin: 0, font: fontFile('latin') },
    ...{ lang: language === 'zh' ? 'zh-CN' : 'en', displayTitle: true, pdfVersion: '1.7' },
    info: { Title: title, Subject: running.code || running.draft, Creator: 'Heyi' },
  });
  const outline = new Outline(doc, title);
  pages.forEach((parts, at) => {
    doc.addPage();
    const page = say(words.page, language, { n: at + 1, of: pages.length });
    drawEdges(doc, { running, page, width, height });
    let y = EDGE_MARGIN;
    if (at === 0) {
      outline.open();
      lead.draw(doc, y);
      y += lead.height;
    }
    parts.forEach(({ block, from, to }, order) => {
      const piece = pieces[block]!;
      if (order > 0) y += piece.measured.gap;
      if (from === 0 && piece.bookmark) outline.add(piece.bookmark);
      y = piece.draw(doc, y, from, to);
    });
  });
  return collect(doc);
}

function piecesOf({ title, blocks }: Document, width: number, language: Language): Piece[] {
  return blocks.map((block, index) => {
    switch (block.kind) {
      case 'table': {
        const captioned = block.table.title !== title;
        return tablePiece(block.table, { captioned, opens: index === 0 });
      }
      case 'heading':
        return headingPiece(block, width);
      case 'paragraph':
        return paragraphPiece(block, { width, indented: language === 'zh' });
      case 'qr':
        return qrPiece(block, width);
    }
  });
}

function collect(doc: PDFKit.PDFDocument): Promise<Uint8Array> {
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = [];
    doc.on('data', (chunk: Buffer) => chunks.push(chunk));
    doc.once('end', () => resolve(Buffer.concat(chunks)));
    doc.once('error', reject);
    doc.end();
  });
}
