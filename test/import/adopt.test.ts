import { describe, expect, test } from 'vitest';
import { zhongshan2019 } from '../../shared/framework/presets/zhongshan-2019.ts';
import { leavesOf } from '../../shared/framework/tree.ts';
import { adoptTree, matchSelf } from '../../shared/import/adopt.ts';
import { readFramework } from '../../shared/import/read-framework.ts';
import { zhongshanLayout } from '../kit/layouts.ts';
import { adopted, drawn, read } from './read.ts';

describe('what a table becomes', () => {
  test('[IM2] the same table over itself changes no id and keeps the rules that were confirmed', () => {
    const { tree, title } = readFramework([zhongshanLayout(zhongshan2019).sheet()]);
    const { framework } = adoptTree(tree, title!.value, zhongshan2019.framework, []);
    expect(framework.indicators).toEqual(zhongshan2019.framework.indicators);
  });

  test('[IM2] other criteria or points end a rule; its indicator stays the same', () => {
    const { tree } = readFramework([zhongshanLayout(zhongshan2019).sheet()], {
      texts: { E4: '另定' },
    });
    const { framework } = adoptTree(tree, '', zhongshan2019.framework, []);
    const [first, second] = leavesOf(framework);
    expect([first!.id, first!.rule, second!.rule?.kind]).toEqual(['i01', null, 'levels']);
  });

  test('[IM2] a new indicator never gets an id that evidence or a self-assessment refers to', () => {
    const before = adopted(read('一级指标|分值\n甲|100')).framework;
    const { tree } = read('一级指标|分值\n乙|60\n甲|40');
    const { framework } = adoptTree(tree, '', before, ['i02', 'i03']);
    expect(framework.indicators.map(({ id, name }) => `${id} ${name}`)).toEqual([
      'i04 乙',
      'i01 甲',
    ]);
    expect(drawn(framework)).toBe('乙60 甲40');
  });
});

describe('a self-assessment for a framework that is there', () => {
  const { framework } = zhongshan2019;

  test('[IM3] by the names from the top down, or by the own name where only one has it', () => {
    const { tree } = read(
      '一级指标|三级指标|分值|自评得分|自评说明\n项目绩效|经济效益|5|4|有佐证\n|业务办理自助化|10|10|\n别的|没有的|5|1|',
    );
    expect(matchSelf(tree, framework)).toEqual({
      selfAssessment: {
        i14: { score: 4_00, reason: '有佐证' },
        i11: { score: 10_00, reason: '' },
      },
      matched: 2,
      unmatched: ['没有的'],
    });
  });
});
