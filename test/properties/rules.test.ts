import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { isOnGrid } from '../../shared/framework/points.ts';
import { evaluate } from '../../shared/rules/evaluate.ts';
import { propose } from '../../shared/rules/propose.ts';
import { parseInput } from '../../shared/rules/inputs.ts';
import { ruleText } from '../../shared/rules/rule-text.ts';
import { ruleSchema } from '../../shared/rules/schema.ts';
import type { Measure, Rule, RuleInput, StepRounding } from '../../shared/rules/terms.ts';
import { traceText } from '../../shared/rules/trace.ts';

const points = fc.integer({ min: 0, max: 100_00 });
const rate = fc.oneof(fc.constantFrom(0, 1, 95_00, 100_00), fc.integer({ min: 0, max: 1000_00 }));
const label = fc.constantFrom('', '甲', '目标明确', '出现问题');
const measure: fc.Arbitrary<Measure> = fc.record({
  name: fc.constantFrom('满意度', '预算执行率'),
  part: fc.constant('支付额'),
  whole: fc.constant('预算额'),
  of: fc.constantFrom('project', 'money', 'count'),
});

/** Any rule that the wire lets in, whether it makes sense or not. */
const { rule } = fc.letrec<{ rule: Rule }>((tie) => ({
  rule: fc.oneof(
    { depthSize: 'small', maxDepth: 2 },
    fc.record({
      kind: fc.constant('levels' as const),
      options: fc.array(fc.record({ label, points }), { maxLength: 4 }),
    }),
    fc.record({
      kind: fc.constant('range' as const),
      options: fc.array(fc.record({ label, least: points, most: points }), { maxLength: 4 }),
    }),
    fc.record({
      kind: fc.constant('step' as const),
      measure,
      side: fc.constantFrom('below' as const, 'above' as const),
      from: rate,
      every: rate,
      each: points,
      rounding: fc.constantFrom<StepRounding>('floor', 'ceil', 'linear'),
      most: points,
    }),
    fc.record({
      kind: fc.constant('per-item' as const),
      count: fc.integer({ min: 0, max: 100 }),
      each: points,
    }),
    fc.record({
      kind: fc.constant('threshold' as const),
      measure,
      rows: fc.array(fc.record({ least: rate, points }), { maxLength: 4 }),
      below: points,
    }),
    fc.record({ kind: fc.constant('ratio' as const), measure }),
    fc.record({
      kind: fc.constant('discretionary' as const),
      usual: fc.option(points, { nil: null }),
    }),
    fc.record({
      kind: fc.constant('veto' as const),
      conditions: fc.array(label, { maxLength: 3 }),
      otherwise: fc.option(tie('rule'), { nil: null }),
    }),
    fc.record({ kind: fc.constant('half' as const), when: label, of: tie('rule') }),
    fc.record({
      kind: fc.constant('composite' as const),
      parts: fc.array(fc.record({ label, points, rule: tie('rule') }), { maxLength: 3 }),
    }),
  ),
}));

const { input } = fc.letrec<{ input: RuleInput }>((tie) => ({
  input: fc.oneof(
    { depthSize: 'small', maxDepth: 2 },
    fc.record({ kind: fc.constant('choice' as const), choice: fc.nat(4) }),
    fc.record({ kind: fc.constant('choice' as const), choice: fc.nat(4), value: points }),
    fc.record({ kind: fc.constant('rate' as const), rate }),
    fc.record({
      kind: fc.constant('quotient' as const),
      part: fc.nat(),
      whole: fc.oneof(fc.constant(0), fc.nat()),
    }),
    fc.record({ kind: fc.constant('count' as const), met: fc.nat(100) }),
    fc.record({
      kind: fc.constant('deductions' as const),
      deductions: fc.array(fc.record({ amount: points, reason: label }), { maxLength: 3 }),
    }),
    fc.record({
      kind: fc.constant('veto' as const),
      hits: fc.uniqueArray(fc.nat(3), { maxLength: 2 }).map((hits) => hits.sort()),
      of: fc.option(tie('input'), { nil: null }),
    }),
    fc.record({
      kind: fc.constant('evidence' as const),
      without: fc.boolean(),
      of: fc.option(tie('input'), { nil: null }),
    }),
    fc.record({
      kind: fc.constant('parts' as const),
      parts: fc.array(fc.option(tie('input'), { nil: null }), { maxLength: 3 }),
    }),
  ),
}));

const facts = fc.record({
  budget: fc.option(fc.nat(), { nil: null }),
  spent: fc.option(fc.nat(), { nil: null }),
});

describe('rules', () => {
  test('whatever the wire lets in gives exact points in 0…maximum with a sentence, or says why not', () => {
    let computed = 0;
    fc.assert(
      fc.property(
        rule,
        fc.option(input, { nil: null }),
        points,
        facts,
        (given, fact, most, known) => {
          expect(ruleSchema.safeParse(given).success).toBe(true);
          if (fact) expect(parseInput(fact)).toEqual(fact);
          const result = evaluate(given, fact, most, known);
          if (!('points' in result)) {
            const { zh, en } = 'missing' in result ? result.missing : result.fault;
            expect(zh.length * en.length).toBeGreaterThan(0);
            return;
          }
          computed += 1;
          expect(isOnGrid(result.points, most, 1)).toBe(true);
          expect(traceText(result.trace, 'zh')).not.toMatch(/undefined|NaN|null/);
          expect(traceText(result.trace, 'en')).not.toMatch(/undefined|NaN|null/);
        },
      ),
      { numRuns: 2000 },
    );
    expect(computed).toBeGreaterThan(50);
  });

  test('figures of different units are a fault in words, not a rate of a hundred thousand million', () => {
    const slip: Rule = {
      kind: 'step',
      measure: { name: '执行率', part: '支付额', whole: '预算额', of: 'project' },
      ...{ side: 'above', from: 0, every: 1, each: 8_08, rounding: 'floor', most: 0 },
    };
    const known = (spent: number) => ({ budget: 1_00, spent });
    expect(evaluate(slip, null, 0, known(111_475_238_400))).toHaveProperty('fault');
    expect(evaluate(slip, null, 0, known(10_00))).toHaveProperty('points');
    expect(evaluate(slip, null, 0, known(10_01))).toHaveProperty('fault');
  });

  test('[RU3] a begun step that counts costs most, one that is free least, and a better rate never costs', () => {
    const step = (rounding: StepRounding): Rule => ({
      kind: 'step',
      measure: { name: '执行率', part: '支付额', whole: '预算额', of: 'money' },
      side: 'below',
      from: 95_00,
      every: 10_00,
      each: 1_00,
      rounding,
      most: 5_00,
    });
    const given = (rounding: StepRounding, at: number) => {
      const result = evaluate(step(rounding), { kind: 'rate', rate: at }, 5_00, {
        budget: null,
        spent: null,
      });
      return 'points' in result ? result.points : NaN;
    };
    fc.assert(
      fc.property(fc.nat(110_00), fc.nat(10_00), (at, better) => {
        expect(given('ceil', at)).toBeLessThanOrEqual(given('linear', at));
        expect(given('linear', at)).toBeLessThanOrEqual(given('floor', at));
        for (const rounding of ['floor', 'ceil', 'linear'] as const)
          expect(given(rounding, at + better)).toBeGreaterThanOrEqual(given(rounding, at));
      }),
    );
  });
});

/** Shreds of criteria, and anything else. */
const shred = fc.constantFrom(
  ...[
    '目标明确',
    '(5分)',
    '（3分）',
    '得2分',
    '得满分',
    '不得分',
    '每满足一个',
    '(2.5分)',
    '扣0.5分',
  ],
  ...[
    '≥95%',
    '低于60%',
    '每下降10%',
    '(含10%)',
    '扣完5分为止',
    '酌情',
    '可直接扣到0分',
    '0-2分',
    '1.',
    '2.',
  ],
  ...[
    '，',
    '。',
    '；',
    ',',
    '(',
    ')',
    '：',
    '/',
    '×',
    '分值',
    '率',
    '支付额',
    '预算额',
    '100',
    '%',
    '或',
  ],
  ...['无佐证,按50%计分', '其中:', '出现上访', '否则', '如无', '核定分数', '共', '项', '不足10%的'],
);
const shreds = fc.array(shred, { maxLength: 24 }).map((parts) => parts.join(''));

describe('reading criteria', () => {
  test('[RU13] no text throws; a proposal is a rule with its places in the text', () => {
    let read = 0;
    fc.assert(
      fc.property(
        fc.oneof(fc.string(), shreds),
        fc.constantFrom(2_00, 5_00, 10_00),
        (text, most) => {
          const proposal = propose(text, most);
          if (!proposal) return;
          read += 1;
          expect(ruleSchema.safeParse(proposal.rule).success).toBe(true);
          for (const { start, end } of proposal.read) {
            expect(start).toBeGreaterThanOrEqual(0);
            expect(end).toBeLessThanOrEqual(text.length);
          }
        },
      ),
      { numRuns: 2000 },
    );
    expect(read).toBeGreaterThan(50);
  });

  test('[RU13] the words of a rule read back as that rule', () => {
    const words = fc.uniqueArray(
      fc.constantFrom('明确', '基本明确', '不明确', '有记录', '无记录'),
      {
        minLength: 3,
        maxLength: 3,
      },
    );
    const amounts = fc
      .uniqueArray(fc.integer({ min: 0, max: 9 }), { minLength: 2, maxLength: 2 })
      .map((lower) => [10, ...lower].map((halves) => halves * 50));
    const named = fc.constantFrom<Measure>(
      { name: '预算执行率', part: '支付额', whole: '预算额', of: 'project' },
      { name: '满意度', part: '满意的人数', whole: '受调查的人数', of: 'count' },
    );
    const flat = fc.oneof<fc.Arbitrary<Rule>[]>(
      fc.tuple(words, amounts).map(([labels, given]) => ({
        kind: 'levels',
        options: labels.map((own, index) => ({ label: own, points: given[index]! })),
      })),
      fc.record({
        kind: fc.constant('step' as const),
        measure: named,
        side: fc.constant('below' as const),
        from: fc.integer({ min: 50, max: 100 }).map((whole) => whole * 100),
        every: fc.integer({ min: 1, max: 20 }).map((whole) => whole * 100),
        each: fc.integer({ min: 1, max: 10 }).map((halves) => halves * 50),
        rounding: fc.constantFrom<StepRounding>('floor', 'ceil', 'linear'),
        most: fc.integer({ min: 1, max: 10 }).map((halves) => halves * 50),
      }),
      fc.record({
        kind: fc.constant('per-item' as const),
        count: fc.integer({ min: 1, max: 9 }),
        each: fc.integer({ min: 1, max: 9 }).map((halves) => halves * 50),
      }),
      named.map((own) => ({ kind: 'ratio', measure: own })),
      fc.constantFrom<Rule>(
        { kind: 'discretionary', usual: null },
        { kind: 'discretionary', usual: 50 },
      ),
    );
    const wrapped = fc.oneof(
      flat,
      flat.map((of): Rule => ({ kind: 'half', when: '无佐证', of })),
      flat
        .filter(({ kind }) => kind !== 'discretionary')
        .map((otherwise): Rule => ({
          kind: 'veto',
          conditions: ['出现上访', '发生事故'],
          otherwise,
        })),
    );
    fc.assert(
      fc.property(wrapped, (given) => {
        expect(propose(ruleText(given, 5_00, 'zh'), 5_00)?.rule).toEqual(given);
      }),
      { numRuns: 1000 },
    );
  });
});
