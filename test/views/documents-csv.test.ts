import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { csvOf, resultCsv } from '../../shared/documents/csv.ts';
import { smallSetup } from '../kit/panel.ts';
import { factsOf } from '../kit/print.ts';
import { sealedReference } from '../kit/reference-panel.ts';

const read = (text: string): string[][] => parse(text, { bom: true });

describe('the result as CSV', () => {
  test('[CV1] a row for each indicator with every score, n, value, decision, deduction and reason', () => {
    const [heads, ...rows] = read(resultCsv(factsOf(sealedReference('fengshun-2023')), 'zh'));
    expect(heads).toEqual([
      ...['一级指标', '二级指标', '三级指标', '四级指标', '分值', '自评得分'],
      ...['专家一', '专家二', '专家三', '专家四', '专家五'],
      ...['轮次', 'n', '合成', '定分', '扣分', '扣分理由'],
    ]);
    expect(rows).toHaveLength(20);
    expect(rows[1]).toEqual([
      ...['决策', '项目立项', '目标设置', '完整性', '2', '', '1.5', '1.5', '1.5', '1.5', '1.5'],
      ...['1', '5', '1.5', '1.5', '0.5', '绩效指标未见设置成本指标、满意度指标，酌情扣0.5分'],
    ]);
    const sum = rows.reduce((total, row) => total + Number(row.at(-3)), 0);
    expect(sum).toBe(93.5);
  });

  test('[CV1] an expert of an anonymous panel gets no names', () => {
    const rules = { ...smallSetup().rules, anonymity: 'anonymous' as const };
    const story = sealedReference('zhongshan-2019', { rules });
    const text = resultCsv(factsOf(story, 'e2'), 'zh');
    expect(text).not.toMatch(/专家[一二三四五]/);
    expect(read(text)[1]!.slice(3, 6)).toEqual(['5', '5', '3 3 3 3 3']);
  });

  test('[CV2] a byte order mark, CRLF, and nothing that a spreadsheet would compute', () => {
    const text = csvOf([
      ['=1+1', '+1', '-1', '@a', '\ta', '\ra', '＝1', '＋1', '－1', '＠a', '1-2'],
    ]);
    expect(text.startsWith('\ufeff')).toBe(true);
    expect(text.endsWith('\r\n')).toBe(true);
    expect(read(text)[0]).toEqual([
      ...["'=1+1", "'+1", "'-1", "'@a", "'\ta", "'\ra", "'＝1", "'＋1", "'－1", "'＠a", '1-2'],
    ]);
  });

  test('[CV2] any text is read back as it was, but for the apostrophe', () => {
    const cell = fc.string({ unit: 'grapheme' });
    const row = fc.array(cell, { minLength: 2, maxLength: 4 });
    fc.assert(
      fc.property(row, (cells) => {
        const [back] = read(csvOf([cells]));
        cells.forEach((text, at) => expect([text, `'${text}`]).toContain(back![at]));
        for (const text of back!) expect(text).not.toMatch(/^[=+\-@\t\r＝＋－＠]/);
      }),
    );
  });
});
