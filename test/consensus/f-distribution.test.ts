import { describe, expect, test } from 'vitest';
import { kendall } from '../../shared/consensus/concordance.ts';
import { fUpperTail } from '../../shared/consensus/f-distribution.ts';
import { figure } from './figures.ts';

describe('the upper tail of F', () => {
  // Printed 5 % and 1 % points.
  test.each([
    [4.9646, 1, 10, '0.0500'],
    [3.3258, 5, 10, '0.0500'],
    [2.1242, 20, 20, '0.0500'],
    [5.6363, 5, 10, '0.0100'],
    [3.2592, 4, 12, '0.0500'],
    [161.4476, 1, 1, '0.0500'],
  ])('[KE7] P(F > %d) with %i and %i degrees of freedom', (x, df1, df2, p) => {
    expect(fUpperTail(x, df1, df2).toFixed(4)).toBe(p);
  });

  test.each([0.2, 1, 4])('[KE7] with two and two it is 1 ÷ (1 + %d)', (x) => {
    expect(fUpperTail(x, 2, 2)).toBeCloseTo(1 / (1 + x), 12);
  });

  test('[KE7] is 1 at 0, falls, and takes degrees that are not whole', () => {
    expect(fUpperTail(0, 3, 4)).toBe(1);
    const [low, high] = [fUpperTail(2, 18.6, 74.4), fUpperTail(2.5, 18.6, 74.4)];
    expect(low).toBeGreaterThan(high);
    expect(high).toBeGreaterThan(0);
  });
});

describe('F of Kendall’s W', () => {
  // Tabled 5 % points of W for five experts without ties.
  test.each([
    [8, 0.38],
    [10, 0.354],
    [16, 0.315],
    [20, 0.302],
  ])('[KE8] with %i indicators W = %d is about the 5 %% point', (n, w) => {
    const [df1, m] = [n - 1 - 2 / 5, 5];
    const p = fUpperTail(((m - 1) * w) / (1 - w), df1, (m - 1) * df1);
    expect(p).toBeGreaterThan(0.044);
    expect(p).toBeLessThan(0.056);
  });

  test('[KE8] its degrees of freedom, and none where two by two leave none', () => {
    const { f, fdf, fp } = kendall([
      [1, 2, 3, 4],
      [2, 1, 3, 4],
      [1, 3, 2, 4],
    ]);
    expect(fdf[0]).toBeCloseTo(7 / 3, 12);
    expect(fdf[1]).toBeCloseTo(14 / 3, 12);
    expect(figure(fp)).toBeCloseTo(fUpperTail(figure(f), 7 / 3, 14 / 3), 12);
    const two = [
      [1, 2],
      [2, 1],
    ];
    expect(kendall(two).fp).toEqual({ kind: 'not-computable', why: 'too-few' });
  });
});
