import { describe, expect, test } from 'vitest';
import { leafColumn, level, type Column } from '../../client/setup/columns.ts';
import type { Editable } from '../../client/setup/framework-acts.ts';
import { pasteTable } from '../../client/setup/paste-table.ts';
import { guessColumns, readHead } from '../../client/setup/pasted-header.ts';
import { parseTsv } from '../../client/setup/tsv.ts';
import { checkFramework } from '../../shared/framework/checks.ts';
import { fengshun2023 } from '../../shared/framework/presets/fengshun-2023.ts';
import { zhongshan2019 } from '../../shared/framework/presets/zhongshan-2019.ts';
import { rowsOf } from '../../shared/framework/rows.ts';
import type { Framework, Indicator } from '../../shared/framework/terms.ts';
import { findById, leavesOf, walk } from '../../shared/framework/tree.ts';
import { framework, leaf, level as group } from '../framework/trees.ts';

const COLUMNS: Column[] = [
  level(1),
  level(2),
  ...(['points', 'criteria', 'selfScore', 'selfReason'] as const).map(leafColumn),
];
const EMPTY: Editable = { framework: framework(), selfAssessment: {} };
const now: Editable = {
  framework: framework(group('a', null, [leaf('b'), leaf('c')]), group('d', null, [leaf('e')])),
  selfAssessment: { b: { score: 400, reason: '' } },
};

const paste = (from: Editable, text: string, row = 0, column = 0, columns = COLUMNS) =>
  pasteTable(from, parseTsv(text), { row, column }, columns);

/** "甲15(乙5 丙10)": names and points, without ids. */
function drawn({ indicators }: Pick<Framework, 'indicators'>): string {
  const one = ({ name, points, children }: Indicator): string => {
    const inside = children.length > 0 ? `(${drawn({ indicators: children })})` : '';
    return `${name}${points === null ? '' : points / 100}${inside}`;
  };
  return indicators.map(one).join(' ');
}

describe('pasting a table into the framework', () => {
  test('[PT1] updates the rows that exist, from the focused cell on', () => {
    const { next, placed, unplaced } = paste(now, '5\t明确(5分)\n3\t\n2分\t"一\n二"', 0, 2);
    expect(leavesOf(next.framework).map(({ points, criteria }) => [points, criteria])).toEqual([
      [500, '明确(5分)'],
      [300, ''],
      [200, '一\n二'],
    ]);
    expect([placed, unplaced]).toEqual([5, []]);
  });

  test('[PT1] names with points in brackets give both', () => {
    const { next } = paste(now, '项目立项 (15分)\t绩效目标（5分）\n\t绩效指标[分值：10]');
    expect(drawn(next.framework)).toBe('项目立项15(绩效目标5 绩效指标10) 名d(名e5)');
  });

  test('[PT2] an empty cell erases nothing; a merged one is filled where it starts', () => {
    const { next, unplaced } = paste(now, '立项\t目标\n立项\t\n\t产出', 0, 0);
    expect(drawn(next.framework)).toBe('立项(目标5 名c5) 名d(产出5)');
    expect(unplaced).toEqual([]);
    expect(paste(now, '立项\n管理').unplaced).toEqual(['管理']);
  });

  test('[PT3] further rows are new leaves under the level above, or under their own', () => {
    const { next } = paste(now, '\t丙\t5\n\t丁\t7\n效益\t戊\t9\t标准', 2, 0);
    expect(drawn(next.framework)).toBe('名a(名b5 名c5) 名d(丙5 丁7) 效益(戊9)');
    expect(leavesOf(next.framework).at(-1)).toMatchObject({ criteria: '标准', step: 50 });
  });

  test('[PT3] without a name below the last row, nothing is made up', () => {
    const { next, unplaced } = paste(now, '5\n6\n7', 1, 2);
    expect([leavesOf(next.framework).length, unplaced]).toEqual([3, ['7']]);
  });

  test('[PT4] builds a whole tree: merged cells, short leaves, and no row for the total', () => {
    const text = '项目立项(10分)\t目标\t6\n\t指标\t4\n满意度\t\t5\n合计\t\t15\n';
    const { next, unplaced } = paste(EMPTY, text);
    expect(drawn(next.framework)).toBe('项目立项10(目标6 指标4) 满意度5');
    expect(unplaced).toEqual([]);
  });

  test('[PT4] a table that repeats its levels on every row has them once', () => {
    const { next } = paste(EMPTY, '立项\t目标\t6\n立项\t指标\t4\n管理\t指标\t4\n');
    expect(drawn(next.framework)).toBe('立项(目标6 指标4) 管理(指标4)');
  });

  test('[PT5] what is no amount is named, never guessed', () => {
    const { next, unplaced } = paste(now, '五分\n-3\n1.005', 0, 2);
    expect([next, unplaced]).toEqual([now, ['五分', '-3', '1.005']]);
  });

  test('[PT6] self-assessment: the score first, then its reason', () => {
    const both = paste(now, '4.5\t已量化\n\t没有分数', 0, 4);
    expect(both.next.selfAssessment).toEqual({ b: { score: 450, reason: '已量化' } });
    expect(both.unplaced).toEqual(['没有分数']);
  });

  test('[PT7] a leaf above the last level takes what is pasted beside it', () => {
    const short = { ...EMPTY, framework: framework(leaf('x')) };
    const { next } = paste(short, '满意度\t8', 0, 1);
    expect(drawn(next.framework)).toBe('满意度8');
  });

  test('[PT8] an absurd clipboard is cut off', () => {
    const text = Array.from({ length: 2000 }, (_, row) => `甲\t乙${row}`).join('\n');
    expect(leavesOf(paste(EMPTY, text).next.framework)).toHaveLength(400);
  });
});

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
    const table = readHead(printed(source, levels, weights))!;
    const { next, unplaced } = pasteTable(EMPTY, table.rows, { row: 0, column: 0 }, table.columns);
    expect(plain(next.framework)).toEqual(plain(source));
    expect(unplaced).toEqual([]);
    expect(checkFramework({ ...next.framework, title: '表' })).toEqual([]);
  });

  test('[PT9] without a head, levels are what comes before the amounts', () => {
    const rows = parseTsv('立项\t目标\t合理性\t5\t明确(5分)\n\t\t相关性\t3\t相关(3分)');
    expect(readHead(rows)).toBeNull();
    const { next } = pasteTable(EMPTY, rows, { row: 0, column: 0 }, guessColumns(rows));
    expect(drawn(next.framework)).toBe('立项(目标(合理性5 相关性3))');
    expect(findById(next.framework, 'i03')?.criteria).toBe('明确(5分)');
  });

  test('[PT9] a head over two rows, and columns that we do not keep', () => {
    const rows = parseTsv(
      '评价指标\t\t分值\t评分标准\t自评得分\t自评情况\t序号\n一级指标\t二级指标\t\t\t\t\t\n甲\t乙\t5\t标准\t4\t较好\t1\n',
    );
    const { columns, rows: body } = readHead(rows)!;
    const { next } = pasteTable(EMPTY, body, { row: 0, column: 0 }, columns);
    expect(drawn(next.framework)).toBe('甲(乙5)');
    expect(Object.values(next.selfAssessment)).toEqual([{ score: 400, reason: '较好' }]);
  });
});
