import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { kendall } from '../../shared/consensus/concordance.ts';
import { dispersion } from '../../shared/consensus/dispersion.ts';
import { intraclass } from '../../shared/consensus/intraclass.ts';
import type { Statistic } from '../../shared/consensus/statistic.ts';
import { shuffled } from './shuffled.ts';

describe('statistics', () => {
  const ratings = fc
    .tuple(fc.integer({ min: 0, max: 6 }), fc.integer({ min: 0, max: 8 }))
    .chain(([m, n]) => {
      const row = fc.array(
        fc.integer({ min: 0, max: 4 }).map((quarters) => quarters / 4),
        { minLength: n, maxLength: n },
      );
      return fc.array(row, { minLength: m, maxLength: m });
    });

  const finite = (statistic: Statistic) =>
    statistic.kind === 'not-computable' || Number.isFinite(statistic.value);

  test('[KE6] W and p lie in 0 … 1, and every figure is finite or says why not', () => {
    let computed = 0;
    fc.assert(
      fc.property(ratings, (rows) => {
        const { w, p, chiSquare, f, fp } = kendall(rows);
        expect([w, p, chiSquare, f, fp].every(finite)).toBe(true);
        for (const each of [w, p, fp]) {
          if (each.kind === 'not-computable') continue;
          computed += 1;
          expect(each.value).toBeGreaterThanOrEqual(0);
          expect(each.value).toBeLessThanOrEqual(1);
        }
      }),
      { numRuns: 1000 },
    );
    expect(computed).toBeGreaterThan(500);
  });

  test('[KE9] neither the order of the experts nor that of the indicators matters', () => {
    const order = fc.array(fc.integer(), { minLength: 15, maxLength: 15 });
    const near = (one: Statistic, other: Statistic) => {
      expect(other.kind).toBe(one.kind);
      if (one.kind === 'value' && other.kind === 'value')
        expect(other.value).toBeCloseTo(one.value, 9);
    };
    fc.assert(
      fc.property(ratings, order, order, (rows, experts, indicators) => {
        const other = shuffled(rows, experts).map((row) => shuffled(row, indicators));
        const [before, after] = [kendall(rows), kendall(other)];
        for (const key of ['w', 'chiSquare', 'p', 'f', 'fp'] as const)
          near(before[key], after[key]);
        expect(after.ties).toBe(before.ties);
        const [one, two] = [intraclass(rows), intraclass(other)];
        for (const key of ['bms', 'jms', 'ems'] as const) near(one[key], two[key]);
      }),
    );
  });

  test('[KE6] complete agreement is 1 with any ties, as long as something differs', () => {
    fc.assert(
      fc.property(ratings, fc.integer({ min: 2, max: 15 }), ([row = []], m) => {
        fc.pre(new Set(row).size > 1);
        expect(kendall(Array(m).fill(row)).w).toEqual({ kind: 'value', value: 1 });
      }),
    );
  });

  test('[IC4] no coefficient is above 1, and every figure is finite or says why not', () => {
    fc.assert(
      fc.property(ratings, (rows) => {
        const { bms, jms, ems, single, average, consistency } = intraclass(rows);
        expect([bms, jms, ems, single, average, consistency].every(finite)).toBe(true);
        for (const each of [single, consistency]) {
          expect(each.kind === 'value' ? each.value : 0).toBeLessThanOrEqual(1 + 1e-9);
        }
      }),
      { numRuns: 1000 },
    );
  });

  test('[DI7] dispersion: the order of scores only reorders the gaps', () => {
    const scores = fc.array(
      fc.integer({ min: 0, max: 10 }).map((n) => n * 50),
      { maxLength: 15 },
    );
    fc.assert(
      fc.property(
        scores,
        fc.array(fc.integer(), { minLength: 15, maxLength: 15 }),
        (some, order) => {
          const leaf = { points: 500, step: 50 };
          const [one, other] = [dispersion(some, leaf), dispersion(shuffled(some, order), leaf)];
          expect({ ...other, gaps: shuffled(one.gaps, order) }).toEqual({
            ...one,
            gaps: other.gaps,
          });
          const figures = [
            one.mean,
            one.sd,
            one.cv,
            one.iqr,
            one.rwg,
            ...one.gaps.map((g) => g.gap),
          ];
          expect(figures.every(finite)).toBe(true);
        },
      ),
    );
  });
});
