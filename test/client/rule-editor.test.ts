import { describe, expect, test } from 'vitest';
import { PERCENT, WHOLE } from '../../client/setup/rules/notation.ts';
import { segmentsOf } from '../../client/setup/rules/segments.ts';
import { readRate } from '../../client/setup/rules/try-text.ts';
import { BASIC_KINDS, blankRule } from '../../shared/rules/blank-rule.ts';
import { checkRule } from '../../shared/rules/check-rule.ts';
import { assemble, layersOf } from '../../shared/rules/layers.ts';
import { propose } from '../../shared/rules/propose.ts';
import { ruleSchema } from '../../shared/rules/schema.ts';
import type { Measure, Rule } from '../../shared/rules/terms.ts';

const base: Rule = { kind: 'discretionary', usual: null };

describe('what is typed into a rule', () => {
  test('percent with or without its sign, full width too', () => {
    for (const text of ['64.4', '64.4%', ' 64.4 ％']) expect(PERCENT.read(text), text).toBe(64_40);
    for (const text of ['', '-1', '64.444', '约64']) expect(PERCENT.read(text), text).toBeNull();
  });

  test('a number of items, never a broken one', () => {
    expect(WHOLE.read('4')).toBe(4);
    expect(WHOLE.read('４ 项')).toBe(4);
    for (const text of ['', '1.5', '101', '-1']) expect(WHOLE.read(text), text).toBeNull();
  });

  test('a rate as percent, or as the two figures that it is made of', () => {
    const money: Measure = { name: '执行率', part: '支付额', whole: '预算额', of: 'project' };
    const count: Measure = { name: '满意度', part: '满意', whole: '调查', of: 'count' };
    expect(readRate('64.4', money)).toEqual({ kind: 'rate', rate: 64_40 });
    const figures = { kind: 'quotient', part: 2_042_500_00, whole: 3_172_000_00 };
    expect(readRate('2,042,500/3,172,000', money)).toEqual(figures);
    expect(readRate('204.25万 ÷ 317.2万', money)).toEqual(figures);
    expect(readRate('83/100', count)).toEqual({ kind: 'quotient', part: 83, whole: 100 });
    for (const text of ['', '1/2/3', '8.5/10', '甲/乙']) expect(readRate(text, count)).toBeNull();
  });
});

describe('the words that a proposal was read from', () => {
  test('are the whole text in order, with the places marked', () => {
    const text = '目标明确(5分),不明确(0分)。';
    const segments = segmentsOf(text, propose(text, 5_00)!.read);
    expect(segments.map((segment) => segment.text).join('')).toBe(text);
    const marked = segments.filter(({ read }) => read).map((segment) => segment.text);
    expect(marked).toEqual(['目标明确(5分)', '不明确(0分)']);
  });

  test('count once where places overlap', () => {
    const read = [
      { start: 2, end: 4 },
      { start: 0, end: 3 },
    ];
    expect(segmentsOf('abcdef', read)).toEqual([
      { text: 'abc', read: true },
      { text: 'd', read: true },
      { text: 'ef', read: false },
    ]);
  });
});

describe('a rule as a person sets it up', () => {
  test('is its basic rule with what excludes and what halves, and back again', () => {
    const veto: Rule = { kind: 'veto', conditions: ['发生事故'], otherwise: base };
    const half: Rule = { kind: 'half', when: '无佐证', of: veto };
    expect(layersOf(half)).toEqual({ half: '无佐证', conditions: ['发生事故'], base });
    for (const rule of [base, veto, half, { ...veto, otherwise: null }] as Rule[])
      expect(assemble(layersOf(rule))).toEqual(rule);
    expect(assemble({ half: '无佐证', conditions: null, base: null })).toBeNull();
  });

  test.each(BASIC_KINDS)('a new one of kind %s fits its points and goes over the wire', (kind) => {
    for (const points of [1_00, 5_00, 12_50]) {
      const rule = blankRule(kind, points);
      expect(ruleSchema.safeParse(rule).success).toBe(true);
      expect(checkRule(rule, points).filter(({ code }) => code !== 'amount-zero')).toEqual([]);
    }
  });

  test('the deepest that the editor makes goes over the wire', () => {
    const deep = (of: Rule): Rule => ({
      kind: 'half',
      when: '无佐证',
      of: { kind: 'veto', conditions: ['发生事故'], otherwise: of },
    });
    const parts = [{ label: '甲', points: 1_00, rule: deep(base) }];
    expect(ruleSchema.safeParse(deep({ kind: 'composite', parts })).success).toBe(true);
  });
});
