import { describe, expect, test } from 'vitest';
import { checkFramework } from '../../shared/framework/checks.ts';
import { checkRule } from '../../shared/rules/check-rule.ts';
import type { Measure, Rule } from '../../shared/rules/terms.ts';
import { framework, leaf } from '../framework/trees.ts';

const measure: Measure = { name: '满意度', part: '满意', whole: '调查', of: 'count' };
const step: Rule = {
  kind: 'step',
  measure,
  side: 'below',
  from: 95_00,
  every: 10_00,
  each: 1_00,
  rounding: 'ceil',
  most: 5_00,
};
const levels = (...points: number[]): Rule => ({
  kind: 'levels',
  options: points.map((each) => ({ label: `${each}`, points: each })),
});
const threshold = (rows: [number, number][], below = 0): Rule => ({
  kind: 'threshold',
  measure,
  rows: rows.map(([least, points]) => ({ least, points })),
  below,
});
const codes = (rule: Rule) => checkRule(rule, 5_00).map(({ code }) => code);

describe('[RU12] a rule is checked against the points', () => {
  test.each<[string, Rule, string[]]>([
    ['levels that reach the maximum', levels(5_00, 3_00, 0), []],
    ['levels that do not', levels(4_00, 0), ['maximum-off']],
    ['no levels', levels(), ['empty']],
    [
      'a level without words',
      { kind: 'levels', options: [{ label: ' ', points: 5_00 }] },
      ['label-empty'],
    ],
    [
      'a range upside down',
      { kind: 'range', options: [{ label: '甲', least: 6_00, most: 5_00 }] },
      ['range-reversed'],
    ],
    ['a step', step, []],
    ['a step of nothing', { ...step, every: 0 } as Rule, ['amount-zero']],
    ['a step that takes more than there is', { ...step, each: 6_00 } as Rule, ['amount-over']],
    [
      'a rate without a name',
      { ...step, measure: { ...measure, part: '' } } as Rule,
      ['measure-unnamed'],
    ],
    [
      'items worth more than the maximum',
      { kind: 'per-item', count: 2, each: 6_00 },
      ['amount-over'],
    ],
    ['no items', { kind: 'per-item', count: 0, each: 1_00 }, ['amount-zero']],
    [
      'a falling table',
      threshold([
        [90_00, 5_00],
        [80_00, 3_00],
      ]),
      [],
    ],
    [
      'a rising table',
      threshold([
        [80_00, 5_00],
        [90_00, 3_00],
      ]),
      ['rows-not-falling'],
    ],
    [
      'a table that gives more for less',
      threshold([
        [90_00, 3_00],
        [80_00, 5_00],
      ]),
      ['row-points-rise'],
    ],
    ['more below the table than in it', threshold([[90_00, 3_00]], 5_00), ['row-points-rise']],
    ['a veto without conditions', { kind: 'veto', conditions: [], otherwise: null }, ['empty']],
    [
      'what a half is the half of',
      { kind: 'half', when: '无佐证', of: levels(4_00) },
      ['maximum-off'],
    ],
    ['a discretion over the maximum', { kind: 'discretionary', usual: 6_00 }, ['amount-over']],
  ])('%s', (_, rule, expected) => expect(codes(rule)).toEqual(expected));

  test('parts must add up, and each fit its own points; the part is named', () => {
    const rule: Rule = {
      kind: 'composite',
      parts: [
        { label: '甲', points: 2_00, rule: levels(2_00, 0) },
        { label: '乙', points: 2_00, rule: levels(3_00, 0) },
      ],
    };
    expect(checkRule(rule, 5_00)).toEqual([
      { code: 'maximum-off', at: [], item: null, actual: 4_00, limit: 5_00 },
      { code: 'maximum-off', at: [1], item: null, actual: 3_00, limit: 2_00 },
    ]);
  });

  test('a framework says it beside the indicator; without points they are asked for first', () => {
    const wrong = framework(leaf('i01', 100_00, { rule: levels(5_00) }));
    const [found] = checkFramework(wrong);
    expect(found).toMatchObject({ code: 'rule', severity: 'error', indicator: 'i01' });
    expect(found?.problem?.code).toBe('maximum-off');
    const open = framework(leaf('i01', null, { rule: levels(5_00) }));
    expect(checkFramework(open).map(({ code }) => code)).not.toContain('rule');
  });
});
