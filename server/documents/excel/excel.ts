import { type WriteSheet, writeXlsx } from 'hucre/xlsx';
import type { Document, Running } from '../../../shared/documents/document.ts';
import { type Language, say, words } from '../../../shared/documents/words.ts';
import { isChinese } from '../fonts.ts';
import { plain } from '../plain.ts';
import { anchored } from './anchors.ts';
import { sectionsOf } from './sections.ts';
import { Sheet } from './sheet.ts';

/**
 * Columns are measured in digits of the workbook's font. Times of 12 points is on every machine, or
 * one with its widths is, and its digits are 8 pixels wide without rounding.
 */
const DIGIT = 8;
const FONT = { name: 'Times New Roman', size: 12 };
/** A little narrower than the paper, so that no rounding makes Excel shrink the page. */
const RESERVE = 0.985;

type NamedRange = NonNullable<Parameters<typeof writeXlsx>[0]['namedRanges']>[number];

/** The document as a workbook: numbers as numbers, a sheet for each table, ready to print on A4. */
export async function renderExcel(document: Document, language: Language): Promise<Uint8Array> {
  const { title, running } = document;
  const sheets = sheetsOf(document);
  const workbook = await writeXlsx({
    defaultFont: FONT,
    properties: {
      ...{ title: plain(title), creator: 'Heyi' },
      subject: plain(running.code || running.draft),
    },
    namedRanges: sheets.flatMap(printRanges),
    sheets: sheets.map((sheet) => written(sheet, running, language)),
  });
  const pictures = sheets.map(({ grid }) => grid.pictures);
  return pictures.flat().length === 0 ? workbook : anchored(workbook, pictures);
}

function sheetsOf(document: Document): Sheet[] {
  const { title, facts, paper } = document;
  const sheets: Sheet[] = [];
  for (const section of sectionsOf(document)) {
    if (sheets.at(-1)?.takes(section, title)) continue;
    const sheet = new Sheet(section, paper);
    sheet.begin(section, title, sheets.length === 0 ? { title, facts } : null);
    sheets.push(sheet);
  }
  return sheets;
}

function written(sheet: Sheet, running: Running, language: Language): WriteSheet {
  const { name, columns, grid, breaks, orientation, frozen } = sheet;
  return {
    name,
    columns: columns.map((width) => ({ width: columnWidth(width) })),
    rows: [],
    ...{ cells: grid.cells, merges: grid.merges, rowDefs: grid.rowDefs, rowBreaks: breaks },
    images: grid.images,
    view: { showGridLines: false },
    ...(frozen > 0 ? { freezePane: { rows: frozen } } : {}),
    pageSetup: {
      ...{ paperSize: 'a4', orientation, fitToPage: true, fitToWidth: 1, fitToHeight: 0 },
      margins: MARGINS,
      horizontalCentered: true,
    },
    headerFooter: edgesOf(running, language),
  };
}

/**
 * Print area and print titles. The library writes the sheet's name without quotation marks, and Excel
 * calls a file damaged where such a name has a space or a hyphen.
 */
function printRanges({ name, columns, grid, head }: Sheet): NamedRange[] {
  const sheet = `'${name.replaceAll("'", "''")}'!`;
  const area = `${sheet}$A$1:$${letterOf(columns.length - 1)}$${grid.row}`;
  return [
    { name: '_xlnm.Print_Area', range: area, scope: name },
    ...(head
      ? [
          {
            ...{ name: '_xlnm.Print_Titles', scope: name },
            range: `${sheet}$${head.from + 1}:$${head.to}`,
          },
        ]
      : []),
  ];
}

/** Inches. */
const MARGINS = {
  ...{ top: 16 / 25.4, bottom: 16 / 25.4, left: 14 / 25.4, right: 14 / 25.4 },
  ...{ header: 7 / 25.4, footer: 7 / 25.4 },
};

/** Millimetres in the width of a digit of the workbook's font. */
function columnWidth(millimetres: number): number {
  return Math.floor(((millimetres * 96) / 25.4 / DIGIT) * RESERVE * 256) / 256;
}

/** 0 → A, 25 → Z, 26 → AA. */
function letterOf(column: number): string {
  const last = String.fromCharCode(65 + (column % 26));
  return column < 26 ? last : letterOf(Math.floor(column / 26) - 1) + last;
}

/** Excel's own marks: &C centre, &P page, &N pages; an & of the text is doubled. */
function edgesOf({ draft, caution, code }: Running, language: Language) {
  const text = (words: string) => plain(words).replaceAll('&', '&&');
  const font = (words: string, chinese: string) =>
    `&"${isChinese(words) ? chinese : 'Times New Roman'},Regular"`;
  const page = say(words.page, language, { n: '&P', of: '&N' });
  const head = [
    draft && `${font(draft, '黑体')}&12 ${text(draft)}`,
    caution && `${font(caution, '宋体')}&9 ${text(caution)}`,
  ].filter(Boolean);
  return {
    ...(head.length > 0 ? { oddHeader: `&C${head.join('   ')}` } : {}),
    oddFooter: `&L${font(code, '宋体')}&9 ${text(code)}&R${font(page, '宋体')}&9 ${page}`,
  };
}
