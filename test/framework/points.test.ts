import { describe, expect, test } from 'vitest';
import {
  divideHalfUp,
  formatPoints,
  formatPoints2,
  formatRate,
  formatRate2,
  isOnGrid,
  parsePoints,
  rate,
} from '../../shared/framework/points.ts';

describe('parsePoints', () => {
  test.each([
    ['5', 500],
    ['2.5', 250],
    ['0', 0],
    ['0.05', 5],
    ['.5', 50],
    ['5.', 500],
    ['93.55', 9355],
    ['05', 500],
    [' 5 ', 500],
    ['5分', 500],
    ['5 分', 500],
    ['２．５', 250],
    ['２。５　分', 250],
    ['1000', 1000_00],
    ['1000.00', 1000_00],
  ])('[NU1] "%s" is %i hundredths', (text, points) => {
    expect(parsePoints(text)).toBe(points);
  });

  test.each([
    ['', 'nothing'],
    ['.', 'no digit'],
    ['分', 'no digit'],
    ['-1', 'a sign'],
    ['+1', 'a sign'],
    ['－1', 'a full-width sign'],
    ['1e2', 'an exponent'],
    ['0x10', 'another base'],
    ['1.005', 'a third decimal'],
    ['1.000', 'a third decimal, even of nothing'],
    ['1000.01', 'too much'],
    ['99999999999999999999', 'far too much'],
    [`${' '.repeat(40)}5`, 'a text that long'],
    ['2. 5', 'a space inside'],
    ['2,5', 'a comma'],
    ['2.5.1', 'two dots'],
    ['Infinity', 'a word'],
    ['NaN', 'a word'],
    ['5分分', 'a unit twice'],
    ['五', 'a numeral'],
    ['٥', 'another script'],
  ])('[NU1] refuses "%s": %s', (text) => {
    expect(parsePoints(text)).toBeNull();
  });
});

describe('formatPoints', () => {
  test.each([
    [1300, '13', '13.00'],
    [2350, '23.5', '23.50'],
    [9355, '93.55', '93.55'],
    [100_00, '100', '100.00'],
    [0, '0', '0.00'],
    [5, '0.05', '0.05'],
    [50, '0.5', '0.50'],
    [-50, '-0.5', '-0.50'],
  ])('[NU2] %i hundredths are %s and %s', (points, short, long) => {
    expect(formatPoints(points)).toBe(short);
    expect(formatPoints2(points)).toBe(long);
  });

  test('[NU2] refuses what is not in whole hundredths, rather than print it', () => {
    expect(() => formatPoints(1.5)).toThrow(RangeError);
    expect(() => formatPoints(Number.NaN)).toThrow(RangeError);
  });
});

describe('divideHalfUp', () => {
  test.each([
    [0, 3, 0],
    [1, 3, 0],
    [1, 2, 1],
    [3, 2, 2],
    [5, 2, 3],
    [2, 3, 1],
    [1005, 10, 101],
    [Number.MAX_SAFE_INTEGER, 1, Number.MAX_SAFE_INTEGER],
    [Number.MAX_SAFE_INTEGER, Number.MAX_SAFE_INTEGER, 1],
    [Number.MAX_SAFE_INTEGER, 2, (Number.MAX_SAFE_INTEGER + 1) / 2],
  ])('[NU3] %i ÷ %i is %i', (numerator, denominator, quotient) => {
    expect(divideHalfUp(numerator, denominator)).toBe(quotient);
  });

  test('[NU3] 1.005 rounds to 1.01, where floats say 1.00', () => {
    expect((1.005).toFixed(2)).toBe('1.00');
    expect(formatPoints2(divideHalfUp(1005, 10))).toBe('1.01');
  });

  test.each([
    [1, 0],
    [1, -1],
    [-1, 2],
    [0.5, 2],
    [1, 1.5],
    [2 ** 53, 2],
    [Number.NaN, 2],
  ])('[NU3] refuses %d ÷ %d', (numerator, denominator) => {
    expect(() => divideHalfUp(numerator, denominator)).toThrow(RangeError);
  });
});

describe('rate', () => {
  test.each([
    [1300, 1500, 8667, '86.67%', '86.67%'],
    [2350, 2500, 9400, '94%', '94.00%'],
    [2850, 3000, 9500, '95%', '95.00%'],
    [9350, 10000, 9350, '93.5%', '93.50%'],
    [0, 500, 0, '0%', '0.00%'],
    [500, 500, 10000, '100%', '100.00%'],
  ])('[NU4] %i of %i', (score, points, hundredths, short, long) => {
    expect(rate(score, points)).toBe(hundredths);
    expect(formatRate(rate(score, points))).toBe(short);
    expect(formatRate2(rate(score, points))).toBe(long);
  });

  test('[NU4] nothing has no rate', () => {
    expect(() => rate(0, 0)).toThrow(RangeError);
  });
});

describe('isOnGrid', () => {
  test.each([0, 50, 450, 500])('[NU5] %i is on the grid of half a point up to five', (score) => {
    expect(isOnGrid(score, 500, 50)).toBe(true);
  });

  test('[NU5] the maximum is on every grid, the step beyond it on none', () => {
    expect(isOnGrid(500, 500, 200)).toBe(true);
    expect(isOnGrid(400, 500, 200)).toBe(true);
    expect(isOnGrid(600, 500, 200)).toBe(false);
  });

  test.each([25, 550, -50, 0.5, -0, Number.NaN, Infinity, '50', 50n, null, undefined, [50], true])(
    '[NU5] %s is not',
    (score) => {
      expect(isOnGrid(score, 500, 50)).toBe(false);
    },
  );
});
