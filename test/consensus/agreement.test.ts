import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { agreementOf } from '../../shared/consensus/agreement.ts';

describe('agreement: the share within one grid step of the median', () => {
  test('four of five, one step below the median counted in', () => {
    expect(agreementOf([0, 250, 250, 250, 500], 50)).toEqual({ within: 3, n: 5 });
    expect(agreementOf([200, 250, 250, 300, 500], 50)).toEqual({ within: 4, n: 5 });
  });

  test('an even number of scores: the median lies between the middle two', () => {
    expect(agreementOf([300, 400], 50)).toEqual({ within: 2, n: 2 });
    expect(agreementOf([300, 401], 50)).toEqual({ within: 0, n: 2 });
  });

  test('nobody scored: nothing to agree on', () => {
    expect(agreementOf([], 50)).toEqual({ within: 0, n: 0 });
  });

  test('a wider grid never finds fewer in agreement, and equal scores all agree', () => {
    const ascending = fc
      .array(fc.integer({ min: 0, max: 1000 }), { minLength: 1, maxLength: 15 })
      .map((scores) => scores.sort((a, b) => a - b));
    fc.assert(
      fc.property(ascending, fc.integer({ min: 1, max: 300 }), (scores, step) => {
        const narrow = agreementOf(scores, step);
        expect(agreementOf(scores, step + 50).within).toBeGreaterThanOrEqual(narrow.within);
        expect(
          agreementOf(
            scores.map(() => scores[0]!),
            step,
          ).within,
        ).toBe(scores.length);
      }),
    );
  });
});
