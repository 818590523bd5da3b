import { describe, expect, test } from 'vitest';
import { readFramework } from '../../shared/import/read-framework.ts';
import { adopted, doubts, grid, read, tree } from './read.ts';

const HEAD = '一级指标|二级指标|分值|评分标准';
const BODY = '立项|目标|40|明确(40分)\n|指标|20|细化\n产出|数量|40|足额';
const TREE = '立项(目标40 指标20) 产出(数量40)';

describe('tables as offices write them', () => {
  test.each([
    ['a bare table', `${HEAD}\n${BODY}`],
    [
      'a title, a line of facts and an empty row above',
      `某项目评价指标体系\n\n单位：万元\n${HEAD}\n${BODY}`,
    ],
    ['a serial number in front', `序号|${HEAD}\n1|立项|目标|40|\n2||指标|20|\n3|产出|数量|40|`],
    ['levels repeated on every row', `${HEAD}\n立项|目标|40|\n立项|指标|20|\n产出|数量|40|`],
    [
      'subtotals and a total',
      `${HEAD}\n立项|目标|40|\n|指标|20|\n|小计|60|\n产出|数量|40|\n产出小计||40\n合 计||100|`,
    ],
    ['notes below', `${HEAD}\n${BODY}\n合计||100|\n注：本表一式三份。\n填表人：|||`],
    [
      'the head again after a page',
      `${HEAD}\n立项|目标|40|\n${HEAD}\n立项|指标|20|\n产出|数量|40|`,
    ],
    ['another table below', `${HEAD}\n${BODY}\n\n评价维度|分值|评价得分|得分率\n立项|60|50|83%`],
    ['points with units', `${HEAD}\n立项|目标|40分|\n|指标|(20)|\n产出|数量|４０ 分|`],
    ['fractions of one', `一级指标|二级指标|权重\n立项|目标|0.4\n|指标|0.2\n产出|数量|0.4`],
    ['percents', `一级指标|二级指标|权重\n立项|目标|40%\n|指标|20%\n产出|数量|40％`],
    ['other words', '评价维度|评价指标|满分|评分细则\n立项|目标|40|\n|指标|20|\n产出|数量|40|'],
    ['English words', 'Level 1|Level 2|Points|Criteria\n立项|目标|40|\n|指标|20|\n产出|数量|40|'],
    [
      'scores of a panel beside',
      `${HEAD}|专家评分|得分率|备注\n立项|目标|40|x|38|95%|好\n|指标|20|x|2|10%|\n产出|数量|40|x|1|9%|`,
    ],
    [
      'a level before its leaves, on a row of its own',
      `${HEAD}\n立项|||\n|目标|40|\n|指标|20|\n产出|||\n|数量|40|`,
    ],
  ])('[IM1] %s', (_, text) => {
    const reading = read(text);
    expect(tree(reading)).toBe(TREE);
    expect(reading.doubts.filter(({ kind }) => kind === 'doubt')).toEqual([]);
  });

  test.each([
    ['立项 (60分)|目标(40分)\n|指标（20分）\n产出【40分】|数量[分值：40]'],
    ['立项（60%）|目标(40%)\n|指标（20％）\n产出(40%)|数量（４０%）'],
    ['立项\\60分|目标\\40分\n|指标\\20分\n产出\\40分|数量\\40%'],
    ['立项：60分|目标：40分\n|指标 20分\n产出　40分|数量:40分'],
    ['立项（60）|目标（40）\n|指标（20）\n产出（40）|数量（40）'],
  ])('[IM1] points behind names: %s', (body) => {
    const reading = read(`一级指标|二级指标\n${body}`);
    expect(tree(reading)).toBe('立项60(目标40 指标20) 产出40(数量40)');
    expect(doubts(reading)).toEqual([]);
  });

  test('[IM1] a name keeps brackets and figures that are no points', () => {
    const text = `${HEAD}\n方案(2023)|合格率 95%|40|\n|成本（成本指标）|60|`;
    expect(tree(read(text))).toBe('方案(2023)(合格率 95%40 成本（成本指标）60)');
  });

  test('[IM1] a head of two rows, with and without merged cells', () => {
    const text = '评价指标||分值|评分标准\n一级指标|二级指标||\n立项|目标|60|x\n|指标|40|y';
    const merges = [
      { top: 0, left: 0, bottom: 0, right: 1 },
      { top: 0, left: 2, bottom: 1, right: 2 },
    ];
    for (const reading of [read(text), read(text, { merges })]) {
      expect(reading.head).toEqual({ first: 0, last: 1 });
      expect(tree(reading)).toBe('立项(目标60 指标40)');
    }
    const weights =
      '一级指标||二级指标||评分标准\n名称|权重|名称|权重|\n立项|100|目标|60|x\n||指标|40|y';
    expect(tree(read(weights))).toBe('立项100(目标60 指标40)');
  });

  test('[IM1] weights that add up to 100 in each group are multiplied down, and said', () => {
    const text =
      '一级指标|权重|二级指标|权重\n立项|60%|目标|50%\n||指标|50%\n产出|40%|数量|25%\n||质量|75%';
    const reading = read(text);
    expect(tree(reading)).toBe('立项60(目标30 指标30) 产出40(数量10 质量30)');
    expect(doubts(reading)).toEqual(['weights-relative']);
  });

  test('[IM1] a leaf above the last level, merged across, and criteria over several rows', () => {
    const text = `一级指标|二级指标|三级指标|分值|评分标准
立项|目标|合理|60|1.明确
||||2.可行
满意度|||40|问卷`;
    const merges = [
      { top: 1, left: 0, bottom: 2, right: 0 },
      { top: 1, left: 3, bottom: 2, right: 3 },
      { top: 3, left: 0, bottom: 3, right: 2 },
    ];
    const reading = read(text, { merges });
    expect(tree(reading)).toBe('立项(目标(合理60)) 满意度40');
    expect(reading.tree[0]!.children[0]!.children[0]!.criteria.value).toBe('1.明确\n2.可行');
    expect(doubts(reading)).toEqual([]);
  });

  test('[IM1] hidden columns and rows are not read, and said', () => {
    const text = `${HEAD}|旧分值\n${BODY}\n产出|质量|9|`;
    const reading = read(text, { hiddenColumns: [4], hiddenRows: [4] });
    expect(tree(reading)).toBe(TREE);
    expect(doubts(reading)).toEqual(['hidden-rows A5']);
    const hidden = read(`一级指标|分值|分值\n甲|9|60\n乙|9|40`, { hiddenColumns: [1] });
    expect(tree(hidden)).toBe('甲60 乙40');
    expect(doubts(hidden)).toEqual(['hidden-columns']);
  });

  test('[IM1] of several sheets the one with the table is read; the others are named', () => {
    const cover = grid('封面\n项目名称|某项目');
    const table = grid(`${HEAD}\n${BODY}`, { name: '指标表' });
    const old = grid(`${HEAD}\n甲|乙|5|`, { name: '旧表', hidden: true });
    expect(readFramework([cover, old, table]).sheet).toBe(2);
    const two = readFramework([table, { ...table, name: '副本' }]);
    expect(two.doubts.map(({ zh }) => zh)).toEqual(['其他工作表里也有指标表：副本。']);
    expect(readFramework([table, grid('填表说明|1\n联系人|2')]).doubts).toEqual([]);
    expect(tree(readFramework([cover, old, table], { sheet: 1 }))).toBe('甲(乙5)');
  });

  test('[IM1] without a head, levels are what comes before the amounts', () => {
    const reading = read('立项|目标|合理性|50|明确(5分)\n||相关性|50|相关(3分)');
    expect(tree(reading)).toBe('立项(目标(合理性50 相关性50))');
    expect(reading.tree[0]!.children[0]!.children[0]!.criteria.value).toBe('明确(5分)');
  });

  test('[IM1] everything a row may carry', () => {
    const text = `一级指标|指标解释|分值|责任单位|自评得分|自评说明|评分档|评分标准
甲|何谓甲|100|办公室|95.5|已完成|0.5|酌情扣分`;
    const { framework, selfAssessment } = adopted(read(text));
    expect(framework.indicators[0]).toMatchObject({
      ...{ explanation: '何谓甲', responsible: '办公室', step: 50, criteria: '酌情扣分' },
    });
    expect(selfAssessment).toEqual({ i01: { score: 95_50, reason: '已完成' } });
  });

  test('[IM3] a self-assessment says so itself: its scores are the own ones', () => {
    const text = `项目支出绩效自评表
项目名称|某项目||主管部门|某局
预算数（万元）|120.5||全年执行数（万元）|100
一级指标|二级指标|年度指标值|分值|得分|偏差原因分析及改进措施
产出|数量|10个|60|60|
效益|满意|90%|40|38|问卷偏少`;
    const reading = read(text);
    expect(tree(reading)).toBe('产出(数量60) 效益(满意40)');
    expect(adopted(reading).selfAssessment).toEqual({
      i01: { score: 60_00, reason: '' },
      i02: { score: 38_00, reason: '问卷偏少' },
    });
    expect(reading.facts.map(({ field, value }) => [field, value])).toEqual([
      ['name', '某项目'],
      ['department', '某局'],
      ['budget', 1_205_000_00],
      ['spent', 1_000_000_00],
    ]);
  });
});
