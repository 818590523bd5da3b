import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { quickScores, readEntry, stepScore } from '../../client/scorecard/score-entry.ts';
import { isOnGrid } from '../../shared/framework/points.ts';

const FIVE = { points: 5_00, step: 50 };
/** Its maximum is no multiple of its step. */
const ODD = { points: 4_25, step: 50 };

describe('readEntry', () => {
  test.each([
    ['', { kind: 'empty' }],
    ['  ', { kind: 'empty' }],
    ['3.5', { kind: 'score', score: 350 }],
    ['３。５', { kind: 'score', score: 350 }],
    ['5分', { kind: 'score', score: 500 }],
    ['5.', { kind: 'score', score: 500 }],
    ['abc', { kind: 'not-a-number' }],
    ['-1', { kind: 'not-a-number' }],
    ['.', { kind: 'not-a-number' }],
    ['5.5', { kind: 'above' }],
    ['99', { kind: 'above' }],
    ['3.2', { kind: 'off-grid', below: 300, above: 350 }],
  ])('[SE1] %j means %j', (text, entry) => expect(readEntry(text, FIVE)).toEqual(entry));

  test('[SE1] the maximum may be given though it is no multiple of the step', () => {
    expect(readEntry('4.25', ODD)).toEqual({ kind: 'score', score: 425 });
    expect(readEntry('4.1', ODD)).toEqual({ kind: 'off-grid', below: 400, above: 425 });
  });
});

describe('stepScore', () => {
  test.each([
    [null, 1, 500],
    [null, -1, 500],
    ['abstained', -1, 500],
    [{ score: 500 }, 1, 500],
    [{ score: 500 }, -1, 450],
    [{ score: 0 }, -1, 0],
    [{ score: 0 }, 1, 50],
  ] as const)('[SE2] from %j by %i is %i', (mark, by, score) => {
    expect(stepScore(mark, FIVE, by)).toBe(score);
  });

  test('[SE2] every step lands on the scale, and all of it is reached from above', () => {
    const scale = fc.record({ points: fc.integer({ min: 1, max: 2000 }), step: fc.nat(300) });
    fc.assert(
      fc.property(scale, ({ points, step: below }) => {
        const step = below + 1;
        let score = points;
        for (let steps = 0; score > 0; steps += 1) {
          expect(steps).toBeLessThanOrEqual(points);
          score = stepScore({ score }, { points, step }, -1);
          expect(isOnGrid(score, points, step)).toBe(true);
        }
        while (score < points) {
          const next = stepScore({ score }, { points, step }, 1);
          expect(next).toBeGreaterThan(score);
          expect(isOnGrid(next, points, step)).toBe(true);
          score = next;
        }
      }),
    );
  });
});

describe('quickScores', () => {
  test.each([
    ['what the criteria name', [500, 300, 0], FIVE, [500, 300, 0]],
    ['with the maximum in any case', [300], FIVE, [500, 300]],
    ['a short scale, where they name nothing', [], { points: 100, step: 50 }, [100, 50, 0]],
    ['an odd maximum too', [], { points: 125, step: 50 }, [125, 100, 50, 0]],
    ['of a long scale the maximum', [], { points: 12_00, step: 50 }, [12_00]],
  ])('[SE3] offers %s', (_why, offered, scale, scores) => {
    expect(quickScores(offered, scale)).toEqual(scores);
  });
});
