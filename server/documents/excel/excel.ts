import { type WriteSheet, writeXlsx } from 'hucre/xlsx';
import type { Document, Running } from '../../../shared/documents/document.ts';
import { inPieces } from '../../../shared/documents/pieces.ts';
import { PAPER_WIDTH, place, type Rows, type Table } from '../../../shared/documents/table.ts';
import { type Language, say, words } from '../../../shared/documents/words.ts';
import { layRows } from '../layout/rows.ts';
import { mm } from '../layout/units.ts';
import { levelText, plain } from '../plain.ts';
import { Grid } from './grid.ts';
import { putFacts, putProse, putTitle } from './prose.ts';
import { type Section, sectionsOf } from './sections.ts';
import { CAPTION, tableStyle } from './style.ts';

/**
 * Columns are measured in digits of the workbook's font. Times of 12 points is on every machine, or
 * one with its widths is, and its digits are 8 pixels wide without rounding.
 */
const DIGIT = 8;
const FONT = { name: 'Times New Roman', size: 12 };
/** A little narrower than the paper, so that no rounding makes Excel shrink the page. */
const RESERVE = 0.985;

/** The document as a workbook: numbers as numbers, a sheet for each table, ready to print on A4. */
export async function renderExcel(document: Document, language: Language): Promise<Uint8Array> {
  const sections = sectionsOf(document);
  return writeXlsx({
    defaultFont: FONT,
    properties: {
      ...{ title: plain(document.title), creator: 'Heyi' },
      subject: plain(document.running.code || document.running.draft),
    },
    sheets: sections.map((section, index) => sheetOf(section, index, document, language)),
  });
}

function sheetOf(
  section: Section,
  index: number,
  { title, facts, paper, running }: Document,
  language: Language,
): WriteSheet {
  const { table } = section;
  const orientation = table?.paper ?? paper;
  // Two halves where there is no table: facts stand side by side in them.
  const half = PAPER_WIDTH[orientation] / 2;
  const columns = table?.widths ?? [half, half];
  const widths = columns.map((width) => mm(width) * RESERVE);
  const whole = widths.reduce((sum, each) => sum + each, 0);
  const grid = new Grid(columns.length);
  if (index === 0) {
    putTitle(grid, title, whole);
    putFacts(grid, facts, widths);
    grid.next(6);
  }
  putProse(grid, section.before, whole);
  if (table && table.title !== title) putCaption(grid, table.title);
  const head = grid.row;
  if (table) putTable(grid, table, widths);
  putProse(grid, section.after, whole);
  const body = head + (table?.head.length ?? 0);
  return {
    name: section.name,
    columns: columns.map((width) => ({ width: columnWidth(width) })),
    rows: [],
    ...{ cells: grid.cells, merges: grid.merges, rowDefs: grid.rowDefs },
    view: { showGridLines: false },
    ...(table ? { freezePane: { rows: body } } : {}),
    pageSetup: {
      ...{ paperSize: 'a4', orientation, fitToPage: true, fitToWidth: 1, fitToHeight: 0 },
      margins: MARGINS,
      horizontalCentered: true,
      printArea: `$A$1:$${letterOf(columns.length - 1)}$${grid.row}`,
      ...(table ? { printTitlesRow: `$${head + 1}:$${body}` } : {}),
    },
    headerFooter: edgesOf(running, language),
  };
}

/** Inches. */
const MARGINS = {
  ...{ top: 16 / 25.4, bottom: 16 / 25.4, left: 14 / 25.4, right: 14 / 25.4 },
  ...{ header: 7 / 25.4, footer: 7 / 25.4 },
};

function putCaption(grid: Grid, title: string): void {
  const row = grid.next(26);
  grid.text({ row, column: 0, columns: grid.columns }, title, CAPTION);
}

/** Rows that no Excel row can hold are continued in the next one, as on paper. */
function putTable(grid: Grid, table: Table, widths: readonly number[]): void {
  putRows(grid, table.head, widths);
  putRows(grid, inPieces([...table.body, ...table.foot], table.widths), widths);
}

function putRows(grid: Grid, rows: Rows, widths: readonly number[]): void {
  const sums = rows.map((row) => row.some(({ kind }) => kind === 'label'));
  const first = grid.row;
  for (const height of layRows(rows, widths).heights) grid.next(height);
  for (const { cell, row, column } of place(rows)) {
    const at = { row: first + row, column, rows: cell.rows, columns: cell.columns };
    const style = (format?: string) => tableStyle(cell.kind, sums[row]!, format);
    if (cell.kind === 'number') grid.number(at, cell.text, style);
    else grid.text(at, cell.kind === 'level' ? levelText(cell.text) : cell.text, style());
  }
}

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
  const page = say(words.page, language, { n: '&P', of: '&N' });
  const head = [
    draft && `&"黑体,Regular"&12${text(draft)}`,
    caution && `&"宋体,Regular"&9 ${text(caution)}`,
  ].filter(Boolean);
  return {
    ...(head.length > 0 ? { oddHeader: `&C${head.join('   ')}` } : {}),
    oddFooter: `&L&"宋体,Regular"&9 ${text(code)}&R&"宋体,Regular"&9 ${page}`,
  };
}
