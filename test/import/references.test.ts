import { describe, expect, test } from 'vitest';
import { fengshun2023 } from '../../shared/framework/presets/fengshun-2023.ts';
import { national2020 } from '../../shared/framework/presets/national-2020.ts';
import { zhongshan2019 } from '../../shared/framework/presets/zhongshan-2019.ts';
import type { Framework, Indicator } from '../../shared/framework/terms.ts';
import { readFramework } from '../../shared/import/read-framework.ts';
import { adopted } from './read.ts';
import { fengshunLayout, nationalLayout, zhongshanLayout } from '../kit/layouts.ts';

/** Without what no sheet says: rules, natures and the title. */
const plain = ({ indicators }: Pick<Framework, 'indicators'>): unknown =>
  indicators.map(({ nature: _n, rule: _r, children, ...indicator }: Indicator) => ({
    ...indicator,
    children: plain({ indicators: children }),
  }));

describe('the reference tables, in the layouts of their reports', () => {
  test.each([
    ['Zhongshan', zhongshan2019, zhongshanLayout],
    ['Fengshun', fengshun2023, fengshunLayout],
    ['the national framework', national2020, nationalLayout],
  ] as const)('[IM1] %s is read without a doubt and gives the same tree', (_, preset, layout) => {
    const reading = readFramework([layout(preset).sheet()]);
    expect(reading.doubts).toEqual([]);
    const { framework, selfAssessment } = adopted(reading);
    expect(plain(framework)).toEqual(plain(preset.framework));
    expect(selfAssessment).toEqual(preset.selfAssessment);
  });

  test('[IM1] each value tells its cell; the title and the facts around the table are found', () => {
    const reading = readFramework([zhongshanLayout(zhongshan2019).sheet()]);
    expect(reading.title).toEqual({
      value: '重点项目绩效评价小组意见表',
      cell: { row: 0, column: 0 },
    });
    expect(reading.facts.map(({ field, value }) => [field, value])).toEqual([
      ['name', '“智慧社区矫正”'],
      ['unit', '（见封面）'],
    ]);
    const leaf = reading.tree[0]!.children[0]!.children[0]!;
    expect(leaf.name.cell).toEqual({ row: 3, column: 2 });
    expect(leaf.criteria.cell).toEqual({ row: 3, column: 4 });
    expect(leaf.selfScore.cell).toEqual({ row: 3, column: 5 });
    expect(reading.tree[0]!.points).toEqual({ value: 15_00, cell: { row: 3, column: 0 } });
  });
});
