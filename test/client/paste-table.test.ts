import { describe, expect, test } from 'vitest';
import { leafColumn, level, type Column } from '../../client/setup/columns.ts';
import type { Editable } from '../../client/setup/framework-acts.ts';
import { pasteTable } from '../../client/setup/paste-table.ts';
import { parseTsv } from '../../client/setup/tsv.ts';
import type { Framework, Indicator } from '../../shared/framework/terms.ts';
import { leavesOf } from '../../shared/framework/tree.ts';
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
