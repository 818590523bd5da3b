import { describe, expect, test } from 'vitest';
import { computedPoints, evaluate } from '../../shared/rules/evaluate.ts';
import type { Measure, ProjectFacts, Rule, RuleInput } from '../../shared/rules/terms.ts';
import { traceText } from '../../shared/rules/trace.ts';

/** The vectors of the executable criteria: every kind, on the texts of the reference reports. */
const NO_FACTS: ProjectFacts = { budget: null, spent: null };
const ZHONGSHAN: ProjectFacts = { budget: 3_172_000_00, spent: 2_042_500_00 };

const execution: Measure = {
  name: '预算支出完成率',
  part: '支付额',
  whole: '预算额',
  of: 'project',
};
const satisfaction: Measure = {
  name: '满意度',
  part: '满意的人数',
  whole: '受调查的人数',
  of: 'count',
};

const step = (rounding: 'floor' | 'ceil' | 'linear'): Rule => ({
  kind: 'step',
  measure: execution,
  side: 'below',
  from: 95_00,
  every: 10_00,
  each: 1_00,
  rounding,
  most: 5_00,
});
const levels: Rule = {
  kind: 'levels',
  options: [
    { label: '目标明确', points: 5_00 },
    { label: '基本明确', points: 3_00 },
    { label: '不明确', points: 0 },
  ],
};
const range: Rule = {
  kind: 'range',
  options: [
    { label: '预算没有调整', least: 5_00, most: 5_00 },
    { label: '有调整，有手续', least: 3_00, most: 3_00 },
    { label: '没有手续，或原因不合理', least: 0, most: 2_00 },
  ],
};
const threshold: Rule = {
  kind: 'threshold',
  measure: satisfaction,
  rows: [
    { least: 100_00, points: 5_00 },
    { least: 90_00, points: 4_00 },
    { least: 80_00, points: 3_00 },
    { least: 70_00, points: 2_00 },
    { least: 60_00, points: 1_00 },
  ],
  below: 0,
};
const perItem: Rule = { kind: 'per-item', count: 4, each: 2_50 };
const discretionary: Rule = { kind: 'discretionary', usual: 50 };

const rate = (value: number): RuleInput => ({ kind: 'rate', rate: value });
const pointsOf = (rule: Rule, input: RuleInput | null, points: number) =>
  computedPoints({ points, rule }, input, NO_FACTS);
const said = (rule: Rule, input: RuleInput | null, points: number, facts = NO_FACTS) => {
  const result = evaluate(rule, input, points, facts);
  if ('points' in result) return traceText(result.trace, 'zh');
  return 'missing' in result ? `缺：${result.missing.zh}` : `误：${result.fault.zh}`;
};

describe('[RU1] levels', () => {
  test.each([
    [0, 5_00],
    [1, 3_00],
    [2, 0],
  ])('choice %i gives %i', (choice, points) => {
    expect(pointsOf(levels, { kind: 'choice', choice }, 5_00)).toBe(points);
  });

  test('a choice that is not there is said', () => {
    expect(said(levels, { kind: 'choice', choice: 3 }, 5_00)).toBe(
      '误：所选档次不存在，请重新选择',
    );
    expect(said(levels, null, 5_00)).toBe('缺：请选择符合的一档');
    expect(said(levels, { kind: 'choice', choice: 1 }, 5_00)).toBe('“基本明确”；得 3 分');
  });
});

describe('[RU2] range', () => {
  test('a choice that is one value needs no other', () => {
    expect(pointsOf(range, { kind: 'choice', choice: 0 }, 5_00)).toBe(5_00);
  });

  test('a value inside the chosen range, its ends included', () => {
    for (const value of [0, 1_50, 2_00])
      expect(pointsOf(range, { kind: 'choice', choice: 2, value }, 5_00)).toBe(value);
    expect(said(range, { kind: 'choice', choice: 2 }, 5_00)).toBe(
      '缺：这一档为 0–2 分，请在其中给分',
    );
    expect(said(range, { kind: 'choice', choice: 2, value: 2_50 }, 5_00)).toContain('误：');
  });
});

describe('[RU3] step deduction', () => {
  test.each([
    ['floor', 95_00, 5_00],
    ['floor', 94_90, 5_00],
    ['ceil', 94_90, 4_00],
    ['linear', 94_90, 4_99],
    ['floor', 64_40, 2_00],
    ['linear', 64_40, 1_94],
    ['ceil', 64_40, 1_00],
    ['ceil', 85_00, 4_00],
    ['floor', 85_00, 4_00],
    ['floor', 44_90, 0],
    ['ceil', 44_90, 0],
    ['linear', 0, 0],
  ] as const)('%s at %i gives %i', (rounding, given, points) => {
    expect(pointsOf(step(rounding), rate(given), 5_00)).toBe(points);
  });

  test('the published score of 资金使用效率性 from the project’s own facts', () => {
    expect(said(step('ceil'), null, 5_00, ZHONGSHAN)).toBe(
      '预算支出完成率 = 支付额 2,042,500 元 ÷ 预算额 3,172,000 元 ≈ 64.39%；低于 95% 约 30.61 个百分点，按 10% 一档，不足一档按一档计，计 4 档，每档扣 1 分，扣 4 分；得 1 分',
    );
  });

  test('what is left by share is rounded half up', () => {
    // Half a point for 100 %: 99 % leaves 0.995, which is 1.00; 98.99 % leaves 0.99495.
    const rule: Rule = {
      ...step('linear'),
      kind: 'step',
      from: 100_00,
      every: 100_00,
      each: 50,
    } as Rule;
    expect(pointsOf(rule, rate(99_00), 1_00)).toBe(1_00);
    expect(pointsOf(rule, rate(98_99), 1_00)).toBe(99);
  });

  test('a rise over the bound costs where the rule says so', () => {
    const rule = { ...step('ceil'), side: 'above', from: 100_00 } as Rule;
    expect(pointsOf(rule, rate(100_00), 5_00)).toBe(5_00);
    expect(pointsOf(rule, rate(100_01), 5_00)).toBe(4_00);
  });

  test('the ceiling of the deduction is said where it holds', () => {
    const rule = { ...step('ceil'), most: 2_00 } as Rule;
    expect(said(rule, rate(10_00), 5_00)).toContain('扣 9 分；扣完 2 分为止；得 3 分');
  });

  test('a rule without a step size is a fault, never an endless one', () => {
    expect(said({ ...step('ceil'), every: 0 } as Rule, rate(50_00), 5_00)).toContain('误：');
  });
});

describe('[RU4] per item', () => {
  test.each([
    [4, 10_00],
    [3, 7_50],
    [1, 2_50],
    [0, 0],
  ])('%i of 4 gives %i', (met, points) => {
    expect(pointsOf(perItem, { kind: 'count', met }, 10_00)).toBe(points);
  });

  test('all of them is the maximum, whatever one is worth', () => {
    expect(
      pointsOf({ kind: 'per-item', count: 3, each: 3_00 }, { kind: 'count', met: 3 }, 10_00),
    ).toBe(10_00);
  });

  test('more than there are is a fault', () => {
    expect(said(perItem, { kind: 'count', met: 5 }, 10_00)).toBe('误：满足的项数应在 0 到 4 之间');
    expect(said(perItem, { kind: 'count', met: 3 }, 10_00)).toBe(
      '4 项中满足 3 项，每项 2.5 分；得 7.5 分',
    );
  });
});

describe('[RU5] threshold table', () => {
  test.each([
    [100_00, 5_00],
    [99_99, 4_00],
    [90_00, 4_00],
    [83_00, 3_00],
    [60_00, 1_00],
    [59_99, 0],
  ])('%i gives %i', (given, points) => {
    expect(pointsOf(threshold, rate(given), 5_00)).toBe(points);
  });

  test('two figures are compared exactly, not as they are printed', () => {
    expect(said(threshold, { kind: 'quotient', part: 29_999, whole: 30_000 }, 5_00)).toBe(
      '满意度 = 满意的人数 29999 ÷ 受调查的人数 30000 ≈ 100%；达到 90%；得 4 分',
    );
  });

  test('more satisfied than asked is a fault', () => {
    expect(said(threshold, { kind: 'quotient', part: 11, whole: 10 }, 5_00)).toBe(
      '误：满意的人数不能多于受调查的人数',
    );
    expect(said(threshold, rate(100_01), 5_00)).toContain('误：满意度应在 0 到 100% 之间');
  });
});

describe('[RU6] ratio', () => {
  const rule: Rule = { kind: 'ratio', measure: execution };

  test('64.4 % of 3 is 1.93', () => {
    expect(said(rule, rate(64_40), 3_00)).toBe(
      '预算支出完成率 64.4%；64.4% × 3 ≈ 1.93；得 1.93 分',
    );
  });

  test('all of the budget is the maximum, and more than it no more', () => {
    expect(pointsOf(rule, { kind: 'quotient', part: 650_000_00, whole: 650_000_00 }, 3_00)).toBe(
      3_00,
    );
    expect(pointsOf(rule, rate(120_00), 3_00)).toBe(3_00);
  });

  test('without the project’s figures it asks for them', () => {
    expect(said(rule, null, 3_00)).toBe('缺：请填预算支出完成率，或分别填支付额和预算额');
    expect(said(rule, { kind: 'quotient', part: 1, whole: 0 }, 3_00)).toContain('误：');
  });
});

describe('[RU7] discretionary deductions', () => {
  const deductions = (...amounts: number[]): RuleInput => ({
    kind: 'deductions',
    deductions: amounts.map((amount) => ({ amount, reason: '未见设置成本指标。' })),
  });

  test('their sum is the difference to the maximum', () => {
    expect(pointsOf(discretionary, deductions(50), 2_00)).toBe(1_50);
    expect(pointsOf(discretionary, deductions(50, 1_50), 2_00)).toBe(0);
    expect(pointsOf(discretionary, deductions(), 2_00)).toBe(2_00);
    expect(said(discretionary, deductions(50, 1_00), 2_00)).toBe(
      '未见设置成本指标，扣 0.5 分；未见设置成本指标，扣 1 分；共扣 1.5 分；得 0.5 分',
    );
  });

  test('more than there is, nothing, or no reason is said', () => {
    expect(said(discretionary, deductions(2_50), 2_00)).toContain('误：扣分合计 2.5 分');
    expect(said(discretionary, deductions(0), 2_00)).toContain('误：第 1 条扣分应大于 0');
    expect(said(discretionary, null, 2_00)).toContain('缺：');
    const unexplained: RuleInput = {
      kind: 'deductions',
      deductions: [{ amount: 50, reason: ' ' }],
    };
    expect(said(discretionary, unexplained, 2_00)).toBe('缺：请写明第 1 条扣分的理由');
  });
});

describe('[RU8] veto', () => {
  const rule: Rule = { kind: 'veto', conditions: ['出现上访、涉诉问题'], otherwise: threshold };

  test('any hit gives 0, whatever else was entered', () => {
    expect(said(rule, { kind: 'veto', hits: [0], of: rate(100_00) }, 5_00)).toBe(
      '出现“出现上访、涉诉问题”，不得分；得 0 分',
    );
    expect(pointsOf(rule, { kind: 'veto', hits: [0], of: null }, 5_00)).toBe(0);
  });

  test('without a hit the other rule holds, or the maximum', () => {
    expect(pointsOf(rule, { kind: 'veto', hits: [], of: rate(83_00) }, 5_00)).toBe(3_00);
    const alone: Rule = { kind: 'veto', conditions: ['发生安全事故'], otherwise: null };
    expect(pointsOf(alone, { kind: 'veto', hits: [], of: null }, 5_00)).toBe(5_00);
    expect(said(alone, null, 5_00)).toContain('缺：');
  });
});

describe('[RU9] no evidence at half', () => {
  const rule: Rule = { kind: 'half', when: '无佐证', of: perItem };

  test('half of what the other rule gives', () => {
    const all: RuleInput = { kind: 'count', met: 4 };
    expect(said(rule, { kind: 'evidence', without: true, of: all }, 5_00)).toBe(
      '4 项全部满足；无佐证，按 50% 计分：5 × 50% = 2.5；得 2.5 分',
    );
    expect(pointsOf(rule, { kind: 'evidence', without: false, of: all }, 5_00)).toBe(5_00);
  });
});

describe('[RU10] composite', () => {
  const rule: Rule = {
    kind: 'composite',
    parts: [
      { label: '预算执行规范性', points: 2_00, rule: discretionary },
      { label: '事项支出的合规性', points: 8_00, rule: discretionary },
      { label: '会计核算规范性', points: 2_00, rule: discretionary },
    ],
  };
  const none: RuleInput = { kind: 'deductions', deductions: [] };

  test('the parts add up, each with its calculation', () => {
    const less: RuleInput = {
      kind: 'deductions',
      deductions: [{ amount: 1_00, reason: '摘要填写不够准确' }],
    };
    expect(said(rule, { kind: 'parts', parts: [none, none, less] }, 12_00)).toBe(
      '预算执行规范性 2 分（无扣分）；事项支出的合规性 8 分（无扣分）；会计核算规范性 1 分（摘要填写不够准确，扣 1 分）；得 11 分',
    );
  });

  test('an open or wrong part is named', () => {
    expect(said(rule, { kind: 'parts', parts: [none] }, 12_00)).toContain('缺：事项支出的合规性：');
    expect(said(rule, { kind: 'parts', parts: [none, rate(1)] }, 12_00)).toContain(
      '误：事项支出的合规性：',
    );
  });
});

test('a rule that gives more than the points is a fault, never cut off', () => {
  expect(said(levels, { kind: 'choice', choice: 0 }, 4_00)).toContain('误：评分规则与分值不符');
});
