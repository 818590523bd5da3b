import { describe, expect, test } from 'vitest';
import { adopted, doubts, read, tree } from './read.ts';
import { leavesOf } from '../../shared/framework/tree.ts';

/** Doubts without the notes that tell how the levels were found. */
const asked = (reading: Parameters<typeof doubts>[0]) =>
  doubts({ ...reading, doubts: reading.doubts.filter(({ kind }) => kind === 'doubt') });
const noted = (reading: Parameters<typeof doubts>[0]) =>
  reading.doubts.filter(({ kind }) => kind === 'note').map(({ zh }) => zh);

const HEAD = '指标名称|分值|评分标准';

describe('levels by the numbers in one column', () => {
  test.each([
    [
      'Han, brackets, digits',
      '一、决策||\n（一）立项||\n1.依据|40|充分\n2.程序|20|\n二、产出||\n（一）数量||\n1.数|40|',
      '一、决策(（一）立项(1.依据40 2.程序20)) 二、产出(（一）数量(1.数40))',
    ],
    [
      'points of levels in the column',
      '一、决策|60|\n（一）立项|60|\n1、依据|40|x\n2、程序|20|\n二、产出|40|',
      '一、决策60(（一）立项60(1、依据40 2、程序20)) 二、产出40',
    ],
    [
      'decimal',
      '1 决策||\n1.1 立项||\n1.1.1 依据|40|x\n1.1.2 程序|20|x\n2 产出||\n2.1 数量|40|x',
      '1 决策(1.1 立项(1.1.1 依据40 1.1.2 程序20)) 2 产出(2.1 数量40)',
    ],
    [
      'Han over decimal, points in the names',
      '一、决策（60分）||\n1.1立项（４０分）||x\n1.2程序(20%)||x\n二、产出【40分】||\n2.1数量[分值：40]||x',
      '一、决策60(1.1立项40 1.2程序20) 二、产出40(2.1数量40)',
    ],
    [
      'numbers that go on from group to group',
      '一、决策||\n1.依据|40|x\n2.程序|20|x\n二、产出||\n3.数量|40|x',
      '一、决策(1.依据40 2.程序20) 二、产出(3.数量40)',
    ],
    [
      'indicators without numbers below numbered levels',
      '一、决策||\n（一）立项||\n依据|40|x\n程序|20|\n（二）目标||\n合理|20|\n二、产出||\n数量|20|',
      '一、决策(（一）立项(依据40 程序20) （二）目标(合理20)) 二、产出(数量20)',
    ],
    [
      'one form over indicators without numbers',
      '第一部分 决策||\n依据|40|x\n程序|20|\n第二部分 产出||\n数量|40|',
      '第一部分 决策(依据40 程序20) 第二部分 产出(数量40)',
    ],
    [
      'letters and codes',
      'A决策||\nA1立项||\nA11依据|40|x\nA12程序|20|\nB产出||\nB1数量||\nB11数|40|',
      'A决策(A1立项(A11依据40 A12程序20)) B产出(B1数量(B11数40))',
    ],
    [
      'four levels, full width, subtotals and a total',
      '一、决策||\n（一）立项||\n１．依据||\n（１）充分|３０|x\n（２）相关|10|\n（二）目标||\n１．合理|60|\n小计|100|\n合计|100|',
      '一、决策(（一）立项(１．依据(（１）充分30 （２）相关10)) （二）目标(１．合理60))',
    ],
    [
      'an order of forms of its own',
      '（一）决策||\n1.依据|60|x\n（二）产出||\n1.数量|20|\n2.质量|20|',
      '（一）决策(1.依据60) （二）产出(1.数量20 2.质量20)',
    ],
  ])('[IM10] %s', (_, body, expected) => {
    const reading = read(`${HEAD}\n${body}`);
    expect(tree(reading)).toBe(expected);
    expect(asked(reading)).toEqual([]);
    expect(noted(reading)).toEqual([
      expect.stringMatching(/^各级写在同一栏，已按编号分为 [234] 级。$/),
    ]);
  });

  test.each(['评价指标体系', '一、二、三级指标', '一级/二级/三级指标名称', '考评内容', '检查项目'])(
    '[IM10] under the heading “%s”',
    (heading) => {
      const reading = read(`${heading}|满分|考核办法\n一、决策||\n1.依据|60|x\n2.程序|40|`);
      expect([tree(reading), asked(reading)]).toEqual(['一、决策(1.依据60 2.程序40)', []]);
    },
  );

  test('[IM10] the numbers in a column of their own', () => {
    const text = `序号|评价指标|分值|评分标准
一|决策||
（一）|立项||
1|依据|40|充分
2|程序|20|
二|产出||
1|数量|40|`;
    expect(tree(read(text))).toBe('决策(立项(依据40 程序20)) 产出(数量40)');
    const decimal = '序号|评价指标|分值\n1|决策|\n1.1|立项|\n1.1.1|依据|60\n2|产出|\n2.1|数量|40';
    expect(tree(read(decimal))).toBe('决策(立项(依据60)) 产出(数量40)');
    expect(asked(read(decimal))).toEqual([]);
  });

  test('[IM10] the tenth, which Excel keeps as 1.1, is the tenth', () => {
    const rows = Array.from(
      { length: 9 },
      (_, index) => `1.${index + 1}|指标${'甲乙丙丁戊己庚辛壬'[index]}|10`,
    );
    const reading = read(`编号|评价指标|分值\n1|决策|\n${rows.join('\n')}\n1.1|指标癸|10`);
    expect(leavesOf(adopted(reading).framework)).toHaveLength(10);
    expect(asked(reading)).toEqual([]);
  });

  test('[IM10] a list that is numbered through stays a list', () => {
    const reading = read(`${HEAD}\n1.依据|40|x\n2.程序|20|\n3.数量|40|`);
    expect(tree(reading)).toBe('1.依据40 2.程序20 3.数量40');
    expect(doubts(reading)).toEqual([]);
    const serial = read('序号|评价指标|分值\n1|依据|40\n2|程序|60');
    expect(tree(serial)).toBe('依据40 程序60');
  });

  test('[IM10] pasted or without a head', () => {
    const reading = read(
      '一、决策|\n1.依据|60\n2.程序|10\n二、产出|\n1.数量|30',
      {},
      { loose: true },
    );
    expect(tree(reading)).toBe('一、决策(1.依据60 2.程序10) 二、产出(1.数量30)');
  });

  test.each([
    ['a number left out', '一、甲||\n1.乙|50|x\n3.丙|50|x\n二、丁||', 'number-off A4'],
    ['a number twice', '一、甲||\n1.乙|50|x\n1.丙|50|x', 'number-off A4'],
    ['a decimal of another group', '1 甲||\n1.1 乙|50|x\n2.2 丙|50|x', 'number-off A4'],
    [
      'a level passed over',
      '1 甲||\n1.1 乙||\n1.1.1 丙|50|\n2 丁||\n2.1.1 戊|50|',
      'number-off A6',
    ],
    [
      'an inner number before its group',
      '一、甲||\n1.乙|50|\n（一）丙||\n1.丁|50|',
      'number-off A4',
    ],
    ['a number forgotten', '一、甲||\n1.乙|50|x\n丙|20|x\n2.丁|30|x', 'number-missing A4'],
  ])('[IM10] doubts %s', (_, body, expected) => {
    const reading = read(`${HEAD}\n${body}`);
    expect(asked(reading)).toContain(expected);
    expect(reading.tree).toHaveLength(body.match(/^[一二\d][、 ]/gm)!.length);
  });

  test('[IM10] a fifth level is read on the fourth, and said', () => {
    const reading = read(`${HEAD}\n一、甲||\n（一）乙||\n1.丙||\n（1）丁||\n①戊|100|`);
    expect(asked(reading)).toContain('too-deep A6');
  });

  test('[IM10] figures in names are no numbers', () => {
    const text = `${HEAD}\n5G基站|20|x\n12345热线|30|x\n3.5万户改造|20|\n一级响应|30|`;
    const reading = read(text);
    expect(tree(reading)).toBe('5G基站20 12345热线30 3.5万户改造20 一级响应30');
    expect(doubts(reading)).toEqual([]);
  });
});

describe('levels by how far names are set in', () => {
  test('[IM10] by blanks, and by the office table', () => {
    const blanks = `${HEAD}\n决策||\n　立项||\n　　依据|40|x\n　　程序|20|\n产出||\n　数量|40|`;
    const keep = (text: string) =>
      read(text, {
        rows: text.split('\n').map((line) => line.split('|')),
      });
    const expected = '决策(立项(依据40 程序20)) 产出(数量40)';
    expect(tree(keep(blanks))).toBe(expected);
    expect(noted(keep(blanks))).toEqual(['各级写在同一栏，已按缩进分为 3 级。']);
    const steps = { A3: 1, A4: 2, A5: 2, A7: 1 };
    expect(tree(read(blanks, { indents: steps }))).toBe(expected);
  });

  test('[IM10] doubts one that is set in like no other; a slip of one blank is none', () => {
    const text = `${HEAD}\n决策||\n立项||\n依据|60|x\n产出||\n数量|40|`;
    const reading = read(text, { indents: { A3: 2, A4: 4, A5: 1, A6: 2 } });
    expect(asked(reading)).toContain('indent-off A5');
    const rows = `${HEAD}\n依据|60|x\n 数量|40|`.split('\n').map((line) => line.split('|'));
    expect(tree(read('', { rows }))).toBe('依据60 数量40');
  });
});

describe('headings on rows of their own', () => {
  const across = (row: number, right = 2) => ({ top: row, left: 0, bottom: row, right });

  test.each([
    [
      'with points',
      '一、决策指标（60分）',
      '二、产出指标（40分）',
      '一、决策指标60',
      '二、产出指标40',
    ],
    ['with a number', '一、决策', '二、产出', '一、决策', '二、产出'],
    ['with words only', '决策类指标', '产出类指标', '决策类指标', '产出类指标'],
  ])('[IM11] %s, merged across or only in the first cell', (_, one, two, first, second) => {
    const text = `${HEAD}\n${one}||\n依据|40|x\n程序|20|\n${two}||\n数量|40|`;
    const expected = `${first}(依据40 程序20) ${second}(数量40)`;
    for (const merges of [[across(1), across(4)], []]) {
      const reading = read(text, { merges });
      expect(tree(reading)).toBe(expected);
      expect(asked(reading)).toEqual([]);
    }
  });

  test('[IM11] above the columns of several levels', () => {
    const text = `二级指标|三级指标|分值|评分标准
一、决策（60分）
立项|依据|40|x
|程序|20|
二、产出（40分）
数量|数|40|`;
    const expected = '一、决策60(立项(依据40 程序20)) 二、产出40(数量(数40))';
    const merged = read(text, { merges: [across(1, 3), across(4, 3)] });
    expect([tree(merged), asked(merged)]).toEqual([expected, []]);
    const plain = read(text.replaceAll('分）', '分）|||'));
    expect([tree(plain), asked(plain)]).toEqual([expected, []]);
  });

  test('[IM11] above a weight for each level, and in front of the names', () => {
    const text = `序号|一级指标|权重|二级指标|权重
甲类
1|立项|60|依据|40
|||程序|20
乙类
2|产出|40|数量|40`;
    const reading = read(text, { merges: [across(1, 4), across(4, 4)] });
    expect(tree(reading)).toBe('甲类(立项60(依据40 程序20)) 乙类(产出40(数量40))');
    expect(asked(reading)).toEqual([]);
    const front = read('序号|评价指标|分值\n一、甲类||\n1|依据|60\n二、乙类||\n2|数量|40');
    expect(tree(front)).toBe('一、甲类(依据60) 二、乙类(数量40)');
  });

  test('[IM11] above four levels there is no room, which is said; an empty column takes none', () => {
    const text = `一级指标|二级指标|三级指标|四级指标|分值\n共性指标\n甲|乙|丙|丁|100`;
    const full = read(text, { merges: [across(1, 4)] });
    expect([tree(full), asked(full)]).toEqual(['甲(乙(丙(丁100)))', ['row-unplaced A2']]);
    const room = read(text.replace('丙|丁', '丙|'), { merges: [across(1, 4)] });
    expect([tree(room), asked(room)]).toEqual(['共性指标(甲(乙(丙100)))', []]);
  });

  test('[IM11] a heading in a heading, by their numbers', () => {
    const text = `评价指标|分值|评分标准\n一、决策\n（一）立项\n依据|60|x\n（二）目标\n合理|20|\n二、产出\n数量|20|`;
    const merges = [1, 2, 4, 6].map((row) => across(row));
    const reading = read(text, { merges });
    expect(tree(reading)).toBe('一、决策(（一）立项(依据60) （二）目标(合理20)) 二、产出(数量20)');
    expect(asked(reading)).toEqual([]);
  });

  test('[IM11] by their points, where nothing else tells them', () => {
    const text = `评价指标|评分标准|分值\n决策指标||60\n依据|x|40\n程序||20\n产出指标||40\n数量||40`;
    const expected = '决策指标60(依据40 程序20) 产出指标40(数量40)';
    for (const merges of [[], [across(1, 1), across(4, 1)]]) {
      const reading = read(text, { merges });
      expect([tree(reading), asked(reading)]).toEqual([expected, []]);
    }
    const off = read(text.replace('数量||40', '数量||39'));
    expect([off.tree.length, asked(off)]).toEqual([5, ['total-off']]);
  });

  test('[IM11] each above a head of its own, the first above the first', () => {
    const text = `绩效评价表\n一、决策（60分）\n${HEAD}\n依据|40|x\n程序|20|\n二、产出（40分）\n${HEAD}\n数量|40|`;
    const reading = read(text, { merges: [across(1), across(5)] });
    expect(tree(reading)).toBe('一、决策60(依据40 程序20) 二、产出40(数量40)');
    expect([asked(reading), reading.title?.value]).toEqual([[], '绩效评价表']);
  });

  test('[IM11] a note across the table, a total and signatures are none', () => {
    const text = `${HEAD}\n注：下列指标由专家评分\n以下由专家现场打分。\n甲|60|x\n乙|40|\n合计|100|\n（百分制）\n二、审核意见`;
    const reading = read(text, { merges: [1, 2, 6, 7].map((row) => across(row)) });
    expect([tree(reading), doubts(reading)]).toEqual(['甲60 乙40', []]);
  });

  test('[IM11] an indicator without points is no heading', () => {
    for (const body of [
      '甲|60|x\n乙||\n丙|40|',
      '甲||\n乙|60|x\n丙|30|',
      '甲|60|x\n乙|40|\n丙||',
    ]) {
      const reading = read(`${HEAD}\n${body}`);
      expect(reading.tree).toHaveLength(3);
      expect(asked(reading).join()).toContain('points-missing');
    }
  });
});
