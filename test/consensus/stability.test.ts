import { describe, expect, test } from 'vitest';
import type { Mark } from '../../shared/consensus/terms.ts';
import { stabilityOf, type Pair } from '../../shared/consensus/stability.ts';

const LEAVES = [
  { id: 'a', points: 10_00 },
  { id: 'b', points: 5_00 },
];

type Given = number | 'abstained' | null;
const marks = (scores: Record<string, Given>): Record<string, Mark> =>
  Object.fromEntries(
    Object.entries(scores).flatMap(([id, given]) => {
      if (given === null) return [];
      return [[id, given === 'abstained' ? given : { score: given }] as const];
    }),
  );
const pair = (before: Record<string, Given>, after: Record<string, Given>): Pair => ({
  ...{ before: marks(before), after: marks(after) },
});
const onA = (...scores: [Given, Given][]): Pair[] =>
  scores.map(([before, after]) => pair({ a: before }, { a: after }));

describe('stability between two rounds', () => {
  test('counts who changed, and by how much mean and range moved', () => {
    const moved = onA([2_00, 8_00], [8_00, 8_00], [10_00, 9_00]);
    expect(stabilityOf(LEAVES, moved)).toEqual({
      leaves: {
        // Mean 6.67 → 8.33: the difference 5.00 ÷ 3, rounded once; range 80 % → 10 %.
        a: { n: 3, changed: 2, mean: 1_67, range: -70_00 },
        b: { n: 0, changed: 0, mean: null, range: null },
      },
      ...{ n: 3, changed: 2, experts: 3, moved: 2, mean: 1_67, narrower: 1, wider: 0 },
    });
  });

  test('rounds half up by size, alike in both directions', () => {
    const up = stabilityOf(LEAVES, onA([0, 1], [0, 0]));
    const down = stabilityOf(LEAVES, onA([1, 0], [0, 0]));
    expect([up.leaves['a']!.mean, down.leaves['a']!.mean]).toEqual([1, -1]);
    const less = stabilityOf(LEAVES, onA([1, 0], [0, 0], [0, 0]));
    expect(Object.is(less.leaves['a']!.mean, 0)).toBe(true);
  });

  test('compares only who scored in both: neither an arrival nor an abstention is a change', () => {
    const pairs = onA([null, 10_00], [5_00, 'abstained'], ['abstained', 5_00], [4_00, 4_00]);
    const { leaves, ...all } = stabilityOf(LEAVES, pairs);
    expect(leaves['a']).toEqual({ n: 1, changed: 0, mean: 0, range: 0 });
    expect(all).toEqual({
      ...{ n: 1, changed: 0, experts: 1, moved: 0, mean: 0, narrower: 0, wider: 0 },
    });
  });

  test('nobody in both rounds: not computable, and no zero in its place', () => {
    const { leaves } = stabilityOf(LEAVES, onA([null, 1_00], [2_00, null]));
    expect(leaves['a']).toEqual({ n: 0, changed: 0, mean: null, range: null });
    expect(stabilityOf(LEAVES, [])).toMatchObject({ n: 0, experts: 0, mean: 0 });
  });

  test('over several indicators: an expert counts once, ranges by indicator', () => {
    const pairs = [
      pair({ a: 10_00, b: 0 }, { a: 8_00, b: 5_00 }),
      pair({ a: 10_00, b: 5_00 }, { a: 10_00, b: 5_00 }),
    ];
    expect(stabilityOf(LEAVES, pairs)).toEqual({
      leaves: {
        a: { n: 2, changed: 1, mean: -1_00, range: 20_00 },
        b: { n: 2, changed: 1, mean: 2_50, range: -100_00 },
      },
      ...{ n: 4, changed: 2, experts: 2, moved: 1, mean: 1_50, narrower: 1, wider: 1 },
    });
  });
});
