import { describe, expect, test } from 'vitest';
import { parseTsv } from '../../client/setup/tsv.ts';
import { checkFramework } from '../../shared/framework/checks.ts';
import { fengshun2023 } from '../../shared/framework/presets/fengshun-2023.ts';
import { zhongshan2019 } from '../../shared/framework/presets/zhongshan-2019.ts';
import { rowsOf } from '../../shared/framework/rows.ts';
import type { Framework } from '../../shared/framework/terms.ts';
import { leavesOf, walk } from '../../shared/framework/tree.ts';
import { readFramework } from '../../shared/import/read-framework.ts';
import { plainSheet } from '../../shared/import/sheet.ts';
import { adopted, drawn } from './read.ts';

/** As the editor reads a table that is pasted whole. */
const pasted = (rows: string[][]) => readFramework([plainSheet('', rows)], { loose: true });

/** A preset as its merged table, with a head, as a spreadsheet copies it. */
function printed(source: Framework, levels: number, weights: boolean): string[][] {
  const names = Array.from({ length: levels }, (_, index) => `${'一二三四'[index]}级指标`);
  const head = names.flatMap((name) => (weights ? [name, '权重'] : [name]));
  const rows = rowsOf(source, levels).map(({ leaf: { points, criteria }, cells }) => {
    const at = (depth: number) => cells.find((cell) => cell.depth === depth);
    const levelCells = names.flatMap((_, index) => {
      const cell = at(index + 1);
      if (!cell) return weights ? ['', ''] : [''];
      const worth = String(cell.points / 100);
      return weights ? [cell.name, worth] : [`${cell.name}(${worth}分)`];
    });
    return [...levelCells, String(points! / 100), criteria, '得分'];
  });
  return [['评价指标'], [...head, '分值', '评分标准', '得分'], ...rows];
}

const plain = (source: Framework) =>
  walk(source).map(({ path, indicator: { points, criteria } }) => [
    path.join('/'),
    points,
    criteria,
  ]);

describe('pasting a whole table', () => {
  test.each([
    ['zhongshan-2019', zhongshan2019.framework, 3, false],
    ['fengshun-2023', fengshun2023.framework, 4, false],
    ['fengshun-2023 with a weight for each level', fengshun2023.framework, 4, true],
  ] as const)('[PT9] %s comes back as it was printed', (_, source, levels, weights) => {
    const reading = pasted(printed(source, levels, weights));
    const { framework } = adopted(reading);
    expect(plain(framework)).toEqual(plain(source));
    expect(reading.doubts).toEqual([]);
    expect(checkFramework({ ...framework, title: '表' })).toEqual([]);
  });

  test('[PT9] without a head, levels are what comes before the amounts', () => {
    const rows = parseTsv('立项\t目标\t合理性\t5\t明确(5分)\n\t\t相关性\t3\t相关(3分)');
    const { framework } = adopted(pasted(rows));
    expect(drawn(framework)).toBe('立项(目标(合理性5 相关性3))');
    expect(leavesOf(framework)[0]?.criteria).toBe('明确(5分)');
  });

  test('[PT9] names alone are a framework, too', () => {
    expect(drawn(adopted(pasted(parseTsv('立项\t目标\n\t指标'))).framework)).toBe(
      '立项(目标 指标)',
    );
  });

  test('[PT9] a head over two rows, and columns that we do not keep', () => {
    const rows = parseTsv(
      '评价指标\t\t分值\t评分标准\t自评得分\t自评情况\t序号\n一级指标\t二级指标\t\t\t\t\t\n甲\t乙\t5\t标准\t4\t较好\t1\n',
    );
    const { framework, selfAssessment } = adopted(pasted(rows));
    expect(drawn(framework)).toBe('甲(乙5)');
    expect(Object.values(selfAssessment)).toEqual([{ score: 400, reason: '较好' }]);
  });
});
