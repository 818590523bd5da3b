import { describe, expect, test } from 'vitest';
import { rangeFlag, rangePercent } from '../../shared/consensus/spread.ts';

describe('the range of an indicator', () => {
  test.each([
    [[0, 250, 250, 250, 500], 500, 100_00, 'red'],
    [[300, 300, 500], 500, 40_00, 'amber'],
    [[299, 500], 500, 40_20, 'red'],
    [[400, 500], 500, 20_00, 'none'],
    [[399, 500], 500, 20_20, 'amber'],
    [[300, 300], 500, 0, 'none'],
    [[300], 500, 0, 'none'],
    [[100, 200], 300, 33_33, 'amber'],
  ] as const)('[DI1] %j of %i', (scores, points, range, flag) => {
    expect(rangePercent(scores, points)).toBe(range);
    expect(rangeFlag(range)).toBe(flag);
  });

  test('[DI1] nobody scored: no range, no flag', () => {
    expect(rangePercent([], 500)).toBeNull();
    expect(rangeFlag(null)).toBe('none');
  });
});
