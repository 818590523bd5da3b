import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { bandScale } from '../../client/projection/band-scale.ts';
import { titleSize, widthOf } from '../../client/projection/fit.ts';
import { isBlankKey, wallKeyOf } from '../../client/projection/keys.ts';
import { pagesOf, rangeLine, ROWS } from '../../client/projection/overview.ts';
import { ringOf } from '../../client/projection/ring.ts';
import { bandsOf, gradeOf } from '../../shared/consensus/grades.ts';
import { fengshun2023 } from '../../shared/framework/presets/fengshun-2023.ts';
import { leavesOf } from '../../shared/framework/tree.ts';
import type { Spread } from '../../shared/views/score-terms.ts';

describe('the ring of seats', () => {
  test('a seat for each, the first ones solid, none where nobody sits', () => {
    const seats = ringOf(2, 5);
    expect(seats.map(({ filled }) => filled)).toEqual([true, true, false, false, false]);
    expect(new Set(seats.map(({ solid }) => solid)).size).toBe(5);
    expect(seats.every(({ empty, solid }) => empty.startsWith('M') && solid.startsWith('M'))).toBe(
      true,
    );
    expect(ringOf(0, 0)).toEqual([]);
    expect(ringOf(1, 1)).toHaveLength(1);
  });
});

describe('the grades on their line', () => {
  test('the bands fill the line from the worst to the best', () => {
    const { parts, at } = bandScale(bandsOf('guangdong'), 93_50);
    expect(parts.map(({ name }) => name)).toEqual(['差', '低', '中', '良', '优']);
    expect(parts.map(({ from }) => from)).toEqual([0, 60, 70, 80, 90]);
    expect(parts.map(({ width }) => width)).toEqual([60, 10, 10, 10, 10]);
    expect(at).toBeCloseTo(93.5);
  });

  test('the marked band is the grade, for every total', () => {
    for (const preset of ['guangdong', 'national'] as const)
      fc.assert(
        fc.property(fc.integer({ min: 0, max: 100_00 }), (total) => {
          const here = bandScale(bandsOf(preset), total).parts.filter((part) => part.here);
          expect(here.map(({ name }) => name)).toEqual([gradeOf(total, bandsOf(preset)).name]);
        }),
      );
  });
});

describe('the overview', () => {
  const spreadOf = (leaf: string, values: number[], range: number | null): Spread => ({
    ...{ leaf, n: values.length, abstained: 0, values, range },
    ...{ flag: 'none', value: null, rule: 'mean', round: 1, cards: values.length },
  });

  test('equal scores are one dot, the bar reaches from the lowest to the highest', () => {
    expect(rangeLine([100, 100, 250], 500)).toEqual({
      dots: [
        { at: 20, order: 0 },
        { at: 50, order: 2 },
      ],
      from: 20,
      to: 50,
    });
    expect(rangeLine([], 500)).toBeNull();
    expect(rangeLine([0], 0)).toMatchObject({ from: 0, to: 0 });
  });

  test('the widest divergence comes first, nobody’s scores last, equals in printing order', () => {
    const leaves = leavesOf(fengshun2023.framework).slice(0, 4);
    const [a, b, c, d] = leaves.map(({ id }) => id) as [string, string, string, string];
    const spreads = [
      spreadOf(a, [], null),
      spreadOf(b, [100, 200], 25_00),
      spreadOf(c, [100, 400], 75_00),
      spreadOf(d, [300, 400], 25_00),
    ];
    expect(
      pagesOf(leaves, spreads)
        .flat()
        .map(({ leaf }) => leaf.id),
    ).toEqual([c, b, d, a]);
  });

  test('more indicators than a wall holds go on to the next page, none is lost', () => {
    const [first] = leavesOf(fengshun2023.framework);
    const leaves = Array.from({ length: 2 * ROWS + 1 }, (_, index) => ({
      ...first!,
      id: `l${index}`,
    }));
    const pages = pagesOf(
      leaves,
      leaves.map(({ id }) => spreadOf(id, [100], 0)),
    );
    expect(pages.map(({ length }) => length)).toEqual([ROWS, ROWS, 1]);
    expect(pagesOf([], [])).toEqual([[]]);
  });
});

describe('a title', () => {
  test('stands on one line while it is large there, on two beyond', () => {
    expect(titleSize('资金使用效率性', 90, 5)).toBe(5);
    const long = '重大公共卫生服务设施设备采购验收与后续运行维护管理情况';
    expect(titleSize(long, 90, 5)).toBeCloseTo(90 / widthOf(long));
    expect(titleSize(long + long, 90, 5)).toBe(2.8);
  });
});

describe('keys on the wall', () => {
  const pressed = (key: string, more: object = {}) => {
    return wallKeyOf({
      key,
      ctrlKey: false,
      metaKey: false,
      altKey: false,
      repeat: false,
      ...more,
    });
  };

  test('one key turns it dark, as presenters’ remotes send it', () => {
    for (const key of ['b', 'B', '.', '。']) expect(pressed(key)).toEqual({ act: 'blank' });
    expect(isBlankKey('x')).toBe(false);
  });

  test('the others turn slides, or mean nothing', () => {
    expect(pressed('PageDown')).toEqual({ act: 'turn', step: 1 });
    expect(pressed('ArrowLeft')).toEqual({ act: 'turn', step: -1 });
    expect(pressed('q')).toBeNull();
    expect(pressed('b', { ctrlKey: true })).toBeNull();
    expect(pressed('b', { repeat: true })).toBeNull();
  });
});
