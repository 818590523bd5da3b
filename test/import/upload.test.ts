import { describe, expect, test } from 'vitest';
import { readUpload } from '../../server/import/read-upload.ts';
import { ImportRefused } from '../../server/import/refused.ts';
import { fengshun2023 } from '../../shared/framework/presets/fengshun-2023.ts';
import { zhongshan2019 } from '../../shared/framework/presets/zhongshan-2019.ts';
import { readFramework } from '../../shared/import/read-framework.ts';
import type { Sheet } from '../../shared/import/sheet.ts';
import { formulaWorkbook, hostileWorkbooks, wholeSheetRanges } from '../kit/hostile-workbooks.ts';
import { fengshunLayout, zhongshanLayout } from '../kit/layouts.ts';
import { workbookOf } from '../kit/workbooks.ts';
import { adopted, doubts, grid, tree } from './read.ts';

const texts = (sheets: readonly Sheet[]) => sheets.map(({ rows }) => rows.map((row) => [...row]));

describe('a workbook comes in', () => {
  test.each([
    ['Zhongshan', zhongshan2019, zhongshanLayout],
    ['Fengshun', fengshun2023, fengshunLayout],
  ] as const)(
    '[IM1] %s as .xlsx in its layout: the sheet it was, so the tree it was',
    async (_, preset, layout) => {
      const sheet = layout(preset).sheet();
      const sheets = await readUpload(await workbookOf([sheet]));
      const before = readFramework([sheet]);
      const reading = readFramework(sheets);
      expect(reading.doubts).toEqual([]);
      expect(adopted(reading)).toEqual(adopted(before));
    },
  );

  test('[IM1] numbers as the sheet shows them, percents, hidden rows, columns and sheets', async () => {
    const first = grid('一级指标|权重|旧\n甲|12.5%|1\n乙|87.5%|2\n丙|0.1|3', {
      ...{ hiddenRows: [3], hiddenColumns: [2], name: '指标' },
      merges: [{ top: 0, left: 0, bottom: 0, right: 0 }].slice(1),
    });
    const second = grid('说明', { name: '封面', hidden: true });
    const sheets = await readUpload(await workbookOf([second, first]));
    expect(sheets.map(({ name, hidden }) => [name, hidden])).toEqual([
      ['封面', true],
      ['指标', false],
    ]);
    expect(sheets[1]).toMatchObject({ hiddenRows: [3], hiddenColumns: [2] });
    expect(tree(readFramework(sheets))).toBe('甲12.5 乙87.5');
  });

  test('[IM10] how far a name is set in', async () => {
    const indents = { A3: 1, A4: 2, A6: 1 };
    const sheet = grid('指标|分值\n决策|\n立项|\n依据|60\n产出|\n数量|40', { indents });
    const sheets = await readUpload(await workbookOf([sheet]));
    expect(sheets[0]!.indents).toEqual(indents);
    expect(tree(readFramework(sheets))).toBe('决策(立项(依据60)) 产出(数量40)');
  });

  test('[IM1] of a formula the value that it had last, never the formula', async () => {
    const sheets = await readUpload(formulaWorkbook());
    expect(JSON.stringify(sheets)).not.toMatch(/WEBSERVICE|calc|1\+1/);
    const reading = readFramework(sheets);
    expect(tree(reading)).toBe('甲60 乙40 丙 丁');
    expect(doubts(reading)).toEqual(['formula-error B4', 'points-missing B5']);
  });

  test('[IM7] ranges over a whole sheet cost nothing', async () => {
    const file = wholeSheetRanges();
    expect(file.length).toBeLessThan(2400);
    expect(tree(readFramework(await readUpload(file)))).toBe('甲100');
  });

  const CSV = '一级指标,分值,评分标准\n甲,60,"一,二\n三"\n乙,40,';
  test.each([
    ['UTF-8', Buffer.from(CSV)],
    ['UTF-8 with a mark', Buffer.from(`\ufeff${CSV}`)],
    ['UTF-16', Buffer.from(`\ufeff${CSV}`, 'utf16le')],
    ['semicolons', Buffer.from('一级指标;分值;评分标准\n甲;60;"一,二\n三"\n乙;40;')],
    ['tabs', Buffer.from('一级指标\t分值\t评分标准\r\n甲\t60\t"一,二\n三"\r\n乙\t40\t\r\n')],
    [
      'GB18030',
      // 一级指标,分值,评分标准 … as an office in China saves it.
      Buffer.from(
        'd2bbbcb6d6b8b1ea2cb7d6d6b52cc6c0b7d6b1ead7bc0abcd72c36302c22d2bb2cb6fe0ac8fd220ad2d22c34302c',
        'hex',
      ),
    ],
  ])('[IM1] CSV: %s', async (_, file) => {
    const reading = readFramework(await readUpload(file));
    expect(tree(reading)).toBe('甲60 乙40');
    expect(reading.tree[0]!.criteria.value).toBe('一,二\n三');
    expect(reading.doubts).toEqual([]);
  });
});

describe('a hostile file is refused in words', () => {
  const hostile = hostileWorkbooks();
  test.each(Object.keys(hostile))('[IM7] %s', async (name) => {
    const { file, code } = hostile[name]!;
    const refused = await readUpload(file).then(texts, (error: unknown) => error);
    expect(refused).toBeInstanceOf(ImportRefused);
    const { code: given, zh, en } = refused as ImportRefused;
    expect(given).toBe(code);
    expect(`${zh}${en}`).not.toMatch(/[{}]|undefined|NaN/);
    expect(zh.length).toBeGreaterThan(5);
  });
});
