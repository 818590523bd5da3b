import { describe, expect, test } from 'vitest';
import { doubts, read, tree } from './read.ts';

const HEAD = '一级指标|二级指标|分值|自评得分|评分标准';

describe('what a person should look at', () => {
  test.each([
    ['nothing', '立项|目标|100|90|', []],
    ['a sum that does not match', '立项(50分)|目标|60||\n产出|数量|40||', ['sum-off A2']],
    ['a total that is not 100', '立项|目标|60||', ['total-off']],
    ['a row of totals that says another sum', '立项|目标|100||\n合计||90||', ['total-row-off C3']],
    ['the same for the self-assessment', '立项|目标|100|9|\n合计||100|8|', ['self-total-off D3']],
    ['missing points', '立项|目标|100||\n|指标|||', ['points-missing C3']],
    ['points that are words', '立项|目标|五十分||', ['points-unreadable C2', 'total-off']],
    ['points of 0', '立项|目标|100||\n|指标|0||', ['points-zero C3']],
    ['a name and a column that differ', '立项|目标(90分)|100||', ['points-differ C2']],
    ['duplicate names', '立项|目标|50||\n|目标|50||', ['name-repeated B3']],
    ['the same names elsewhere are none', '立项|目标|50||\n产出|目标|50||', []],
    ['a self-assessment over the points', '立项|目标|100|101|', ['self-over D2']],
    ['one that is words', '立项|目标|100|优|', ['self-unreadable D2']],
    ['none at all', '立项|目标|100|/|', []],
    ['a failed formula', '立项|目标|#REF!||', ['formula-error C2', 'total-off']],
    ['criteria of a level', '立项|||| 看整体\n|目标|100||', ['level-text E2']],
    ['amounts without a name', '立项|目标|100||\n||20||', ['row-unplaced C3']],
    ['a head and nothing under it', '', ['no-rows']],
    ['three decimals', '立项|目标|99.999||', ['points-too-fine C2']],
  ])('[IM5] %s', (_, body, found) => {
    const reading = read(`${HEAD}\n${body}`);
    expect(doubts(reading).toSorted()).toEqual([...found].toSorted());
    for (const { zh, en } of reading.doubts) expect(`${zh}${en}`).not.toMatch(/undefined|null|NaN/);
  });

  test('[IM5] no table, and how to go on', () => {
    const reading = read('会议通知\n时间|地点');
    expect(doubts(reading)).toEqual(['no-table']);
    expect(reading.doubts[0]!.zh).toContain('表头');
  });

  test('[IM5] columns that are not known are named, results of a panel are not', () => {
    const reading = read('一级指标|分值|专家评分|经办意见\n甲|100|90|同意');
    expect(reading.doubts.map(({ kind, zh }) => [kind, zh])).toEqual([
      ['note', 'D 列“经办意见”不知道是什么，未读入。'],
    ]);
  });
});

describe('corrections are read again from the sheet', () => {
  test('[IM6] a text of a cell', () => {
    const text = `${HEAD}\n立项|目标|60||\n|指标|四十||`;
    const reading = read(text, {}, { texts: { C3: '40' } });
    expect([tree(reading), doubts(reading)]).toEqual(['立项(目标60 指标40)', []]);
  });

  test('[IM6] the role of a column', () => {
    const text = '一级指标|名目|分值|要求\n甲|乙|100|严格';
    expect(tree(read(text))).toBe('甲100');
    const reading = read(text, {}, { roles: { 1: 'level2', 3: 'criteria' } });
    expect([tree(reading), doubts(reading)]).toEqual(['甲(乙100)', []]);
    expect(reading.tree[0]!.children[0]!.criteria.value).toBe('严格');
  });

  test('[IM6] a role that another column had moves', () => {
    const text = '一级指标|分值|分值\n甲|1|100';
    const reading = read(text, {}, { roles: { 1: 'ignored', 2: 'points' } });
    expect([tree(reading), doubts(reading)]).toEqual(['甲100', []]);
  });

  test('[IM6] the row of the head, and rows left out', () => {
    const text = '指标|分值\n甲|100\n目录|配分\n乙|100\n丙|5';
    expect(tree(read(text, {}, { head: 2, skipped: [4] }))).toBe('');
    const reading = read(text, {}, { head: 2, roles: { 0: 'level1', 1: 'points' }, skipped: [4] });
    expect([tree(reading), doubts(reading)]).toEqual(['乙100', []]);
  });
});
