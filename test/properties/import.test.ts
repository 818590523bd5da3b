import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readFramework } from '../../shared/import/read-framework.ts';
import { plainSheet } from '../../shared/import/sheet.ts';
import { frameworks } from '../import/frameworks.ts';
import { planned, plans } from '../import/plans.ts';
import { adopted } from '../import/read.ts';

describe('any framework, however it is laid out', () => {
  test('[IM1] [IM10] [IM11] comes back as it was, without a doubt', () => {
    let leaves = 0;
    const levels = new Set<string>();
    fc.assert(
      fc.property(frameworks, plans, (framework, plan) => {
        const { sheet, says } = planned(framework, plan);
        const reading = readFramework([sheet]);
        expect(reading.doubts.filter(({ kind }) => kind === 'doubt')).toEqual([]);
        expect(adopted(reading).framework.indicators).toEqual(says.indicators);
        leaves = Math.max(leaves, reading.uses.filter((use) => use === 'indicator').length);
        levels.add(plan.levels);
      }),
      { numRuns: 250, endOnFailure: true },
    );
    expect(leaves).toBeGreaterThan(60);
    expect(levels.size).toBe(7);
  });

  test('[IM1] no grid whatever makes the reader fail, or read a value from nowhere', () => {
    const text = fc.oneof(
      fc.constantFrom(
        '',
        '一级指标',
        '二级指标',
        '分值',
        '评分标准',
        '合计',
        '5',
        '5分',
        '甲(3分)',
        '#REF!',
      ),
      fc.string({ maxLength: 12 }),
    );
    const rows = fc.array(fc.array(text, { maxLength: 6 }), { maxLength: 14 });
    const place = fc.nat(20);
    const merge = fc.record({ top: place, left: place, bottom: place, right: place });
    fc.assert(
      fc.property(rows, fc.array(merge, { maxLength: 4 }), (grid, merges) => {
        const sheet = { ...plainSheet('表', grid), merges };
        const { tree } = readFramework([sheet]);
        for (const { name } of tree)
          expect(sheet.rows[name.cell!.row]![name.cell!.column]!.replaceAll(/\s/g, '')).toContain(
            name.value.replaceAll(/\s/g, '').slice(0, 3),
          );
      }),
      { numRuns: 300 },
    );
  });
});
