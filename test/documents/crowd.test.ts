import { beforeAll, describe, expect, test } from 'vitest';
import { render } from '../../server/documents/render.ts';
import { type Document, tablesOf } from '../../shared/documents/document.ts';
import { place } from '../../shared/documents/table.ts';
import { readExcel } from '../kit/excel.ts';
import { readPdf } from '../kit/pdf.ts';
import { printed } from '../kit/printed.ts';
import { eventfulReference } from '../kit/reference-panel.ts';
import { readWord } from '../kit/word.ts';

const EXPERTS = 15;
const SIDE = (15 * 72) / 25.4;

describe('[DF8] fifteen experts', () => {
  let scores: Document;
  let names: string[];
  beforeAll(() => {
    const story = eventfulReference('zhongshan-2019', EXPERTS);
    scores = printed('', story, 'zh').find(({ document: { id } }) => id === 'scores')!.document;
    const head = tablesOf(scores)[0]!.head[0]!;
    names = story.state.setup.experts.map(({ name }) => name);
    expect(head.map(({ text }) => text)).toEqual(expect.arrayContaining(names));
  });

  test('PDF: every column lies on the page, every number on one line', async () => {
    const { words, sizes, pages } = readPdf(
      await render({ document: scores, language: 'zh', format: 'pdf' }),
    );
    expect(sizes[0]!.width).toBeGreaterThan(sizes[0]!.height);
    for (const { left, right, text, page } of words)
      expect
        .soft([left >= SIDE - 1, right <= sizes[page]!.width - SIDE + 1], text)
        .toEqual([true, true]);
    for (const name of names) expect(pages.join('')).toContain(name);
    const [table] = tablesOf(scores);
    const printedNumbers = place([...table!.body, ...table!.foot])
      .filter(({ cell: { kind, text } }) => kind === 'number' && text !== '')
      .map(({ cell: { text } }) => text);
    const found = new Map<string, number>();
    for (const { text } of words) found.set(text, (found.get(text) ?? 0) + 1);
    // '28' in two lines would be a 2 and an 8.
    for (const text of new Set(printedNumbers.filter((each) => each.length > 1)))
      expect
        .soft(found.get(text) ?? 0, text)
        .toBeGreaterThanOrEqual(printedNumbers.filter((each) => each === text).length);
  });

  test('Word: the table is no wider than its page, and a number has room for a wider font', async () => {
    const { tables, page, files } = await readWord(
      await render({ document: scores, language: 'zh', format: 'docx' }),
    );
    const room = page.width - page.left - page.right;
    for (const { widths } of tables)
      expect(widths.reduce((sum, each) => sum + each, 0)).toBeLessThanOrEqual(room);
    const xml = files.get('word/document.xml')!.toString();
    const cells = [...xml.matchAll(/<w:tc>.*?<\/w:tc>/gs)].map(([text]) => text);
    const numbers = cells.filter((text) => /<w:t[^>]*>\d+(\.\d+)?<\/w:t>/.test(text));
    expect(numbers.length).toBeGreaterThan(EXPERTS * 18);
    for (const text of numbers) {
      const read = (pattern: RegExp) => Number(pattern.exec(text)?.[1] ?? 0);
      const [, number] = /<w:t[^>]*>([\d.]+)<\/w:t>/.exec(text)!;
      const margins =
        read(/<w:left w:type="dxa" w:w="(\d+)"/) + read(/<w:right w:type="dxa" w:w="(\d+)"/);
      const free = read(/<w:tcW [^>]*w:w="(\d+)"/) - margins - read(/<w:ind w:right="(\d+)"/);
      // Of 10 points: a digit is half as wide, a point a quarter, and a fifth more is to spare.
      const width = [...number!].reduce((sum, each) => sum + (each === '.' ? 50 : 100), 0);
      expect.soft(free, number!).toBeGreaterThanOrEqual(width * 1.2);
    }
  });

  test('Excel: the columns add up to no more than the page, and no number is too wide', async () => {
    const [sheet] = await readExcel(
      await render({ document: scores, language: 'zh', format: 'xlsx' }),
    );
    expect(sheet!.landscape).toBe(true);
    expect((sheet!.width * 8 * 25.4) / 96).toBeLessThanOrEqual(267);
    for (const [at, { shown, value }] of sheet!.cells) {
      if (typeof value !== 'number') continue;
      // Digits of 10 points in columns measured in digits of 12.
      const column = sheet!.columns[Number(at.split(',')[1])]!;
      expect.soft(shown.length * (10 / 12), at).toBeLessThanOrEqual(column);
    }
  });
});
