import { describe, expect, test } from 'vitest';
import { namedAmounts, offeredScores } from '../../shared/rules/amounts.ts';
import { fengshun2023 } from '../../shared/framework/presets/fengshun-2023.ts';
import { national2020 } from '../../shared/framework/presets/national-2020.ts';
import { PUBLISHED } from '../../shared/framework/presets/published.ts';
import { zhongshan2019 } from '../../shared/framework/presets/zhongshan-2019.ts';
import { leavesOf } from '../../shared/framework/tree.ts';

/** Every amount as "kind points «the words tapped» label". */
function read(criteria: string, points: number): string[] {
  return namedAmounts(criteria, points * 100).map(
    ({ kind, points: named, start, end, label }) =>
      `${kind} ${named / 100} «${criteria.slice(start, end)}» ${label}`,
  );
}

const perItem = (max: number, ...multiples: number[]) => [
  `level ${max} «${max}分» 全部满足`,
  ...multiples.map((points) => `per-item ${points} «${multiples[0]}分» 每满足一个`),
  'level 0 «0分» 不满足',
];

const ZHONGSHAN: Record<string, string[]> = {
  i01: ['level 5 «5分» 目标明确', 'level 3 «3分» 基本明确', 'level 0 «0分» 不明确'],
  i02: [
    'level 5 «5分» 全面细化量化指标',
    'level 3 «3分» 主要目标细化量化',
    'level 0 «0分» 无量化指标',
  ],
  i03: [
    'level 5 «5分» 预算没有调整',
    'level 3 «3分» 有调整,有相关手续并说明了原因',
    'range 0 «0» 预算有调整,但没有相关手续,或原因不合理',
    'range 2 «2分» 预算有调整,但没有相关手续,或原因不合理',
  ],
  i04: [
    'level 2 «2分» 制订专项资金管理办法',
    'level 1 «1分» 具有相关资金管理办法',
    'level 0 «0分» 无管理办法',
  ],
  i05: ['level 8 «8分» 资金使用完全合规', 'level 5 «5分» 基本合规', 'level 0 «0分» 不合规'],
  i06: [
    'level 5 «得5分» 预算支出完成率≥95%',
    ...[4, 3, 2, 1, 0].map((left) => `deduction ${left} «扣1分» 每下降10%(含10%)`),
    'deduction 0 «扣完5分» 扣完5分',
  ],
  i07: ['level 3 «3分» 财务监控措施有效', 'level 2 «2分» 基本有效', 'level 0 «0分» 无效'],
  i08: ['level 4 «4分» 制度健全', 'level 2 «2分» 基本健全', 'level 0 «0分» 不健全'],
  i09: [
    'level 8 «8分» 完全按制度执行',
    'level 5 «5分» 基本执行',
    'level 0 «0分» 未执行',
    'level 0 «不得分» 其中:未按规定政府采购、招投标、投资评审的;或项目管理出现严重问题的;或发生较大等级以上生产安全事故的',
  ],
  i10: ['level 5 «5分» 质量监控措施全面到位', 'level 3 «3分» 基本到位', 'level 0 «0分» 不到位'],
  i11: perItem(10, 2.5, 5, 7.5, 10),
  i12: perItem(10, 5, 10),
  i13: perItem(5, 2.5, 5),
  i14: perItem(5, 2.5, 5),
  i15: perItem(5, 2.5, 5),
  i16: perItem(5, 2.5, 5),
  i17: ['level 5 «5分» 满足', 'level 0 «0分» 不满足'],
  i18: [
    'level 5 «5分» 满意度100%的',
    'level 4 «4分» ≥90%',
    'level 3 «3分» ≥80%',
    'level 2 «2分» ≥70%',
    'level 1 «1分» ≥60%',
    'level 0 «0分» 低于60%或出现上访、涉诉问题',
  ],
};

describe('the criteria of Zhongshan', () => {
  const leaves = leavesOf(zhongshan2019.framework);

  test('[AM1] all eighteen are read', () => {
    expect(leaves.map(({ id }) => id)).toEqual(Object.keys(ZHONGSHAN));
  });

  test.each(leaves)('[AM1] $id $path.2', ({ id, criteria, points }) => {
    expect(read(criteria, points / 100)).toEqual(ZHONGSHAN[id]);
  });

  test('[AM2] what the panel gave was on offer, but for the half that no criteria name', () => {
    const off = leaves.filter((leaf) => {
      const offered = offeredScores(namedAmounts(leaf.criteria, leaf.points), leaf);
      return !offered.includes(PUBLISHED['zhongshan-2019'].results[leaf.id]?.score ?? -1);
    });
    // 无佐证,按50%计分: half of an all-or-nothing indicator.
    expect(off.map(({ id }) => id)).toEqual(['i17']);
  });
});

describe('the criteria of Fengshun and of the national framework', () => {
  const named = leavesOf(fengshun2023.framework)
    .map(({ id, criteria, points }) => [id, read(criteria, points / 100)] as const)
    .filter(([, amounts]) => amounts.length > 0);

  test('[AM3] parts of a composite are parts, and what is said inside them is left alone', () => {
    expect(Object.fromEntries(named)).toMatchObject({
      i09: [
        'part 2 «2分» 预算执行规范性',
        'part 8 «8分» 事项支出的合规性',
        'part 2 «2分» 会计核算规范性',
      ],
      i11: [
        expect.stringMatching(/^part 2 «得2分» 资金使用单位/),
        expect.stringMatching(/^part 3 «得3分» 具体根据/),
      ],
    });
  });

  test('[AM1] full marks are named by four and 4 points by one; the rest names nothing', () => {
    expect(named.map(([id, [first]]) => [id, first?.replace(/ [^ ]*$/, '')])).toEqual([
      ['i01', 'level 4 «得4分»'],
      ['i09', 'part 2 «2分»'],
      ['i10', 'level 5 «得满分»'],
      ['i11', 'part 2 «得2分»'],
      ['i12', 'level 2 «得满分»'],
      ['i13', 'level 3 «得满分»'],
    ]);
  });

  test('[AM1] the national criteria name no amounts', () => {
    const all = leavesOf(national2020.framework);
    expect(all.flatMap(({ criteria, points }) => namedAmounts(criteria, points))).toEqual([]);
  });
});

describe('other ways to write them', () => {
  test.each<[string, string, number, string[]]>([
    ['full width', '目标明确（５分），不明确（０分）。', 5, ['level 5 «５分»', 'level 0 «０分»']],
    [
      'no brackets',
      '优秀5分，良好3分，较差0分',
      5,
      ['level 5 «5分»', 'level 3 «3分»', 'level 0 «0分»'],
    ],
    ['one deduction', '未公开的，扣0.5分', 3, ['deduction 2.5 «扣0.5分»']],
    ['a range of deductions', '视情况扣1-2分', 3, ['deduction 2 «1»', 'deduction 1 «2分»']],
    ['a full-width range', '得３～４分', 5, ['range 3 «３»', 'range 4 «４分»']],
    ['both ends with a unit', '基本合理(1分-3分)', 5, ['range 1 «1»', 'range 3 «3分»']],
    ['a floor', '情节严重的可扣至0分', 5, ['level 0 «扣至0分»']],
    [
      'a ceiling',
      '每缺一项扣2分,最多扣4分',
      10,
      ['deduction 8 «扣2分»', 'deduction 6 «扣2分»', 'deduction 6 «扣4分»'],
    ],
    ['a year is no repetition', '每年公开的得2分', 5, ['level 2 «得2分»']],
    [
      'numbered levels',
      '1.明确(5分)2.基本明确(3分)3.不明确(0分)',
      5,
      ['level 5 «5分»', 'level 3 «3分»', 'level 0 «0分»'],
    ],
    ['parts without numbers', '制度健全2分，执行有效3分', 5, ['part 2 «2分»', 'part 3 «3分»']],
    [
      'levels below full marks in words',
      '符合得满分,基本3分,部分2分',
      5,
      ['level 5 «得满分»', 'level 3 «3分»', 'level 2 «2分»'],
    ],
    [
      'levels inside numbered parts',
      '①健全得2分,否则得1分。②有效得3分',
      5,
      ['part 2 «得2分»', 'part 3 «得3分»'],
    ],
    ['more than the maximum', '考核90分以上得5分', 5, ['level 5 «得5分»']],
    ['an addition', '获表彰加1分', 5, []],
    ['minutes, shares, scales', '5分钟内, 3分之2, 采用5分制, 本项5分值', 5, []],
    ['a third decimal', '得1.005分', 5, []],
    ['not full marks', '有缺漏的不得满分', 5, []],
    ['per cent', '无佐证,按50%计分', 5, []],
    ['nothing', '', 5, []],
  ])('[AM4] %s: %s', (_, criteria, points, expected) => {
    expect(read(criteria, points).map((line) => line.replace(/ [^ ]*$/, ''))).toEqual(expected);
  });

  test('[AM4] a very fine unit is offered once, not ten thousand times', () => {
    expect(read('每件0.01分', 100)).toEqual(['per-item 0.01 «0.01分» 每件']);
  });

  test('[AM5] the taps beside the input are on the grid, once each, best first', () => {
    const of = (criteria: string, step: number) =>
      offeredScores(namedAmounts(criteria, 500), { points: 500, step });
    expect(of('全部满足(5分),每满足一个(2.5分),不满足(0分)', 50)).toEqual([500, 250, 0]);
    expect(of('全部满足(5分),每满足一个(2.5分),不满足(0分)', 100)).toEqual([500, 0]);
    expect(of('1.甲2分;2.乙3分', 50)).toEqual([]);
  });
});
