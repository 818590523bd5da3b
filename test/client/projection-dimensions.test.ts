import { describe, expect, test } from 'vitest';
import { combined, dimensionsOf } from '../../client/projection/dimensions.ts';
import { fengshun2023 } from '../../shared/framework/presets/fengshun-2023.ts';
import { derivedPoints, leavesOf } from '../../shared/framework/tree.ts';
import type { Tally } from '../../shared/views/outcome-terms.ts';

const { framework } = fengshun2023;
const [first] = leavesOf(framework);

/** Only the first leaf (4 points) is decided, with half of its points. */
const tally: Tally = {
  decided: 1,
  of: 20,
  levels: Object.fromEntries(
    framework.indicators.map((indicator, index) => [
      indicator.id,
      { score: index === 0 ? 200 : 0, points: derivedPoints(indicator), open: 1 },
    ]),
  ),
  total: 200,
  grade: null,
  decisions: { [first!.id]: { score: 200, reason: '资料不完整' } },
  unrounded: null,
};

describe('the dimensions on the wall', () => {
  test('every leaf is a cell, filled by its rate once it is decided', () => {
    const dimensions = dimensionsOf(framework, tally);
    expect(dimensions.map(({ name }) => name)).toEqual(['决策', '管理', '产出', '效益']);
    expect(dimensions.flatMap(({ cells }) => cells)).toHaveLength(20);
    expect(dimensions[0]?.cells[0]).toEqual({ id: first!.id, points: 400, filled: 50 });
    expect(dimensions[0]?.cells[1]?.filled).toBeNull();
  });

  test('one row for all adds up', () => {
    const all = combined(dimensionsOf(framework, tally), '全部指标');
    expect(all).toMatchObject({ name: '全部指标', score: 200, points: 10000, open: 4 });
    expect(all.cells.reduce((sum, { points }) => sum + points, 0)).toBe(10000);
  });
});
