import { expect, test } from 'vitest';
import { selfGaps } from '../../shared/consensus/self-gap.ts';
import { SMALL } from '../kit/panel.ts';

const self = (...given: [string, number][]) =>
  Object.fromEntries(given.map(([id, score]) => [id, { score, reason: '' }]));

test('[SG1] the gap by dimension and of the whole', () => {
  const { total, dimensions } = selfGaps(SMALL, self(['a', 48_00], ['b', 30_00], ['c', 12_00]), {
    a: 40_00,
    b: 28_50,
    c: 14_00,
  });
  expect(dimensions['g1']).toEqual({
    ...{ compared: 2, of: 2, points: 80_00 },
    ...{ self: 78_00, panel: 68_50, gap: 9_50 },
  });
  expect(dimensions['g2']).toMatchObject({ gap: -2_00 });
  expect(total).toMatchObject({ compared: 3, self: 90_00, panel: 82_50, gap: 7_50 });
});

test('[SG2] like with like: what either side left open counts on neither', () => {
  const { total } = selfGaps(SMALL, self(['a', 48_00], ['c', 12_00]), {
    a: 40_00,
    b: 1_00,
    c: null,
  });
  expect(total).toEqual({
    ...{ compared: 1, of: 3, points: 50_00 },
    ...{ self: 48_00, panel: 40_00, gap: 8_00 },
  });
});
