import { describe, expect, test } from 'vitest';
import { divergenceOf } from '../../shared/consensus/divergence.ts';

const leaf = { points: 500, step: 50 };
const of = (...scores: number[]) => divergenceOf(scores, leaf);

describe('what the scores look like', () => {
  test('[DV1] two of five below half', () => {
    expect(of(500, 100, 400, 200, 450)).toEqual({ kind: 'below-half', n: 5, below: 2 });
  });

  test('[DV1] just half is not below it', () => {
    expect(of(250, 400, 400)).not.toMatchObject({ kind: 'below-half' });
    expect(of(249, 400, 400)).toMatchObject({ kind: 'below-half', below: 1 });
  });

  test('[DV1] all below half is no division: how far they reach', () => {
    expect(of(50, 100, 150)).toEqual({ kind: 'spread', n: 3, lowest: 50, highest: 150 });
  });

  test('[DV2] nothing and everything at once comes first', () => {
    expect(of(250, 250, 500, 0, 250)).toEqual({ kind: 'extremes', n: 5, none: 1, full: 1 });
  });

  test('[DV3] one stands apart, upwards or downwards', () => {
    expect(of(300, 300, 500, 300, 300)).toEqual({
      kind: 'one-apart',
      n: 5,
      score: 500,
      above: true,
    });
    expect(of(450, 450, 300, 450)).toMatchObject({ kind: 'one-apart', score: 300, above: false });
  });

  test('[DV3] of two, both are apart: nobody is named', () => {
    expect(of(300, 500)).toMatchObject({ kind: 'spread' });
  });

  test('[DV4] nobody, one, and all the same', () => {
    expect(of()).toEqual({ kind: 'nobody' });
    expect(of(300)).toEqual({ kind: 'single' });
    expect(of(300, 300)).toEqual({ kind: 'same', n: 2, score: 300 });
  });
});
