import type { Document } from '../../shared/documents/document.ts';
import type { DocumentFormat } from '../../shared/documents/formats.ts';
import type { Language } from '../../shared/documents/words.ts';
import { renderExcel } from './excel/excel.ts';
import { renderPdf } from './pdf/pdf.ts';
import { renderWord } from './word/word.ts';

/** A document to be written as a file. */
export interface RenderJob {
  document: Document;
  language: Language;
  format: DocumentFormat;
}

/** The file's bytes. The same document in each format carries the same texts and numbers. */
export function render({ document, language, format }: RenderJob): Promise<Uint8Array> {
  switch (format) {
    case 'docx':
      return renderWord(document, language);
    case 'xlsx':
      return renderExcel(document, language);
    case 'pdf':
      return renderPdf(document, language);
  }
}
