import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { aggregateOf, emptyAggregate, replaceMark } from '../../shared/consensus/aggregate.ts';
import type { Marks } from '../../shared/consensus/cards.ts';
import { sumHalfUp } from '../../shared/consensus/fractions.ts';
import { propose, proposeAll } from '../../shared/consensus/policies.ts';
import { subtotalsOf } from '../../shared/consensus/subtotals.ts';
import { type Mark, POLICIES } from '../../shared/consensus/terms.ts';
import { totalOf, unroundedTotal } from '../../shared/consensus/totals.ts';
import {
  divideHalfUp,
  formatPoints,
  formatPoints2,
  isOnGrid,
  MAX_POINTS,
  parsePoints,
} from '../../shared/framework/points.ts';
import { fengshun2023 } from '../../shared/framework/presets/fengshun-2023.ts';
import { leavesOf } from '../../shared/framework/tree.ts';
import { shuffled } from './shuffled.ts';

const perIndicator = POLICIES.filter((policy) => policy !== 'trimmed-totals');
const score = fc.integer({ min: 0, max: 20 }).map((steps) => steps * 50);
const scored: fc.Arbitrary<Mark> = score.map((given) => ({ score: given }));
const mark: fc.Arbitrary<Mark | undefined> = fc.oneof(
  { weight: 6, arbitrary: scored },
  { weight: 1, arbitrary: fc.constant<Mark>('abstained') },
  { weight: 1, arbitrary: fc.constant(undefined) },
);

/** Cards over leaves of 10 points each; few distinct scores, so that totals tie often. */
function sheet(each: fc.Arbitrary<Mark | undefined>, fewest = 1) {
  return fc.integer({ min: 1, max: 6 }).chain((width) => {
    const leaves = Array.from({ length: width }, (_, index) => ({ id: `l${index}`, points: 1000 }));
    const card = fc
      .array(each, { minLength: width, maxLength: width })
      .map((marks) =>
        Object.fromEntries(marks.flatMap((given, index) => (given ? [[`l${index}`, given]] : []))),
      );
    return fc.record({
      leaves: fc.constant(leaves),
      cards: fc.array<Marks>(card, { minLength: fewest, maxLength: 9 }),
      // Sorted by these, the cards are in any order.
      order: fc.array(fc.integer(), { minLength: 9, maxLength: 9 }),
    });
  });
}

const coarse: fc.Arbitrary<Mark> = fc.integer({ min: 0, max: 3 }).map((n) => ({ score: n * 300 }));

describe('points', () => {
  test('[NU1] [NU2] what is printed is read back as the same points', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: MAX_POINTS }), (points) => {
        expect(parsePoints(formatPoints(points))).toBe(points);
        expect(parsePoints(`${formatPoints2(points)}分`)).toBe(points);
        expect(formatPoints(points)).not.toMatch(/\.\d*0$|\.$/);
      }),
    );
  });

  test('[NU1] any text gives whole hundredths within bounds, or nothing', () => {
    const typed = fc.string({ unit: fc.constantFrom(...'0123456789.．。５+-eE 　分') });
    fc.assert(
      fc.property(fc.oneof(typed, fc.string({ unit: 'grapheme' })), (text) => {
        const points = parsePoints(text);
        expect(points === null || isOnGrid(points, MAX_POINTS, 1)).toBe(true);
      }),
      { numRuns: 2000 },
    );
  });

  test('[NU3] division agrees with integers of any size', () => {
    fc.assert(
      fc.property(fc.maxSafeNat(), fc.maxSafeNat(), (numerator, below) => {
        const denominator = Math.max(1, below);
        const [n, d] = [BigInt(numerator), BigInt(denominator)];
        expect(BigInt(divideHalfUp(numerator, denominator))).toBe((2n * n + d) / (2n * d));
      }),
      { numRuns: 2000 },
    );
  });
});

describe('aggregates', () => {
  test('[AG2] kept up mark by mark it is the one computed from scratch', () => {
    const change = fc.record({ expert: fc.nat({ max: 6 }), after: mark });
    fc.assert(
      fc.property(fc.array(change, { maxLength: 60 }), (changes) => {
        const marks: (Mark | undefined)[] = Array(7).fill(undefined);
        let aggregate = emptyAggregate;
        for (const { expert, after } of changes) {
          aggregate = replaceMark(aggregate, marks[expert], after);
          marks[expert] = after;
          expect(aggregate).toEqual(aggregateOf(marks));
        }
      }),
    );
  });
});

describe('policies', () => {
  test.each(POLICIES)('[PO8] %s: the order of the experts changes nothing', (policy) => {
    for (const each of [mark, coarse]) {
      fc.assert(
        fc.property(sheet(each), ({ leaves, cards, order }) => {
          const other = shuffled(cards, order);
          expect(proposeAll(policy, leaves, other)).toEqual(proposeAll(policy, leaves, cards));
          expect(unroundedTotal(policy, leaves, other)).toBe(unroundedTotal(policy, leaves, cards));
        }),
      );
    }
  });

  test.each(POLICIES)(
    '[PO9] %s: never outside the scores given, and n counts some of them',
    (policy) => {
      fc.assert(
        fc.property(sheet(mark), ({ leaves, cards }) => {
          const proposals = proposeAll(policy, leaves, cards);
          for (const { id } of leaves) {
            const { n, scores } = aggregateOf(cards.map((card) => card[id]));
            const proposal = proposals[id] ?? { value: Number.NaN, n: Infinity };
            expect(proposal.n).toBeLessThanOrEqual(n);
            if (proposal.value === null) {
              expect(n === 0 || policy === 'unanimous').toBe(true);
            } else {
              expect(Number.isSafeInteger(proposal.value)).toBe(true);
              expect(proposal.value).toBeGreaterThanOrEqual(scores[0] ?? Infinity);
              expect(proposal.value).toBeLessThanOrEqual(scores.at(-1) ?? -Infinity);
            }
          }
        }),
      );
    },
  );

  test('[PO6] per-indicator policies look at one indicator at a time', () => {
    fc.assert(
      fc.property(sheet(mark), fc.constantFrom(...perIndicator), ({ leaves, cards }, policy) => {
        const proposals = proposeAll(policy, leaves, cards);
        for (const { id } of leaves) {
          expect(proposals[id]).toEqual(
            propose(
              policy,
              cards.map((card) => card[id]),
            ),
          );
        }
      }),
    );
  });

  test('[PO3] what trimming keeps lies between the second lowest and the second highest', () => {
    const rule = 'trimmed-per-indicator';
    fc.assert(
      fc.property(fc.array(scored, { minLength: 5, maxLength: 15 }), (marks) => {
        const { scores } = aggregateOf(marks);
        const { value } = propose(rule, marks);
        expect(value).toBeGreaterThanOrEqual(scores[1] ?? Infinity);
        expect(value).toBeLessThanOrEqual(scores.at(-2) ?? -Infinity);
      }),
    );
  });

  test('[TT2] trimmed totals are the average over every choice of whom to drop', () => {
    let ties = 0;
    fc.assert(
      fc.property(sheet(coarse, 5), ({ leaves, cards }) => {
        const totals = cards.map((card) =>
          leaves.reduce((sum, { id }) => sum + given(card, id), 0),
        );
        const at = (total: number) => totals.flatMap((each, i) => (each === total ? [i] : []));
        const [tops, bottoms] = [at(Math.max(...totals)), at(Math.min(...totals))];
        const choices = tops.flatMap((top) =>
          bottoms.filter((bottom) => bottom !== top).map((bottom) => [top, bottom]),
        );
        if (choices.length > 1) ties += 1;
        const proposals = proposeAll('trimmed-totals', leaves, cards);
        for (const { id } of leaves) {
          const kept = choices.flatMap((dropped) =>
            cards.filter((_, index) => !dropped.includes(index)).map((card) => given(card, id)),
          );
          const sum = kept.reduce((total, each) => total + each, 0);
          expect(proposals[id]?.value).toBe(divideHalfUp(sum, kept.length));
        }
      }),
    );
    expect(ties).toBeGreaterThan(10);
  });

  test('[TO1] rounding leaf by leaf moves the total by half a hundredth a leaf at most', () => {
    fc.assert(
      fc.property(sheet(mark), fc.constantFrom(...POLICIES), ({ leaves, cards }, policy) => {
        const proposals = proposeAll(policy, leaves, cards);
        const values = Object.fromEntries(
          leaves.map(({ id }) => [id, proposals[id]?.value ?? null]),
        );
        const apart = totalOf(leaves, values) - unroundedTotal(policy, leaves, cards);
        expect(Math.abs(apart)).toBeLessThanOrEqual((leaves.length + 1) / 2);
      }),
    );
  });

  test('[TO1] a sum of fractions is rounded once', () => {
    const fraction = fc.record({
      numerator: fc.integer({ min: 0, max: 1_000_000 }),
      denominator: fc.integer({ min: 1, max: 15 }),
    });
    fc.assert(
      fc.property(fc.array(fraction, { maxLength: 40 }), (parts) => {
        const below = 360360; // divisible by 1 … 15
        const sum = parts.reduce((all, { numerator, denominator }) => {
          return all + numerator * (below / denominator);
        }, 0);
        expect(sumHalfUp(parts)).toBe(divideHalfUp(sum, below));
      }),
    );
  });
});

describe('subtotals', () => {
  test('[ST4] add up at every level, with what is open and what is settled', () => {
    const { framework } = fengshun2023;
    const leaves = leavesOf(framework);
    const values = fc.record(
      Object.fromEntries(
        leaves.map(({ id, points }) => [id, fc.option(fc.integer({ min: 0, max: points }))]),
      ),
    );
    fc.assert(
      fc.property(values, (given) => {
        const { levels, total } = subtotalsOf(framework, given);
        expect(total.score).toBe(totalOf(leaves, given));
        expect(total.open).toBe(Object.values(given).filter((value) => value === null).length);
        const first = framework.indicators.flatMap(({ id }) => levels[id] ?? []);
        for (const field of ['points', 'settled', 'score', 'open'] as const) {
          expect(first.reduce((sum, level) => sum + level[field], 0)).toBe(total[field]);
        }
      }),
    );
  });
});

function given(card: Marks, id: string): number {
  const each = card[id];
  return each === undefined || each === 'abstained' ? 0 : each.score;
}
