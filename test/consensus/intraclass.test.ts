import { describe, expect, test } from 'vitest';
import { intraclass } from '../../shared/consensus/intraclass.ts';
import { ratingsOf } from '../../shared/consensus/ratings.ts';
import { V1 } from './cards.ts';
import { expectFigure, figure, transposed } from './figures.ts';
import { SHROUT_FLEISS } from './shrout-fleiss.ts';

const none = (why: string) => ({ kind: 'not-computable', why });

describe('intraclass correlation', () => {
  test('[IC1] T1: the mean squares and coefficients of Shrout & Fleiss', () => {
    const icc = intraclass(transposed(SHROUT_FLEISS));
    expect([icc.n, icc.k]).toEqual([6, 4]);
    expectFigure(icc.bms, '11.2417');
    expectFigure(icc.jms, '32.4861');
    expectFigure(icc.ems, '1.0194');
    expectFigure(icc.single, '0.2898');
    // 3680/5935: printed as .62 in the paper, and cut rather than rounded where it is .6200.
    expectFigure(icc.average, '0.62005');
    expectFigure(icc.consistency, '0.7148');
  });

  test('[IC1] V1: .6337 on rates, .8722 on points, which is why rates', () => {
    const { rates } = ratingsOf(V1.leaves, V1.cards);
    expectFigure(intraclass(rates).single, '0.6337');
    const points = rates.map((row) => row.map((rate, at) => rate * (V1.leaves[at]?.points ?? 0)));
    expectFigure(intraclass(points).single, '0.8722');
  });

  test('[IC2] complete agreement is 1', () => {
    const { single, average, consistency } = intraclass([
      [0.1, 0.5, 0.9],
      [0.1, 0.5, 0.9],
      [0.1, 0.5, 0.9],
    ]);
    for (const each of [single, average, consistency]) expect(figure(each)).toBeCloseTo(1, 12);
  });

  test('[IC2] a judge who is always harder agrees in consistency, not absolutely', () => {
    const { single, consistency } = intraclass([
      [0.5, 0.7, 0.9],
      [0.1, 0.3, 0.5],
    ]);
    expect(figure(consistency)).toBeCloseTo(1, 12);
    expect(figure(single)).toBeLessThan(0.5);
  });

  test('[IC3] nothing differs: not computable, though floats leave crumbs', () => {
    const same = Array.from({ length: 5 }, () => [0.1, 0.1, 0.1]);
    for (const each of Object.values(intraclass(same)).slice(2)) {
      expect(each).toEqual(none('no-difference'));
    }
  });

  test('[IC3] only the judges differ: nothing is said about the indicators', () => {
    const { consistency, single } = intraclass([
      [0.1, 0.1, 0.1],
      [0.7, 0.7, 0.7],
    ]);
    expect(consistency).toEqual(none('no-difference'));
    expect(figure(single)).toBe(0);
  });

  test('[IC3] one expert or one indicator: too few', () => {
    expect(intraclass([[0.1, 0.2]]).single).toEqual(none('too-few'));
    expect(intraclass([[0.1], [0.2]]).single).toEqual(none('too-few'));
    expect(intraclass([]).bms).toEqual(none('too-few'));
  });
});
