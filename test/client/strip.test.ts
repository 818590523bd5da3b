import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { fitted, widthOf } from '../../client/projection/fit.ts';
import { anchorOf, placeOf, stacksOf } from '../../client/ui/strip.ts';

describe('the strip of scores', () => {
  test('equal scores stand on one place, in ascending order of drops', () => {
    expect(stacksOf([250, 250, 500], 500)).toEqual([
      { score: 250, count: 2, at: 0.5, row: 0, before: 0 },
      { score: 500, count: 1, at: 1, row: 0, before: 2 },
    ]);
  });

  test('neighbours that would overlap take turns on two rows', () => {
    expect(stacksOf([450, 460, 470, 480], 500).map(({ row }) => row)).toEqual([0, 1, 0, 1]);
  });

  test('no score is lost, whatever is given', () => {
    const ascending = fc
      .array(fc.integer({ min: 0, max: 500 }), { maxLength: 15 })
      .map((values) => values.sort((a, b) => a - b));
    fc.assert(
      fc.property(ascending, (values) => {
        const given = stacksOf(values, 500).flatMap(({ score, count }) =>
          Array.from({ length: count }, () => score),
        );
        expect(given).toEqual(values);
      }),
    );
  });

  test('a place lies on the line, also where an indicator is worth nothing', () => {
    expect(placeOf(600, 500)).toBe(1);
    expect(placeOf(0, 0)).toBe(0);
  });

  test('a figure stays inside at the ends and steps out of the way of another mark', () => {
    expect(anchorOf(0).anchor).toBe('start');
    expect(anchorOf(0.5)).toEqual({ anchor: 'middle', shift: 0 });
    expect(anchorOf(1).anchor).toBe('end');
    expect(anchorOf(0.5, 0.52).anchor).toBe('end');
    expect(anchorOf(0.54, 0.5).anchor).toBe('start');
    expect(anchorOf(0.02, 0).anchor).toBe('start');
    expect(anchorOf(1, 0.99).anchor).toBe('end');
  });
});

describe('fitting a name on a slide', () => {
  const place = { room: 58, lines: 3, large: 6.4, small: 2 };

  test('a short name is large, a long one shrinks to the smallest that may be', () => {
    expect(fitted('社区矫正', place)).toBe(6.4);
    expect(fitted('项'.repeat(200), place)).toBe(2);
    const between = fitted('项'.repeat(40), place);
    expect(between).toBeGreaterThan(2);
    expect(between).toBeLessThan(6.4);
  });

  test('a Latin letter counts about half a Chinese character', () => {
    expect(widthOf('合议')).toBe(2);
    expect(widthOf('ab')).toBeCloseTo(1.12);
  });
});
