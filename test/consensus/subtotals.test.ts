import { describe, expect, test } from 'vitest';
import { subtotalsOf } from '../../shared/consensus/subtotals.ts';
import { formatPoints, formatRate, formatRate2 } from '../../shared/framework/points.ts';
import { fengshun2023 } from '../../shared/framework/presets/fengshun-2023.ts';
import { PUBLISHED, type Published } from '../../shared/framework/presets/published.ts';
import { zhongshan2019 } from '../../shared/framework/presets/zhongshan-2019.ts';
import type { Framework } from '../../shared/framework/terms.ts';

const valuesOf = (scores: Record<string, { score: number }>) =>
  Object.fromEntries(Object.entries(scores).map(([id, { score }]) => [id, score]));

/** Name and printed score of each first-level dimension. */
function dimensions(framework: Framework, scores: Published['results']) {
  const { levels } = subtotalsOf(framework, valuesOf(scores));
  return framework.indicators.map(({ id, name }) => {
    const { score, rate } = levels[id] ?? { score: Number.NaN, rate: null };
    return [name, formatPoints(score), rate === null ? '' : formatRate(rate)];
  });
}

describe('subtotals', () => {
  test('[ST1] Fengshun: 13, 23.5, 28.5, 28.5 with their rates, 93.50 % of the whole', () => {
    const { framework } = fengshun2023;
    const { results } = PUBLISHED['fengshun-2023'];
    expect(dimensions(framework, results)).toEqual([
      ['决策', '13', '86.67%'],
      ['管理', '23.5', '94%'],
      ['产出', '28.5', '95%'],
      ['效益', '28.5', '95%'],
    ]);
    const { total } = subtotalsOf(framework, valuesOf(results));
    expect(total).toMatchObject({ points: 100_00, settled: 100_00, score: 93_50, open: 0 });
    expect(formatRate2(total.rate ?? 0)).toBe('93.50%');
  });

  test('[ST1] Zhongshan: 8 + 28 + 35 = 71 beside the self-assessment 13 + 34 + 45 = 92', () => {
    const { framework, selfAssessment } = zhongshan2019;
    const scoresOf = (scores: Published['results']) =>
      dimensions(framework, scores).map(([, score]) => score);
    expect(scoresOf(PUBLISHED['zhongshan-2019'].results)).toEqual(['8', '28', '35']);
    expect(scoresOf(selfAssessment)).toEqual(['13', '34', '45']);
    expect(subtotalsOf(framework, valuesOf(selfAssessment)).total.score).toBe(92_00);
  });

  test('[ST2] inner levels have theirs', () => {
    const { levels } = subtotalsOf(
      fengshun2023.framework,
      valuesOf(PUBLISHED['fengshun-2023'].results),
    );
    expect(levels['g04']).toEqual({ points: 600, settled: 600, score: 450, open: 0, rate: 7500 });
    expect(Object.keys(levels)).toHaveLength(4 + 8 + 16);
  });

  test('[ST3] undecided leaves are counted, not taken for zero', () => {
    const { levels, total } = subtotalsOf(fengshun2023.framework, { i02: 150, i03: null });
    expect(levels['g04']).toEqual({ points: 600, settled: 200, score: 150, open: 2, rate: 7500 });
    expect(total).toEqual({ points: 100_00, settled: 200, score: 150, open: 19, rate: 7500 });
    expect(levels['g05']).toEqual({ points: 200, settled: 0, score: 0, open: 2, rate: null });
  });
});
