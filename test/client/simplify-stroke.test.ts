import fc from 'fast-check';
import { expect, test } from 'vitest';
import { simplified } from '../../client/scorecard/simplify-stroke.ts';

test('a straight stroke is its two ends, a corner stays', () => {
  expect(simplified([0, 0, 10, 0, 20, 1, 30, 0])).toEqual([0, 0, 30, 0]);
  expect(simplified([0, 0, 10, 0, 20, 0, 20, 10, 20, 20])).toEqual([0, 0, 20, 0, 20, 20]);
  expect(simplified([5, 5])).toEqual([5, 5]);
  expect(simplified([5, 5, 9, 9])).toEqual([5, 5, 9, 9]);
});

test('a stroke that ends where it began keeps its way there and back', () => {
  expect(simplified([0, 0, 50, 0, 100, 0, 50, 0, 0, 0])).toEqual([0, 0, 100, 0, 0, 0]);
});

test('what stays was drawn, in its order, from the first point to the last', () => {
  const point = fc.tuple(fc.nat(900), fc.nat(300));
  fc.assert(
    fc.property(fc.array(point, { minLength: 1, maxLength: 60 }), (points) => {
      const kept = simplified(points.flat());
      const pairs = Array.from({ length: kept.length / 2 }, (_, i) => [
        kept[2 * i],
        kept[2 * i + 1],
      ]);
      expect(pairs.at(0)).toEqual(points.at(0));
      expect(pairs.at(-1)).toEqual(points.at(-1));
      let at = -1;
      for (const pair of pairs) {
        at = points.findIndex(([x, y], index) => index > at && x === pair[0] && y === pair[1]);
        expect(at).toBeGreaterThanOrEqual(0);
      }
    }),
  );
});
