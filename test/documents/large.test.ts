import { describe, expect, test } from 'vitest';
import { render } from '../../server/documents/render.ts';
import { type Document, documentOfTables } from '../../shared/documents/document.ts';
import { cell, headOf } from '../../shared/documents/table.ts';
import { readExcel } from '../kit/excel.ts';
import { readPdf } from '../kit/pdf.ts';
import { readWord } from '../kit/word.ts';

const LEAVES = 120;
/** No two characters of a reason are alike, so that a lost line is missed. */
const reasonOf = (index: number): string =>
  String.fromCodePoint(...Array.from({ length: 2000 }, (_, at) => 0x4e00 + ((index + at) % 5000)));
const SIDE = (15 * 72) / 25.4;

/** 120 indicators on three levels, every fifth with the longest reason that may be typed. */
const large: Document = {
  ...documentOfTables(
    [
      {
        title: '项目绩效评价评分表',
        paper: 'landscape',
        widths: [18, 18, 30, 120, 15, 66],
        head: headOf(['一级指标', '二级指标', '三级指标', '评分标准', '评分', '扣分理由']),
        body: Array.from({ length: LEAVES }, (_, index) => [
          ...(index % 60 === 0 ? [cell('level', `一级${index}`, 60)] : []),
          ...(index % 20 === 0 ? [cell('level', `二级${index}`, 20)] : []),
          cell('leaf', `指标第${index}号`),
          cell('text', '目标明确得满分，基本明确得一半，不明确不得分。'.repeat(1 + (index % 7))),
          cell('number', `${index}.5`),
          cell('text', index % 5 === 0 ? reasonOf(index) : ''),
        ]),
        foot: [[cell('label', '合计', 1, 4), cell('number', '7200'), cell('text', '')]],
      },
    ],
    {
      ...{ id: 'large', name: '评分表', facts: [{ label: '项目名称', value: '长'.repeat(300) }] },
      running: { draft: '', caution: '', code: '封存码 A1B2' },
    },
  ),
};

describe('[DF7] 120 indicators with reasons of 2,000 characters', () => {
  test('PDF: nothing is lost, nothing leaves its page, every page says where it is', async () => {
    const pdf = readPdf(await render({ document: large, language: 'zh', format: 'pdf' }));
    expect(pdf.pages.length).toBeLessThan(130);
    const text = pdf.pages.join('');
    for (let index = 0; index < LEAVES; index += 5)
      for (const character of reasonOf(index)) expect(text.includes(character)).toBe(true);
    for (let index = 0; index < LEAVES; index += 1) expect(text).toContain(`指标第${index}号`);
    const { width, height } = pdf.sizes[0]!;
    const outside = pdf.words.filter(
      ({ left, top, right, bottom }) =>
        left < SIDE - 1 || right > width - SIDE + 1 || top < 0 || bottom > height,
    );
    expect(outside).toEqual([]);
    // A level that a page cuts is named again on the next one.
    for (const page of pdf.pages.slice(1, -1)) expect(page).toMatch(/一级(0|60)/);
  });

  test('Word and Excel: every text is whole', async () => {
    const word = await readWord(await render({ document: large, language: 'zh', format: 'docx' }));
    const reasons = word.tables.at(-1)!.cells.filter(({ column }) => column === 5);
    expect(reasons.map(({ text }) => text).filter(Boolean)).toEqual([
      '扣分理由',
      ...Array.from({ length: LEAVES / 5 }, (_, index) => reasonOf(5 * index)),
    ]);
    const [sheet] = await readExcel(
      await render({ document: large, language: 'zh', format: 'xlsx' }),
    );
    expect(sheet!.highestRow).toBeLessThanOrEqual(409);
    const text = [...sheet!.cells]
      .filter(([place]) => place.endsWith(',5'))
      .map(([, { shown }]) => shown);
    expect(text.join('')).toBe(
      `扣分理由${Array.from({ length: LEAVES / 5 }, (_, index) => reasonOf(5 * index)).join('')}`,
    );
  });
});
