import { describe, expect, test } from 'vitest';
import { dispersion } from '../../shared/consensus/dispersion.ts';
import { quantile } from '../../shared/consensus/quantiles.ts';
import { expectFigure, figure } from './figures.ts';

const leaf = { points: 500, step: 50 };
const none = (why: string) => ({ kind: 'not-computable', why });

describe('quantiles of type 7', () => {
  test.each([
    [[1, 2, 3, 4], 0.25, 1.75],
    [[1, 2, 3, 4], 0.5, 2.5],
    [[1, 2, 3, 4, 5], 0.25, 2],
    [[1, 2, 4, 7, 8, 9, 10, 12], 0.25, 3.5],
    [[1, 2, 4, 7, 8, 9, 10, 12], 0.75, 9.25],
    [[7], 0.9, 7],
    [[1, 9], 0, 1],
    [[1, 9], 1, 9],
  ])('[DI2] of %j at %d is %d, as QUARTILE.INC has it', (sorted, p, expected) => {
    expect(quantile(sorted, p)).toBeCloseTo(expected, 12);
  });

  test('[DI2] of nothing there is none', () => {
    expect(() => quantile([], 0.5)).toThrow(RangeError);
  });
});

describe('V1, column 6: 2.5, 2.5, 5, 0, 2.5 of 5', () => {
  const spread = dispersion([250, 250, 500, 0, 250], leaf);

  test('[DI3] range 100 % red, while the IQR sees nothing', () => {
    expect(spread).toMatchObject({ n: 5, range: 100_00, flag: 'red' });
    expect(figure(spread.iqr)).toBe(0);
    expect(spread.agreement).toEqual({ within: 3, n: 5 });
  });

  test('[DI3] SD 1.7678, CV .7071, r_wg 0', () => {
    expectFigure(spread.mean, '2.50');
    expectFigure(spread.sd, '1.7678');
    expectFigure(spread.cv, '0.7071');
    expect(figure(spread.rwg)).toBe(0);
  });

  test('[DI3] leave-one-out gaps 0, 0, .625, .625, 0 name the two outliers', () => {
    expect(spread.gaps.map(({ gap }) => figure(gap))).toEqual([0, 0, 0.625, 0.625, 0]);
    expect(spread.gaps.map(({ outlier }) => outlier)).toEqual([false, false, true, true, false]);
  });
});

test('[DI3] V1, column 1: mean 3.4, CV .2631, r_wg .68', () => {
  const { mean, cv, rwg } = dispersion([300, 300, 500, 300, 300], leaf);
  expectFigure(mean, '3.4');
  expectFigure(cv, '0.2631');
  expectFigure(rwg, '0.68');
});

describe('at the edges', () => {
  test('[DI4] equal scores: no spread at all, exactly', () => {
    const { sd, cv, iqr, rwg, gaps, flag } = dispersion([330, 330, 330], {
      points: 1000,
      step: 10,
    });
    expect([sd, cv, iqr, rwg].map(figure)).toEqual([0, 0, 0, 1]);
    expect(gaps.every(({ gap, outlier }) => figure(gap) === 0 && !outlier)).toBe(true);
    expect(flag).toBe('none');
  });

  test('[DI4] all at 0: the CV has no mean to be divided by', () => {
    const { cv, sd } = dispersion([0, 0, 0], leaf);
    expect(cv).toEqual(none('mean-zero'));
    expect(figure(sd)).toBe(0);
  });

  test('[DI4] one score: a mean, and nothing that needs two', () => {
    const one = dispersion([300], leaf);
    expect(one).toMatchObject({ n: 1, range: 0, flag: 'none', agreement: { within: 1, n: 1 } });
    expect(figure(one.mean)).toBe(3);
    for (const each of [one.sd, one.cv, one.iqr, one.rwg, one.gaps[0]?.gap]) {
      expect(each).toEqual(none('too-few'));
    }
  });

  test('[DI4] nobody scored: nothing, rather than NaN', () => {
    const nobody = dispersion([], leaf);
    expect(nobody).toMatchObject({ n: 0, range: null, flag: 'none', gaps: [] });
    for (const each of [nobody.mean, nobody.sd, nobody.cv, nobody.iqr, nobody.rwg]) {
      expect(each).toEqual(none('too-few'));
    }
  });

  test('[DI5] r_wg needs equal steps up to the maximum', () => {
    expect(dispersion([0, 500], { points: 500, step: 200 }).rwg).toEqual(none('uneven-grid'));
    expect(dispersion([0, 500], { points: 500, step: 0 }).rwg).toEqual(none('uneven-grid'));
  });

  test('[DI6] a gap of just 20 % is an outlier, one hundredth less is not', () => {
    const outliers = (...scores: number[]) =>
      dispersion(scores, leaf).gaps.map(({ outlier }) => outlier);
    expect(outliers(300, 400, 300)).toEqual([false, true, false]);
    expect(outliers(300, 399, 300)).toEqual([false, false, false]);
  });
});
