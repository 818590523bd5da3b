import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { alignmentsOf, splitNumber } from '../../shared/documents/numerals.ts';
import { type Block, heightOf, paginate } from '../../shared/documents/paginate.ts';
import { inPieces } from '../../shared/documents/pieces.ts';
import { textWidths } from '../../shared/documents/text-widths.ts';
import { cell, type Rows } from '../../shared/documents/table.ts';

const block = (change: Partial<Block>): Block => ({
  ...{ head: 10, rows: [], merged: [], gap: 5, keep: 0 },
  ...change,
});

const anyBlock: fc.Arbitrary<Block> = fc
  .array(fc.integer({ min: 1, max: 130 }), { minLength: 1, maxLength: 25 })
  .chain((rows) =>
    fc.record({
      head: fc.integer({ min: 0, max: 20 }),
      rows: fc.constant(rows),
      merged: fc.array(
        fc
          .tuple(
            fc.nat(rows.length - 1),
            fc.integer({ min: 1, max: 6 }),
            fc.integer({ min: 1, max: 60 }),
          )
          .map(([from, count, height]) => ({
            from,
            to: Math.min(from + count, rows.length),
            height,
          })),
        { maxLength: 4 },
      ),
      gap: fc.integer({ min: 0, max: 10 }),
      keep: fc.nat(rows.length - 1),
    }),
  );

describe('pages', () => {
  test('[PG8] headings move to the next page with the first row of what follows', () => {
    const heading = block({ head: 0, rows: [10], withNext: true });
    const blocks = [block({ rows: [55] }), heading, heading, block({ head: 0, rows: [10, 10] })];
    const starts = paginate(blocks, 100, 0).map((parts) => parts[0]);
    expect(starts).toEqual([
      { block: 0, from: 0, to: 1 },
      { block: 1, from: 0, to: 1 },
    ]);
    expect(paginate([...blocks.slice(1)], 100, 0)).toHaveLength(1);
  });

  test('[PG1] every row once, in order, and no page over its height but for a row too high', () => {
    fc.assert(
      fc.property(
        fc.array(anyBlock, { minLength: 1, maxLength: 3 }),
        fc.nat(90),
        (blocks, lead) => {
          const pages = paginate(blocks, 100, lead);
          const rows = pages.flatMap((parts) =>
            parts.flatMap(({ block, from, to }) =>
              Array.from({ length: to - from }, (_, index) => `${block}.${from + index}`),
            ),
          );
          expect(rows).toEqual(
            blocks.flatMap(({ rows }, at) => rows.map((_, row) => `${at}.${row}`)),
          );
          pages.forEach((parts, at) => {
            const gaps = parts.slice(1).reduce((sum, { block }) => sum + blocks[block]!.gap, 0);
            const height = parts.reduce(
              (sum, { block, from, to }) => sum + heightOf(blocks[block]!, from, to),
              gaps + (at === 0 ? lead : 0),
            );
            const single = parts.length === 1 && parts[0]!.to - parts[0]!.from === 1;
            if (!single) expect(height).toBeLessThanOrEqual(100);
          });
        },
      ),
      { numRuns: 500 },
    );
  });

  test('[PG2] the total rows stay together with the last row before them', () => {
    const table = block({ rows: [30, 30, 20, 5, 5], keep: 2 });
    expect(paginate([table], 95, 0)).toEqual([
      [{ block: 0, from: 0, to: 2 }],
      [{ block: 0, from: 2, to: 5 }],
    ]);
  });

  test('[PG3] a block that is kept whole moves to the next page, and is cut only if it must be', () => {
    const table = block({ rows: [50] });
    const whole = block({ rows: [20, 20, 20], keep: 2 });
    expect(paginate([table, whole], 100, 0)).toEqual([
      [{ block: 0, from: 0, to: 1 }],
      [{ block: 1, from: 0, to: 3 }],
    ]);
    const long = block({ rows: [40, 40, 40], keep: 2 });
    expect(paginate([long], 100, 0)).toEqual([
      [{ block: 0, from: 0, to: 2 }],
      [{ block: 0, from: 2, to: 3 }],
    ]);
  });

  test('[PG4] a merged cell that is cut short counts with the height of its text', () => {
    const merged = [{ from: 0, to: 4, height: 60 }];
    const table = block({ rows: [20, 20, 20, 20], merged });
    expect(heightOf(table, 0, 4)).toBe(90);
    expect(heightOf(table, 3, 4)).toBe(70);
  });

  test('[PG9] a page ends where it cuts fewer merged cells, if little of it stays empty', () => {
    const merged = [
      { from: 0, to: 4, height: 5 },
      { from: 4, to: 7, height: 5 },
    ];
    const rows = [20, 20, 20, 20, 5, 20, 20];
    const starts = (table: Block) => paginate([table], 100, 0).map((parts) => parts[0]!.from);
    expect(starts(block({ rows, merged }))).toEqual([0, 4]);
    expect(starts(block({ rows }))).toEqual([0, 5]);
    const far = [
      { from: 0, to: 3, height: 5 },
      { from: 3, to: 7, height: 5 },
    ];
    expect(starts(block({ rows, merged: far }))).toEqual([0, 5]);
  });

  test('[PG9] but not for one page more', () => {
    const merged = [
      { from: 0, to: 4, height: 5 },
      { from: 4, to: 7, height: 5 },
    ];
    const rows = [20, 20, 20, 20, 5, 20, 20];
    const table = block({ head: 0, rows, merged });
    const starts = (room: number) => {
      const signatures = block({ head: 0, rows: [room], gap: 0 });
      return paginate([table, signatures], 90, 0).map((parts) => parts[0]!.from);
    };
    expect(starts(40)).toEqual([0, 4]);
    expect(starts(50)).toEqual([0, 5]);
  });

  test('[PG10] a page does not begin with the sum of what stands on the one before', () => {
    const rows = [40, 35, 10, 10, 40];
    const starts = (sums: boolean[]) =>
      paginate([block({ head: 5, rows, sums })], 94, 0).map((parts) => parts[0]!.from);
    expect(starts([false, false, false, false, false])).toEqual([0, 3]);
    expect(starts([false, false, false, true, false])).toEqual([0, 2]);
  });

  test('[PG11] rows that no page holds together are not kept together', () => {
    const table = block({ head: 0, rows: [30, 30, 30, 30, 30], keep: 4 });
    expect(paginate([block({ rows: [40] }), table], 100, 0)[0]).toHaveLength(2);
  });
});

describe('rows in pieces', () => {
  const widths = [20, 20, 60];
  const row = (text: string) => [cell('leaf', '名'), cell('text', text)];

  test('[PG5] ordinary rows stay as they are', () => {
    const rows: Rows = [[cell('level', '级', 2), ...row('短')], row('也短')];
    expect(inPieces(rows, widths)).toEqual(rows);
  });

  test('[PG6] a long text goes over several rows, nothing of it lost, its level grows with it', () => {
    const long = '评分标准'.repeat(250);
    const rows: Rows = [[cell('level', '级', 2), ...row(long)], row('短')];
    const pieces = inPieces(rows, widths);
    const texts = pieces.map((cells) => cells.filter(({ kind }) => kind === 'text')[0]!.text);
    expect(texts.slice(0, -1).join('')).toBe(long);
    expect(texts.length).toBeGreaterThan(2);
    expect(pieces[0]!.map(({ rows }) => rows)).toEqual([texts.length, texts.length - 1, 1]);
  });

  test('[PG6] new lines count as lines, and none is lost within a piece', () => {
    const lines = Array.from({ length: 100 }, (_, index) => `第${index}行`);
    const pieces = inPieces([[cell('note', lines.join('\n'), 1, 3)]], widths);
    expect(pieces.map((cells) => cells[0]!.text).join('\n')).toBe(lines.join('\n'));
    expect(Math.max(...pieces.map((cells) => cells[0]!.text.split('\n').length))).toBeLessThan(25);
  });
});

describe('columns of text', () => {
  const texts = (reason: number) => ({
    criteria: ['标'.repeat(100)],
    reasons: ['由'.repeat(reason)],
  });

  test('[PG12] keep the widths of the form, until a reason is long; none loses more than it can', () => {
    expect(textWidths([47, 28], texts(150))).toEqual([47, 28]);
    expect(textWidths([47, 28], texts(400))).toEqual([28, 47]);
    expect(textWidths([47, 28], texts(2000))).toEqual([28, 47]);
    expect(textWidths([20, 60], texts(200))).toEqual([20, 60]);
  });
});

describe('numbers on their decimal point', () => {
  test('[PG7] split before the point or the percent sign', () => {
    expect(['13', '23.5', '94%', '86.67%', ''].map(splitNumber)).toEqual([
      ['13', ''],
      ['23', '.5'],
      ['94', '%'],
      ['86', '.67%'],
      ['', ''],
    ]);
  });

  test('[PG7] a column is as wide as its widest halves', () => {
    const rows: Rows = [[cell('level', '级', 2), cell('number', '100')], [cell('number', '2.55')]];
    expect([...alignmentsOf(rows)]).toEqual([[1, { whole: 3, fraction: 3 }]]);
  });
});
