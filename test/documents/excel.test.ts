import { describe, expect, test } from 'vitest';
import { renderExcel } from '../../server/documents/excel/excel.ts';
import { cellNumber } from '../../server/documents/excel/numbers.ts';
import { tablesOf } from '../../shared/documents/document.ts';
import { inPieces } from '../../shared/documents/pieces.ts';
import { place, type Rows, type Table } from '../../shared/documents/table.ts';
import { readExcel, type ReadSheet } from '../kit/excel.ts';
import { gridOfRows, type FoundCell } from '../kit/grid.ts';
import { printed, printedReferences } from '../kit/printed.ts';
import { referenceSetup, sealedReference } from '../kit/reference-panel.ts';

/** The table's cells as they stand in the sheet; those without text are left out of both. */
function foundIn({ cells, merges }: ReadSheet, first: number, expected: FoundCell[]): FoundCell[] {
  return expected.map(({ row, column }) => {
    const place = `${first + row},${column}`;
    const { rows, columns } = merges.get(place) ?? { rows: 1, columns: 1 };
    return { text: cells.get(place)?.shown ?? '', row, column, rows, columns };
  });
}

const rowsOf = ({ body, foot, widths }: Table): Rows => inPieces([...body, ...foot], widths);
const gridOf = (table: Table): FoundCell[] => gridOfRows([table.head, rowsOf(table)]);

describe('[DF5] both references as Excel', () => {
  test.each(printedReferences())('$name', async ({ document, language }) => {
    const sheets = await readExcel(await renderExcel(document, language));
    const tables = tablesOf(document);
    expect(sheets).toHaveLength(Math.max(1, tables.length));
    tables.forEach((table, index) => {
      const sheet = sheets[index]!;
      const expected = gridOf(table);
      const first = sheet.frozenRows - table.head.length;
      expect(foundIn(sheet, first, expected)).toEqual(expected);
      const offset = sheet.frozenRows;
      for (const { cell, row, column } of place(rowsOf(table))) {
        const found = sheet.cells.get(`${offset + row},${column}`);
        const isNumber = cell.kind === 'number' && /^[\d.]+%?$/.test(cell.text);
        if (found) expect.soft(typeof found.value, cell.text).toBe(isNumber ? 'number' : 'string');
      }
      expect(sheet.printTitles).toContain(`$${first + 1}:$${sheet.frozenRows}`);
      expect(sheet.printArea).toMatch(/\$A\$1:\$[A-Z]+\$\d+$/);
      expect(sheet.landscape).toBe(table.paper === 'landscape');
    });
    for (const sheet of sheets) {
      expect(sheet.formulas).toBe(0);
      expect(sheet.fitToWidth).toBe(true);
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
  expect(sheets.map(({ formulas }) => formulas)).toEqual([0, 0]);
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
