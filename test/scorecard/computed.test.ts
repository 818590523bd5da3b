import { describe, expect, test } from 'vitest';
import type { Leaf } from '../../shared/framework/terms.ts';
import { leavesOf } from '../../shared/framework/tree.ts';
import type { Basis } from '../../shared/scorecard/basis.ts';
import { computedOf, departs, evaluationOf } from '../../shared/scorecard/computed.ts';
import { ruledSetup } from '../kit/panel.ts';

const { framework, project } = ruledSetup();
const [a, b, c] = leavesOf(framework) as [Leaf, Leaf, Leaf];
const rate = (of: number): Basis => ({ input: { kind: 'rate', rate: of } });
const listed = (...amounts: number[]): Basis => ({
  deductions: amounts.map((amount) => ({ amount, reason: '无佐证' })),
});

describe('what a score rests on, computed', () => {
  test('[CO1] the fact that was entered, by the rule; nothing without one of them', () => {
    expect(computedOf(a, rate(64_40), project)).toBe(10_00);
    expect(computedOf(b, rate(64_40), project)).toBe(19_32);
    expect(computedOf(a, undefined, project)).toBeNull();
    expect(computedOf({ ...a, rule: null }, rate(64_40), project)).toBeNull();
  });

  test('[CO2] where the criteria know deductions only, the list is the fact', () => {
    expect(computedOf(c, listed(50, 100), project)).toBe(18_50);
    expect(computedOf(c, { deductions: [{ amount: 0, reason: '待定' }] }, project)).toBe(20_00);
    expect(evaluationOf(c, { deductions: [{ amount: 50, reason: '' }] }, project)).toHaveProperty(
      'missing',
    );
    expect(computedOf(a, listed(50), project)).toBeNull();
  });

  test('[CO3] another score departs from it; an abstention or none does not', () => {
    const basis = rate(64_40);
    expect(departs({ reason: '', basis, mark: { score: 20_00 } }, a, project)).toBe(true);
    expect(departs({ reason: '', basis, mark: { score: 10_00 } }, a, project)).toBe(false);
    expect(departs({ reason: '', basis, mark: 'abstained' }, a, project)).toBe(false);
    expect(departs({ reason: '', basis }, a, project)).toBe(false);
    expect(departs({ reason: '', mark: { score: 20_00 } }, a, project)).toBe(false);
  });
});
