import { describe, expect, test } from 'vitest';
import { renderExcel } from '../../server/documents/excel/excel.ts';
import { cellNumber } from '../../server/documents/excel/numbers.ts';
import { tablesOf } from '../../shared/documents/document.ts';
import { onColumnsOf } from '../../server/documents/excel/shared-columns.ts';
import { place, type Rows, sliceRows, type Table } from '../../shared/documents/table.ts';
import { readExcel, type ReadSheet } from '../kit/excel.ts';
import { gridOfRows, type FoundCell } from '../kit/grid.ts';
import { printed, printedReferences } from '../kit/printed.ts';
import { referenceSetup, sealedReference } from '../kit/reference-panel.ts';

/** A table as it lies in a workbook. */
interface FoundTable {
  sheet: ReadSheet;
  /** The row of its head. */
  first: number;
  /** On its sheet's columns. */
  table: Table;
  own: boolean;
}

/** Where the document's tables lie: each on its own sheet, or below the one before it. */
function locate(tables: readonly Table[], sheets: readonly ReadSheet[]): FoundTable[] {
  let at = -1;
  let main: Table | null = null;
  return tables.map((table) => {
    const next = sheets[at + 1];
    const texts = table.head[0]!.map(({ text }) => text);
    const rowWith = (sheet: ReadSheet, from: number) => {
      const rows = new Set([...sheet.cells.keys()].map((place) => Number(place.split(',')[0])));
      return [...rows].find((row) => row >= from && textsIn(sheet, row).join() === texts.join());
    };
    const own = next && rowWith(next, 0);
    if (next && own !== undefined && own + 1 === titlesOf(next)[0]) {
      at += 1;
      main = table;
      return { sheet: next, first: own, table, own: true };
    }
    const sheet = sheets[at]!;
    return {
      sheet,
      first: rowWith(sheet, titlesOf(sheet)[1])!,
      table: onColumnsOf(main!, table)!,
      own: false,
    };
  });
}

/** First and last row, from 1, that are repeated on each page. */
function titlesOf({ printTitles }: ReadSheet): [number, number] {
  const [, from, to] = /\$(\d+):\$(\d+)$/.exec(printTitles) ?? [];
  return [Number(from ?? 0), Number(to ?? 0)];
}

/** Of rows from 0, `to` excluded, in points. */
function heightOf({ heights }: ReadSheet, from: number, to: number): number {
  return [...heights].reduce((sum, [row, each]) => sum + (row >= from && row < to ? each : 0), 0);
}

function textsIn({ cells }: ReadSheet, row: number): string[] {
  return [...cells].filter(([place]) => place.startsWith(`${row},`)).map(([, { shown }]) => shown);
}

/** The table's rows as its pages cut them: a merged cell is one on each page, with its text. */
function rowsOf({ sheet, first, table: { head, body, foot } }: FoundTable): Rows {
  const rows = [...body, ...foot];
  const start = first + head.length;
  const cuts = sheet.breaks
    .map((row) => row + 1 - start)
    .filter((at) => at > 0 && at < rows.length);
  return [0, ...cuts].flatMap((from, index) => sliceRows(rows, from, cuts[index] ?? rows.length));
}

/** The cells as they stand in the sheet; those without text are left out of both. */
function foundIn({ cells, merges }: ReadSheet, first: number, expected: FoundCell[]): FoundCell[] {
  return expected.map(({ row, column }) => {
    const place = `${first + row},${column}`;
    const { rows, columns } = merges.get(place) ?? { rows: 1, columns: 1 };
    return { text: cells.get(place)?.shown ?? '', row, column, rows, columns };
  });
}

/** Texts that need more lines than their cell is high. A line of 9 points takes 12 at least. */
function cutCells(sheet: ReadSheet): string[] {
  const { cells, merges, columns, sizes } = sheet;
  return [...cells].flatMap(([place, { shown, value }]) => {
    if (typeof value === 'number') return [];
    const [row, column] = place.split(',').map(Number) as [number, number];
    const { rows, columns: across } = merges.get(place) ?? { rows: 1, columns: 1 };
    const size = sizes.get(place)!;
    const digits = columns.slice(column, column + across).reduce((sum, each) => sum + each, 0);
    const width = digits * 6 - 3;
    const height = heightOf(sheet, row, row + rows);
    const lines = shown.split('\n').reduce((sum, line) => {
      const letters = [...line].reduce((all, each) => all + (each < '\u0250' ? 0.4 : 1), 0);
      return sum + Math.max(1, Math.ceil((letters * size) / width));
    }, 0);
    return lines * size * 1.3 > height ? [`${place} ${shown}`] : [];
  });
}

/** Points that a page of A4 has for rows. */
const pageOf = ({ landscape }: ReadSheet) => (((landscape ? 210 : 297) - 32) * 72) / 25.4;

describe('[DF5] both references as Excel', () => {
  test.each(printedReferences())('$name', async ({ document, language }) => {
    const sheets = await readExcel(await renderExcel(document, language));
    const tables = tablesOf(document);
    const found = locate(tables, sheets);
    expect(sheets).toHaveLength(Math.max(1, found.filter(({ own }) => own).length));
    for (const each of found) {
      const { sheet, first, table, own } = each;
      const rows = rowsOf(each);
      const expected = gridOfRows([table.head, rows]);
      expect(foundIn(sheet, first, expected)).toEqual(expected);
      const offset = first + table.head.length;
      for (const { cell, row, column } of place(rows)) {
        const found = sheet.cells.get(`${offset + row},${column}`);
        const isNumber = cell.kind === 'number' && /^[\d.]+%?$/.test(cell.text);
        if (found) expect.soft(typeof found.value, cell.text).toBe(isNumber ? 'number' : 'string');
      }
      const quoted = `'${sheet.name}'!`;
      const to = first + table.head.length;
      if (own) expect(sheet.printTitles).toBe(`${quoted}$${first + 1}:$${to}`);
      // What is frozen leaves room to scroll in.
      if (own) expect(sheet.frozenRows).toBe(heightOf(sheet, 0, to) > 320 ? 0 : to);
      expect(sheet.printArea.startsWith(`${quoted}$A$1:$`)).toBe(true);
      expect(sheet.landscape).toBe(table.paper === 'landscape');
    }
    for (const sheet of sheets) {
      expect(sheet.formulas).toBe(0);
      expect(sheet.fitToWidth).toBe(true);
      expect(sheet.paper).toBe('9');
      expect.soft(cutCells(sheet)).toEqual([]);
      // What stands between two breaks fits on a page with the head that is repeated.
      const [from, to] = titlesOf(sheet);
      const repeated = from ? heightOf(sheet, from - 1, to) : 0;
      for (const [index, end] of sheet.breaks.entries()) {
        const start = (sheet.breaks[index - 1] ?? -1) + 1;
        const page = heightOf(sheet, start, end + 1) + (index > 0 ? repeated : 0);
        expect.soft(page).toBeLessThanOrEqual(pageOf(sheet));
      }
      // 8 pixels a digit, 96 an inch: no wider than A4 without its margins.
      expect((sheet.width * 8 * 25.4) / 96).toBeLessThanOrEqual(sheet.landscape ? 267 : 180);
      expect(sheet.highestRow).toBeLessThanOrEqual(409);
      expect(sheet.header).toContain(document.running.draft);
      expect(sheet.header).toContain(document.running.caution);
      expect(sheet.footer).toContain(document.running.code);
      expect(sheet.footer).toMatch(/&P.*&N/);
    }
    const shown = [...sheets[0]!.cells.values()].map(({ shown }) => shown);
    expect(shown[0]).toBe(document.title);
    for (const { label, value } of document.facts)
      expect(shown).toContain(`${label}${language === 'zh' ? '：' : ': '}${value}`);
    for (const block of document.blocks)
      if (block.kind === 'heading' || block.kind === 'paragraph')
        expect(
          sheets.flatMap(({ cells }) => [...cells.values()].map(({ shown }) => shown)),
        ).toEqual(expect.arrayContaining(block.text.split('\n').filter(Boolean)));
  });
});

test('[DF5] a formula that a person typed stays text', async () => {
  const { experts } = referenceSetup('zhongshan-2019');
  const names = ['=1+1', '+cmd|x', '-2', '@SUM(A1)', '＝1'];
  const named = experts.map((expert, index) => ({ ...expert, name: names[index]! }));
  const [sheet] = printed('', sealedReference('zhongshan-2019', { experts: named }), 'zh');
  const sheets = await readExcel(await renderExcel(sheet!.document, 'zh'));
  const values = [...sheets.at(-1)!.cells.values()].map(({ value }) => value);
  expect(values).toEqual(expect.arrayContaining(names));
  expect(sheets.reduce((sum, { formulas }) => sum + formulas, 0)).toBe(0);
});

test.each([
  ['4', 4, '0'],
  ['4.50', 4.5, '0.00'],
  ['-0.5', -0.5, '0.0'],
  ['86.67%', 0.8667, '0.00%'],
  ['94%', 0.94, '0%'],
  ['0.57%', 0.0057, '0.00%'],
])('[DF5] %s is a number that is shown as it was printed', (text, value, format) => {
  expect(cellNumber(text)).toEqual({ value, format });
});

test.each(['', '—', '≈93%', '1e5', '0x10', '1,5', '=4', ' 4', '4 分'])('[DF5] %j is text', (text) =>
  expect(cellNumber(text)).toBeNull(),
);
