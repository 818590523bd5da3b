import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { bandsOf, gradeOf } from '../../shared/consensus/grades.ts';
import { isOnGrid } from '../../shared/framework/points.ts';
import { loadPreset, PRESET_IDS, PRESET_SUMMARIES } from '../../shared/framework/presets.ts';
import { PUBLISHED } from '../../shared/framework/presets/published.ts';
import {
  depthOf,
  derivedPoints,
  leavesOf,
  totalPoints,
  walk,
} from '../../shared/framework/tree.ts';

const sumOf = (scores: { score: number }[]) => scores.reduce((sum, { score }) => sum + score, 0);

describe.each(PRESET_IDS)('preset %s', async (id) => {
  const preset = await loadPreset(id);
  const leaves = leavesOf(preset.framework);

  test('[PS1] is worth 100 points, and every level what it declares', () => {
    expect(totalPoints(preset.framework)).toBe(100_00);
    for (const { indicator } of walk(preset.framework)) {
      expect(indicator.points).toBe(derivedPoints(indicator));
    }
  });

  test('[PS1] ids are unique and in printing order', () => {
    expect(leaves.map((leaf) => leaf.id)).toEqual(
      leaves.map((_, index) => `i${String(index + 1).padStart(2, '0')}`),
    );
    const ids = walk(preset.framework).map(({ indicator }) => indicator.id);
    expect(new Set(ids).size).toBe(ids.length);
  });

  test('[PS1] its summary is its own', () => {
    expect(PRESET_SUMMARIES.find((summary) => summary.id === id)).toEqual({
      id: preset.id,
      title: preset.framework.title,
      levels: depthOf(preset.framework),
      leaves: leaves.length,
      selfAssessment: Object.keys(preset.selfAssessment).length > 0,
    });
  });
});

describe('the references', () => {
  test('[PS2] Zhongshan: self-assessment 92 优 beside the published 71 中', async () => {
    const { framework, selfAssessment, grades } = await loadPreset('zhongshan-2019');
    const leaves = leavesOf(framework);
    expect(leaves).toHaveLength(18);
    const self = sumOf(Object.values(selfAssessment));
    expect([self, gradeOf(self, bandsOf(grades)).name]).toEqual([92_00, '优']);

    const { total, grade, results } = PUBLISHED['zhongshan-2019'];
    expect(sumOf(Object.values(results))).toBe(total);
    expect([total, gradeOf(total, bandsOf(grades)).name]).toEqual([71_00, grade]);
    expect(framework.indicators.map((level) => [level.name, level.points])).toEqual([
      ['项目立项', 15_00],
      ['项目管理', 35_00],
      ['项目绩效', 50_00],
    ]);
  });

  test('[PS2] Fengshun: 4, 8, 16, 20 indicators and the published 93.50 优', async () => {
    const { framework, grades } = await loadPreset('fengshun-2023');
    const visits = walk(framework);
    const at = (depth: number) => visits.filter((visit) => visit.depth === depth).length;
    expect([at(1), at(2), at(3), at(4)]).toEqual([4, 8, 16, 20]);
    const { total, grade, results } = PUBLISHED['fengshun-2023'];
    expect(sumOf(Object.values(results))).toBe(total);
    expect([total, gradeOf(total, bandsOf(grades)).name]).toEqual([93_50, grade]);
  });

  test.each(['zhongshan-2019', 'fengshun-2023'] as const)(
    '[PS3] every score that %s names is on the grid of its leaf',
    async (id) => {
      const { framework, selfAssessment } = await loadPreset(id);
      const leaves = leavesOf(framework);
      const { results } = PUBLISHED[id];
      expect(Object.keys(results)).toEqual(leaves.map((leaf) => leaf.id));
      for (const { id, points, step } of leaves) {
        expect(isOnGrid(results[id]?.score, points, step)).toBe(true);
        expect(isOnGrid(selfAssessment[id]?.score ?? 0, points, step)).toBe(true);
      }
    },
  );

  test('[PS4] a list of presets loads none of their texts', () => {
    const source = readFileSync(
      new URL('../../shared/framework/presets.ts', import.meta.url),
      'utf8',
    );
    expect(source).not.toMatch(/^import (?!type).*presets\//m);
  });
});
