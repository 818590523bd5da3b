import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { isTable, parseTsv } from '../../client/setup/tsv.ts';

/** As Excel writes a range to the clipboard. */
const copied = (rows: string[][]) =>
  rows
    .map((row) =>
      row
        .map((cell) => (/["\t\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell))
        .join('\t'),
    )
    .map((row) => `${row}\r\n`)
    .join('');

describe('a table from the clipboard', () => {
  test('[TS1] rows and cells, the empty ones of merged cells too', () => {
    expect(parseTsv('项目立项\t绩效目标\t5\r\n\t绩效指标\t5\r\n')).toEqual([
      ['项目立项', '绩效目标', '5'],
      ['', '绩效指标', '5'],
    ]);
    expect(parseTsv('a\nb')).toEqual([['a'], ['b']]);
    expect(parseTsv('a\rb\n')).toEqual([['a'], ['b']]);
  });

  test('[TS2] a cell with lines and quotes of its own', () => {
    expect(parseTsv('"1.制度健全2分\n2.执行8分"\t"“甲”""乙"""')).toEqual([
      ['1.制度健全2分\n2.执行8分', '“甲”"乙"'],
    ]);
  });

  test('[TS2] a quote that closes no cell is a character', () => {
    expect(parseTsv('"智慧"项目\t5')).toEqual([['"智慧"项目', '5']]);
    expect(parseTsv('"没有结尾\t5')).toEqual([['"没有结尾', '5']]);
  });

  test('[TS3] tells a table from a text', () => {
    expect(['', '5', '5\n', 'a\tb', 'a\nb', '"a\nb"'].map(isTable)).toEqual([
      false,
      false,
      false,
      true,
      true,
      false,
    ]);
  });

  test('[TS4] reads back whatever a table program copies', () => {
    const cell = fc
      .string({ unit: fc.constantFrom('评', '5', '"', '\t', '\n', ',', 'a') })
      .map((text) => text.trim());
    const table = fc
      .integer({ min: 1, max: 4 })
      .chain((width) =>
        fc.array(fc.array(cell, { minLength: width, maxLength: width }), { minLength: 1 }),
      );
    fc.assert(
      fc.property(table, (rows) => {
        expect(parseTsv(copied(rows))).toEqual(rows);
      }),
    );
  });
});
