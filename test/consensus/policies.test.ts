import { describe, expect, test } from 'vitest';
import { aggregateOf } from '../../shared/consensus/aggregate.ts';
import { propose, proposeAll, proposeFrom } from '../../shared/consensus/policies.ts';
import { POLICIES } from '../../shared/consensus/terms.ts';
import { totalOf, unroundedTotal } from '../../shared/consensus/totals.ts';
import { card, leaves, marks, V1 } from './cards.ts';

const valuesOf = (proposals: ReturnType<typeof proposeAll>) =>
  Object.fromEntries(Object.entries(proposals).map(([id, { value }]) => [id, value]));

describe('one indicator', () => {
  test('[PO1] mean: sum over the scores given, half up', () => {
    expect(propose('mean', marks(5, 4, 4))).toEqual({ value: 433, n: 3, rule: 'mean' });
    expect(propose('mean', marks(5, 4.5, 4.5))).toEqual({ value: 467, n: 3, rule: 'mean' });
    expect(propose('mean', marks(1, 1.01)).value).toBe(101);
  });

  test('[PO2] abstained and missing leave the denominator; a 0 stays in it', () => {
    expect(propose('mean', marks(4, 'a', null, 2))).toEqual({ value: 300, n: 2, rule: 'mean' });
    expect(propose('mean', marks(4, 0)).value).toBe(200);
  });

  test.each(POLICIES.filter((policy) => policy !== 'trimmed-totals'))(
    '[PO2] %s of nothing is no value',
    (policy) => {
      expect(propose(policy, [])).toMatchObject({ value: null, n: 0 });
      expect(propose(policy, marks('a', null))).toMatchObject({ value: null, n: 0 });
    },
  );

  test('[PO3] trimmed drops one highest and one lowest, and counts the rest', () => {
    const rule = 'trimmed-per-indicator';
    expect(propose(rule, marks(0, 5, 2.5, 2.5, 2.5))).toEqual({ value: 250, n: 3, rule });
    expect(propose(rule, marks(5, 5, 1, 1, 1))).toEqual({ value: 233, n: 3, rule });
    expect(propose(rule, marks(0, 1, 2, 3, 4, 10)).n).toBe(4);
  });

  test('[PO3] with fewer than five scores it is the mean, and says so', () => {
    const few = propose('trimmed-per-indicator', marks(0, 5, 2, 2, 'a'));
    expect(few).toEqual({ value: 225, n: 4, rule: 'mean' });
  });

  test('[PO4] median: the middle, or the mean of the middle two, half up', () => {
    expect(propose('median', marks(5, 0, 3)).value).toBe(300);
    expect(propose('median', marks(5, 0, 3, 2)).value).toBe(250);
    expect(propose('median', marks(0.01, 0, 5, 0)).value).toBe(1);
    expect(propose('median', marks(4))).toEqual({ value: 400, n: 1, rule: 'median' });
  });

  test('[PO5] unanimous: a value only where all given scores are equal', () => {
    const rule = 'unanimous';
    expect(propose(rule, marks(3, 3, 'a', null))).toEqual({ value: 300, n: 2, rule });
    expect(propose(rule, marks(3, 3, 3.5))).toEqual({ value: null, n: 3, rule });
    expect(propose(rule, marks(0, 0))).toEqual({ value: 0, n: 2, rule });
  });

  test('[PO6] the incremental aggregate gives the same proposal', () => {
    const given = marks(0, 5, 2.5, 'a', 2.5, 2.5);
    expect(proposeFrom('trimmed-per-indicator', aggregateOf(given))).toEqual(
      propose('trimmed-per-indicator', given),
    );
  });
});

describe('V1: the same scores, four totals', () => {
  test.each([
    ['mean', 31_60],
    ['trimmed-totals', 32_17],
    ['trimmed-per-indicator', 32_83],
    ['median', 32_50],
  ] as const)('[PO7] %s gives %i', (policy, total) => {
    const proposals = proposeAll(policy, V1.leaves, V1.cards);
    expect(totalOf(V1.leaves, valuesOf(proposals))).toBe(total);
    expect(Object.values(proposals).every(({ rule }) => rule === policy)).toBe(true);
  });

  test('[PO7] unanimous settles nothing that the experts differ on', () => {
    expect(Object.values(valuesOf(proposeAll('unanimous', V1.leaves, V1.cards)))).toEqual(
      Array(6).fill(null),
    );
  });
});

describe('trimmed on the totals', () => {
  const two = leaves(10, 10);
  const of = (...cards: ReturnType<typeof card>[]) => proposeAll('trimmed-totals', two, cards);

  test('[TT1] drops the expert with the highest and the one with the lowest total', () => {
    const result = of(card(10, 9), card(0, 1), card(5, 6), card(6, 5), card(4, 4));
    expect(result['l1']).toEqual({ value: 500, n: 3, rule: 'trimmed-totals' });
    expect(result['l2']).toEqual({ value: 500, n: 3, rule: 'trimmed-totals' });
  });

  test('[TT2] tied experts share the drop: each counts one half', () => {
    // 10+8 and 8+10 tie at the top; 0+0 is alone at the bottom.
    const cards = [card(10, 8), card(8, 10), card(5, 5), card(6, 4), card(0, 0)];
    // (½·10 + ½·8 + 5 + 6) ÷ 3 and (½·8 + ½·10 + 5 + 4) ÷ 3
    expect(valuesOf(of(...cards))).toEqual({ l1: 667, l2: 600 });
    expect(of(...cards)['l1']?.n).toBe(4);
  });

  test('[TT2] the order of tied experts changes nothing', () => {
    const cards = [card(10, 8), card(8, 10), card(5, 5), card(6, 4), card(4, 6)];
    expect(of(...cards.toReversed())).toEqual(of(...cards));
  });

  test('[TT2] all tied: everybody counts the same', () => {
    const cards = [card(10, 0), card(0, 10), card(5, 5), card(6, 4), card(4, 6)];
    expect(valuesOf(of(...cards))).toEqual({ l1: 500, l2: 500 });
    expect(of(...cards)['l1']).toMatchObject({ n: 5, rule: 'trimmed-totals' });
  });

  test('[TT2] ties at both ends, by hand', () => {
    // Totals 18, 18, 10, 2, 2: everyone at the ends counts one half.
    const cards = [card(10, 8), card(8, 10), card(3, 7), card(2, 0), card(0, 2)];
    // (5 + 4 + 3 + 1 + 0) ÷ 3 and (4 + 5 + 7 + 0 + 1) ÷ 3
    expect(valuesOf(of(...cards))).toEqual({ l1: 433, l2: 567 });
  });

  test('[TT3] fewer than five cards with a score: the mean, and it says so', () => {
    const result = of(card(10, 9), card(0, 1), card(5, 6), card(6, 5), card('a', null));
    expect(result['l1']).toEqual({ value: 525, n: 4, rule: 'mean' });
  });

  test('[TT4] an abstention does not make an expert look severe', () => {
    // Expert 5 gave 7 of 10 where scored; by bare totals 7 would be the lowest.
    const cards = [card(10, 9), card(4, 4), card(5, 6), card(6, 5), card(7, 'a')];
    const result = of(...cards);
    expect(result['l1']).toEqual({ value: 600, n: 3, rule: 'trimmed-totals' });
    expect(result['l2']).toEqual({ value: 550, n: 2, rule: 'trimmed-totals' });
  });

  test('[TT5] an indicator that only dropped experts scored falls back to their mean', () => {
    const cards = [card(10, 9), card(0, 1), card(5, 'a'), card(6, 'a'), card(4, 'a')];
    expect(of(...cards)['l2']).toEqual({ value: 500, n: 2, rule: 'mean' });
    expect(of(...cards)['l1']).toEqual({ value: 500, n: 3, rule: 'trimmed-totals' });
  });
});

describe('totals', () => {
  test('[TO1] 13/3 + 7/3 + 22/3: parts 13.99, rounded once 14.00', () => {
    const three = leaves(5, 5, 10);
    const cards = [card(5, 3, 8), card(4, 2, 7), card(4, 2, 7)];
    const parts = valuesOf(proposeAll('mean', three, cards));
    expect(Object.values(parts)).toEqual([433, 233, 733]);
    expect(totalOf(three, parts)).toBe(13_99);
    expect(unroundedTotal('mean', three, cards)).toBe(14_00);
  });

  test('[TO2] decisions: those of the policy stand exact, departures for themselves', () => {
    const three = leaves(5, 5, 10);
    const cards = [card(5, 3, 8), card(4, 2, 7), card(4, 2, 7)];
    const decide = (l1: number | null, l2: number | null, l3: number | null) =>
      unroundedTotal('mean', three, cards, { l1, l2, l3 });
    expect(decide(433, 233, 733)).toBe(14_00);
    expect(decide(433, 233, 700)).toBe(13_67);
    expect(decide(433, null, null)).toBe(4_33);
    expect(decide(null, null, null)).toBe(0);
  });

  test('[TO3] undecided leaves add nothing', () => {
    expect(totalOf(leaves(5, 5, 5), { l1: 300, l2: null })).toBe(300);
  });

  test('[TO1] a sheet of 200 leaves and thirteen experts stays exact', () => {
    const many = leaves(...Array<number>(200).fill(10));
    const cards = Array.from({ length: 13 }, (_, expert) =>
      card(...many.map((_, leaf) => (expert + leaf) % 11)),
    );
    const all = cards.flatMap((each) => Object.values(each));
    const sum = all.reduce((total, each) => total + (each === 'abstained' ? 0 : each.score), 0);
    expect(unroundedTotal('mean', many, cards)).toBe(Math.round(sum / 13));
  });
});
