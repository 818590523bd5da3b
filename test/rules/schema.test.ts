import { describe, expect, test } from 'vitest';
import { leavesOf } from '../../shared/framework/tree.ts';
import { parseInput } from '../../shared/rules/inputs.ts';
import { ruleSchema } from '../../shared/rules/schema.ts';
import { MAX_OPTIONS, MAX_RULE_DEPTH, type Rule } from '../../shared/rules/terms.ts';
import { isScoreAllowed } from '../../shared/rules/allowed.ts';
import { parseEnvelope } from '../../shared/wire/schema.ts';
import { framework, leaf } from '../framework/trees.ts';

const discretionary: Rule = { kind: 'discretionary', usual: null };
const nested = (depth: number): Rule =>
  depth === 1 ? discretionary : { kind: 'half', when: '无佐证', of: nested(depth - 1) };

const accepts = (rule: unknown) => ruleSchema.safeParse(rule).success;

describe('the shape of a rule', () => {
  test('is strict and bounded', () => {
    expect(accepts(discretionary)).toBe(true);
    expect(accepts({ ...discretionary, role: 'chair' })).toBe(false);
    expect(accepts({ kind: 'magic' })).toBe(false);
    const options = (count: number) =>
      Array.from({ length: count }, () => ({ label: '', points: 0 }));
    expect(accepts({ kind: 'levels', options: options(MAX_OPTIONS) })).toBe(true);
    expect(accepts({ kind: 'levels', options: options(MAX_OPTIONS + 1) })).toBe(false);
    expect(accepts({ kind: 'levels', options: [{ label: '', points: 0.5 }] })).toBe(false);
  });

  test('rules within rules end', () => {
    expect(accepts(nested(MAX_RULE_DEPTH))).toBe(true);
    expect(accepts(nested(MAX_RULE_DEPTH + 1))).toBe(false);
  });

  test('travels with its indicator, and an indicator without one is still a setup', () => {
    const send = (change: object) =>
      parseEnvelope({
        operation: 'operation-1',
        command: {
          type: 'edit-setup',
          section: 'framework',
          value: framework(leaf('i01', 500, change)),
          base: 0,
        },
      });
    expect(send({})).not.toBeNull();
    expect(send({ nature: 'objective', rule: discretionary })).not.toBeNull();
    expect(send({ nature: 'both' })).toBeNull();
    expect(send({ rule: { kind: 'levels' } })).toBeNull();
  });
});

const deep = (depth: number): object =>
  depth === 1
    ? { kind: 'count', met: 1 }
    : { kind: 'evidence', without: true, of: deep(depth - 1) };

describe('the shape of an input', () => {
  test.each([
    { kind: 'choice', choice: 1 },
    { kind: 'choice', choice: 1, value: 50 },
    { kind: 'rate', rate: 64_40 },
    { kind: 'quotient', part: 0, whole: 0 },
    { kind: 'deductions', deductions: [{ amount: 50, reason: '无佐证' }] },
    { kind: 'deductions', deductions: [] },
    { kind: 'veto', hits: [0, 2], of: { kind: 'count', met: 3 } },
    deep(MAX_RULE_DEPTH),
    { kind: 'parts', parts: [null, { kind: 'evidence', without: true, of: null }] },
  ])('%j is one', (input) => expect(parseInput(input)).toEqual(input));

  test.each([
    null,
    'rate',
    { kind: 'rate', rate: 64.4 },
    { kind: 'rate', rate: -1 },
    { kind: 'rate', rate: NaN },
    { kind: 'choice', choice: 1, seat: 'e2' },
    { kind: 'choice', choice: 1, value: undefined },
    { kind: 'choice', choice: -0 - 1 },
    { kind: 'choice' },
    { kind: 'quotient', part: 1 },
    { kind: 'count', met: 2 ** 53 },
    { kind: 'constructor' },
    { kind: 'deductions', deductions: [{ amount: 50, reason: '\ud83d' }] },
    { kind: 'deductions', deductions: [{ amount: 50, reason: '甲\n乙' }] },
    { kind: 'deductions', deductions: [{ amount: 50 }] },
    { kind: 'deductions', deductions: [{ amount: 50, reason: '甲', seat: 'e2' }] },
    {
      kind: 'deductions',
      deductions: Array.from({ length: 21 }, () => ({ amount: 1, reason: '' })),
    },
    { kind: 'veto', hits: [0] },
    { kind: 'evidence', without: true, of: 'all' },
    { kind: 'parts', parts: [{ kind: 'parts', parts: [{ kind: 'rate', rate: 1.5 }] }] },
    deep(MAX_RULE_DEPTH + 1),
    { kind: 'veto', hits: [2, 0], of: null },
    { kind: 'veto', hits: [0, 0], of: null },
    { kind: 'parts', parts: [[[[[]]]]] },
  ])('%j is none', (input) => expect(parseInput(input)).toBeNull());
});

test('an indicator recorded before there were rules is subjective and has none', () => {
  const [read] = leavesOf(framework(leaf('i01')));
  expect(read).toMatchObject({ nature: 'subjective', rule: null });
});

test('[RU11] what a rule computes is allowed beside the grid, and nothing else off it', () => {
  const points = { points: 3_00, step: 50 };
  expect(isScoreAllowed(points, 1_93, 1_93)).toBe(true);
  expect(isScoreAllowed(points, 1_93, 1_94)).toBe(false);
  expect(isScoreAllowed(points, 1_93, null)).toBe(false);
  expect(isScoreAllowed(points, 1_50, 1_93)).toBe(true);
  expect(isScoreAllowed(points, 3_01, 3_01)).toBe(false);
  expect(isScoreAllowed(points, -0, -0)).toBe(false);
  expect(isScoreAllowed(points, '1.93', 1_93)).toBe(false);
});
