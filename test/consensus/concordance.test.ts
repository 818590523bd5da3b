import { describe, expect, test } from 'vitest';
import { chiSquareUpperTail } from '../../shared/consensus/chi-square.ts';
import { kendall } from '../../shared/consensus/concordance.ts';
import { markOf } from '../../shared/consensus/cards.ts';
import { ratingsOf } from '../../shared/consensus/ratings.ts';
import { card, leaves, V1 } from './cards.ts';
import { expectFigure, figure, transposed } from './figures.ts';
import { SHROUT_FLEISS } from './shrout-fleiss.ts';

const none = (why: string) => ({ kind: 'not-computable', why });

describe('the upper tail of chi-square', () => {
  // Printed critical values, and closed forms: df 2 is e^(−x/2).
  test.each([
    [3.841, 1, '0.0500'],
    [6.635, 1, '0.0100'],
    [11.07, 5, '0.0500'],
    [18.307, 10, '0.0500'],
    [30.144, 19, '0.0500'],
    [43.773, 30, '0.0500'],
    [2.558, 10, '0.9900'],
  ])('[KE1] P(χ² > %d) with %i degrees of freedom', (x, df, p) => {
    expect(chiSquareUpperTail(x, df).toFixed(4)).toBe(p);
  });

  test.each([0.1, 1, 3, 10, 50])('[KE1] with two degrees of freedom it is e^(−%d/2)', (x) => {
    expect(chiSquareUpperTail(x, 2)).toBeCloseTo(Math.exp(-x / 2), 12);
  });

  test.each([0.1, 2, 5, 20])('[KE1] with four it is e^(−x/2)(1 + x/2) at %d', (x) => {
    expect(chiSquareUpperTail(x, 4)).toBeCloseTo(Math.exp(-x / 2) * (1 + x / 2), 12);
  });

  test('[KE1] is 1 at 0, and goes on to 0', () => {
    expect(chiSquareUpperTail(0, 5)).toBe(1);
    expect(chiSquareUpperTail(2000, 5)).toBeLessThan(1e-300);
  });
});

describe("Kendall's W", () => {
  test('[KE2] T1, with ties: .88704 corrected, ΣT 30', () => {
    const { w, ties, m, n } = kendall(transposed(SHROUT_FLEISS));
    expect({ m, n, ties }).toEqual({ m: 4, n: 6, ties: 30 });
    expectFigure(w, '0.88704');
    // Without the correction the same rank sums give .85536.
    const uncorrected = (figure(w) * (16 * 210 - 4 * 30)) / (16 * 210);
    expect(uncorrected.toFixed(5)).toBe('0.85536');
  });

  test('[KE2] T2, no ties: W .79394, χ² 28.5818, p .00076', () => {
    const { w, chiSquare, df, p, ties } = kendall([
      [1, 3, 4, 5, 2, 8, 6, 7, 10, 9],
      [2, 1, 4, 5, 6, 3, 8, 7, 10, 9],
      [3, 2, 1, 5, 7, 4, 6, 8, 9, 10],
      [4, 2, 3, 1, 6, 7, 5, 9, 8, 10],
    ]);
    expect([ties, df]).toEqual([0, 9]);
    expectFigure(w, '0.79394');
    expectFigure(chiSquare, '28.5818');
    expectFigure(p, '0.00076');
  });

  test('[KE2] V1: .73290 on rates (ΣT 120, p .00257), .90643 on points, which is why rates', () => {
    const { rates } = ratingsOf(V1.leaves, V1.cards);
    const { w, ties, p, f } = kendall(rates);
    expect(ties).toBe(120);
    expectFigure(w, '0.73290');
    expectFigure(p, '0.00257');
    expect(figure(f)).toBeCloseTo((4 * figure(w)) / (1 - figure(w)), 12);

    const points = V1.cards.map((each) =>
      V1.leaves.map(({ id }) => {
        const mark = markOf(each, id);
        return mark && mark !== 'abstained' ? mark.score : Number.NaN;
      }),
    );
    expectFigure(kendall(points).w, '0.90643');
  });

  test('[KE3] complete agreement is 1, and F has no bound', () => {
    const { w, f } = kendall([
      [1, 2, 3],
      [1, 2, 3],
    ]);
    expect(figure(w)).toBe(1);
    expect(f).toEqual(none('unbounded'));
  });

  test('[KE3] opposite orders cancel to 0', () => {
    const { w, p } = kendall([
      [1, 2, 3],
      [3, 2, 1],
    ]);
    expect([figure(w), figure(p)]).toEqual([0, 1]);
  });

  test('[KE4] nothing but ties: no difference, rather than NaN', () => {
    const { w, chiSquare, p, f } = kendall([
      [1, 1, 1],
      [0.5, 0.5, 0.5],
    ]);
    for (const each of [w, chiSquare, p, f]) expect(each).toEqual(none('no-difference'));
  });

  test('[KE4] one expert or one indicator: too few', () => {
    expect(kendall([[1, 2, 3]]).w).toEqual(none('too-few'));
    expect(kendall([[1], [2]]).w).toEqual(none('too-few'));
    expect(kendall([]).w).toEqual(none('too-few'));
  });
});

describe('ratings', () => {
  test('[KE5] equal rates of different points are ties', () => {
    const three = leaves(3, 5, 10);
    const { rates } = ratingsOf(three, [card(0.9, 1.5, 3), card(2.7, 4.5, 9)]);
    expect(rates.map((row) => new Set(row).size)).toEqual([1, 1]);
  });

  test('[KE5] only whole rows and columns: empty cards go first, then open indicators', () => {
    const cards = [card(1, 2, 3), card(null, null, 'a'), card(1, 'a', 3), card(2, 2, null)];
    expect(ratingsOf(leaves(10, 10, 10), cards)).toEqual({
      rates: [[0.1], [0.1], [0.2]],
      leaves: ['l1'],
      experts: [0, 2, 3],
    });
  });
});
