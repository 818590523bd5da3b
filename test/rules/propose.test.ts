import { describe, expect, test } from 'vitest';
import { fengshun2023 } from '../../shared/framework/presets/fengshun-2023.ts';
import { national2020 } from '../../shared/framework/presets/national-2020.ts';
import { zhongshan2019 } from '../../shared/framework/presets/zhongshan-2019.ts';
import { leavesOf } from '../../shared/framework/tree.ts';
import { checkRule } from '../../shared/rules/check-rule.ts';
import { propose } from '../../shared/rules/propose.ts';
import { ruleSchema } from '../../shared/rules/schema.ts';
import { ruleText } from '../../shared/rules/rule-text.ts';
import type { Rule } from '../../shared/rules/terms.ts';

const ruleOf = (text: string, points: number): Rule | null => propose(text, points)?.rule ?? null;
const textOf = (text: string, points: number): string | null => {
  const rule = ruleOf(text, points);
  return rule && ruleText(rule, points, 'zh');
};
const leaves = [zhongshan2019, fengshun2023, national2020].flatMap(({ id, framework }) =>
  leavesOf(framework).map((leaf) => ({ ...leaf, name: `${id} ${leaf.id}` })),
);

describe('[RU13] a criteria text is read', () => {
  test.each([
    ['明确(5分),基本明确(3分),不明确(0分)', 5_00, '明确（5分），基本明确（3分），不明确（0分）'],
    ['有制度得2分，无制度不得分', 2_00, '有制度（2分），无制度（0分）'],
    ['有则得2分', 2_00, '有（2分），不符合（0分）'],
    ['没有调整(5分),或原因不合理(0-2分)', 5_00, '没有调整（5分），或原因不合理（0–2分）'],
    [
      '预算支出完成率≥95%得5分,每下降10%(含10%),扣1分,扣完5分为止。',
      5_00,
      '预算支出完成率（支付额/预算额）≥95%得5分，每下降10%扣1分（不足10%的按10%计），扣完5分为止',
    ],
    [
      '完成率100%得满分，每降低1%扣0.1分，不足1%不计',
      3_00,
      '完成率（完成数/计划数）≥100%得3分，每下降1%扣0.1分（不足1%的不计），扣完3分为止',
    ],
    [
      '成本控制在100%以内得5分，每超出5%扣1分，按比例扣分',
      5_00,
      '成本（完成数/计划数）≤100%得5分，每超出5%扣1分（按比例扣分），扣完5分为止',
    ],
    ['全部满足(10分),每满足一个2.5分', 10_00, '全部满足（10分），每满足一项（2.5分），共4项'],
    [
      '满意度100%(5分),≥90%(4分),低于60%(0分)',
      5_00,
      '满意度（满意的人数/受调查的人数）≥100%（5分），≥90%（4分），低于90%（0分）',
    ],
    ['支付额/预算额度*100*指标权重', 3_00, '预算执行率：支付额/预算额度×分值'],
    ['酌情扣0.5分', 2_00, '酌情扣0.5分'],
    ['得满分，否则酌情扣分', 5_00, '酌情扣分'],
    ['发生安全事故的，不得分', 5_00, '发生安全事故的，不得分'],
    [
      '全部满足(5分),每满足一个(2.5分)。无佐证,按50%计分',
      5_00,
      '全部满足（5分），每满足一项（2.5分），共2项。无佐证的，按50%计分',
    ],
    [
      '1.有制度2分 2.执行到位8分 3.有记录2分',
      12_00,
      '1.有制度2分：酌情扣分。2.执行到位8分：酌情扣分。3.有记录2分：酌情扣分。',
    ],
    [
      '有制度则得2分；执行到位得3分',
      5_00,
      '1.有制度2分：有制度（2分），不符合（0分）。2.执行到位3分：执行到位（3分），不符合（0分）。',
    ],
  ])('%s', (text, points, read) => expect(textOf(text, points)).toBe(read));

  test.each([
    ['', 5_00],
    ['据此核定分数。', 2_00],
    ['依据相关信息和证据判断资金分配是否合理', 3_00],
    ['2023年10月完成，历时5分钟', 5_00],
    ['明确(5分)', 0],
    [`${'明确(5分),'.repeat(1000)}`, 5_00],
  ])('%s states no rule', (text, points) => expect(ruleOf(text, points)).toBeNull());

  test('what the text leaves open is a doubt, never a silent guess', () => {
    const doubts = (text: string, points: number) => propose(text, points)?.doubts;
    expect(doubts('完成率≥95%得5分,每下降10%扣1分', 5_00)).toEqual(['rounding-unstated']);
    expect(doubts('每下降10%扣1分，不足10%按10%计', 5_00)).toEqual(['from-unstated']);
    expect(doubts('全部满足(5分),每满足一个(2.5分)', 5_00)).toEqual(['count-unstated']);
    expect(doubts('有则得2分', 2_00)).toEqual(['otherwise-unstated']);
    expect(doubts('支付额/预算额*100*权重，可适当调整得分', 3_00)).toEqual([
      'times-hundred',
      'adjustable',
    ]);
    expect(doubts('满意度高于90%(5分),低于90%(0分)', 5_00)).toEqual(['bound-excluded']);
    expect(doubts('预算执行率=（实际支出/实际到位）×100%', 4_00)).toEqual(['scoring-unstated']);
    expect(doubts('目标明确(5分),不明确(0分)', 5_00)).toEqual([]);
  });

  test('a proposal shows the places that it was read from', () => {
    const text = '目标明确（5分），不明确（0分）。';
    const places = propose(text, 5_00)?.read.map(({ start, end }) => text.slice(start, end));
    expect(places).toEqual(['目标明确（5分）', '不明确（0分）']);
    const step = '预算支出完成率≥95%得5分,每下降10%(含10%),扣1分,扣完5分为止。';
    expect(propose(step, 5_00)?.read.map(({ start, end }) => step.slice(start, end))).toEqual([
      '≥95%得5分',
      '每下降10%(含10%),扣1分',
      '扣完5分',
    ]);
  });

  test('0 of the lowest level is a level, 0 of an incident is a veto', () => {
    expect(ruleOf('健全(4分),基本健全(2分),存在重大缺陷(0分)', 4_00)?.kind).toBe('levels');
    expect(ruleOf('健全(4分),基本健全(2分)。发生事故的,不得分', 4_00)?.kind).toBe('veto');
    expect(ruleOf('≥90%(4分),低于60%或出现上访、涉诉问题(0分)', 4_00)).toMatchObject({
      kind: 'veto',
      conditions: ['出现上访、涉诉问题'],
      otherwise: { kind: 'threshold', below: 0 },
    });
  });
});

describe('the texts of the references', () => {
  const proposals = leaves.flatMap((leaf) => {
    const proposal = propose(leaf.criteria, leaf.points);
    return proposal ? [{ leaf, proposal }] : [];
  });

  test('all eighteen of Zhongshan and the formula-like ones of Fengshun state a rule', () => {
    const names = proposals.map(({ leaf }) => leaf.name);
    expect(names.filter((name) => name.startsWith('zhongshan'))).toHaveLength(18);
    expect(names.filter((name) => name.startsWith('fengshun'))).toEqual(
      ['i01', 'i08', 'i09', 'i10', 'i11', 'i12', 'i13', 'i20'].map((id) => `fengshun-2023 ${id}`),
    );
  });

  test.each(proposals)('$leaf.name: whole, fitting, and its words read back as itself', (one) => {
    const { leaf, proposal } = one;
    expect(ruleSchema.safeParse(proposal.rule).success).toBe(true);
    expect(checkRule(proposal.rule, leaf.points)).toEqual([]);
    expect(ruleOf(ruleText(proposal.rule, leaf.points, 'zh'), leaf.points)).toEqual(proposal.rule);
    expect(ruleText(proposal.rule, leaf.points, 'en')).not.toBe('');
    for (const { start, end } of proposal.read) {
      expect(start).toBeGreaterThanOrEqual(0);
      expect(end).toBeGreaterThan(start);
      expect(end).toBeLessThanOrEqual(leaf.criteria.length);
    }
  });
});
