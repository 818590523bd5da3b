import {
  Document as WordDocument,
  HeadingLevel,
  type ISectionOptions,
  Packer,
  PageOrientation,
  Paragraph,
  type Table as WordTable,
} from 'docx';
import type { Block, Document } from '../../../shared/documents/document.ts';
import { keptRows, PAPER_WIDTH } from '../../../shared/documents/table.ts';
import type { Language } from '../../../shared/documents/words.ts';
import { plain } from '../plain.ts';
import { wordFooter, wordHeader } from './edges.ts';
import { wordLead } from './lead.ts';
import { PARTS } from './parts.ts';
import { wordQr } from './qr.ts';
import { runsOf } from './runs.ts';
import { STYLE, stylesOf } from './styles.ts';
import { wordTable } from './table.ts';
import { twips } from './units.ts';

/** Below the document's own title, which is the first level. */
const HEADINGS = {
  1: HeadingLevel.HEADING_2,
  2: HeadingLevel.HEADING_3,
  3: HeadingLevel.HEADING_4,
  4: HeadingLevel.HEADING_5,
} as const;

/** The document for Word, WPS and LibreOffice: real tables, styles, headings and fields. */
export async function renderWord(document: Document, language: Language): Promise<Uint8Array> {
  const { title, facts, paper, running, blocks } = document;
  const children = [
    ...wordLead(title, facts, paper),
    ...blocks.flatMap((block, index) => blockOf(block, index, document)),
  ];
  const word = new WordDocument({
    ...{ title: plain(title), creator: 'Heyi', description: plain(running.code || running.draft) },
    styles: stylesOf(language),
    sections: [
      {
        properties: pageOf(paper),
        headers: { default: wordHeader(running) },
        footers: { default: wordFooter(running.code, paper, language) },
        children,
      },
    ],
  });
  return Packer.toBuffer(word, false, PARTS);
}

function pageOf(paper: Document['paper']): ISectionOptions['properties'] {
  const orientation = paper === 'portrait' ? PageOrientation.PORTRAIT : PageOrientation.LANDSCAPE;
  return {
    page: {
      // The library turns the sheet itself.
      size: { width: twips(210), height: twips(297), orientation },
      margin: {
        ...{ top: twips(16), bottom: twips(16), left: twips(15), right: twips(15) },
        ...{ header: twips(7), footer: twips(7), gutter: 0 },
      },
    },
  };
}

function blockOf(
  block: Block,
  index: number,
  { title, paper, blocks }: Document,
): (Paragraph | WordTable)[] {
  switch (block.kind) {
    case 'table': {
      const caption = new Paragraph({
        ...{ heading: HeadingLevel.HEADING_3, children: runsOf(block.table.title) },
      });
      const follows = blocks[index - 1]?.kind === 'paragraph';
      return [
        ...(follows && block.table.title === title ? [new Paragraph({ style: STYLE.small })] : []),
        ...(block.table.title === title ? [] : [caption]),
        wordTable(block.table, index > 0 && keptRows(block.table, false) > block.table.foot.length),
        // Two tables with nothing between them would become one.
        new Paragraph({ style: STYLE.gap }),
      ];
    }
    case 'heading':
      return [new Paragraph({ heading: HEADINGS[block.level], children: runsOf(block.text) })];
    case 'paragraph':
      return block.text
        .split('\n')
        .map((line) => new Paragraph({ style: STYLE[block.style], children: runsOf(line) }));
    case 'qr':
      return [wordQr(block, PAPER_WIDTH[paper]), new Paragraph({ style: STYLE.gap })];
  }
}
