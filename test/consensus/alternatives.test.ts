import { describe, expect, test } from 'vitest';
import { alternativesOf } from '../../shared/consensus/alternatives.ts';
import { bandsOf } from '../../shared/consensus/grades.ts';
import { card, leaves, V1 } from './cards.ts';

const bands = bandsOf('guangdong');

describe('the same scores under each policy', () => {
  test('[AL1] V1: 31.60, 32.83, 32.17, 32.50', () => {
    const found = alternativesOf('mean', V1.leaves, V1.cards, bands);
    expect(found.map(({ policy, total }) => [policy, total])).toEqual([
      ['mean', 31_60],
      ['trimmed-per-indicator', 32_83],
      ['trimmed-totals', 32_17],
      ['median', 32_50],
    ]);
    expect(found.every(({ grade }) => grade === '差')).toBe(true);
    expect(found.every(({ fallen }) => !fallen)).toBe(true);
  });

  test('[AL1] the grade may hang on the policy', () => {
    const cards = [card(95), card(95), card(95), card(95), card(60)];
    const found = alternativesOf('mean', leaves(100), cards, bands);
    expect(found.map(({ grade }) => grade)).toEqual(['良', '优', '优', '优']);
  });

  test('[AL2] a unanimous panel sees its own rule first, and what is open under it', () => {
    const [own, ...others] = alternativesOf('unanimous', V1.leaves, V1.cards, bands);
    expect(own).toMatchObject({ policy: 'unanimous', total: null, grade: null, open: 6 });
    expect(others).toHaveLength(4);
  });

  test('[AL3] with four experts trimming falls back, and says so', () => {
    const found = alternativesOf('mean', V1.leaves, V1.cards.slice(0, 4), bands);
    expect(found.map(({ fallen }) => fallen)).toEqual([false, true, true, false]);
    expect(found[1]?.total).toBe(found[0]?.total);
  });

  test('[AL4] an indicator that nobody scored leaves no total', () => {
    const found = alternativesOf('mean', leaves(5, 5), [card(3, 'a'), card(4, null)], bands);
    for (const each of found) expect(each).toMatchObject({ total: null, grade: null, open: 1 });
  });

  test('[AL5] the total without rounding each indicator, where it differs', () => {
    const cards = [card(4, 2, 7), card(4, 2, 7), card(5, 3, 8)];
    const [mean] = alternativesOf('mean', leaves(10, 10, 10), cards, bands);
    expect(mean).toMatchObject({ total: 13_99, unrounded: 14_00 });
  });
});
