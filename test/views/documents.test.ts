import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { tablesOf } from '../../shared/documents/document.ts';
import { documentsOf, draftDocuments } from '../../shared/documents/documents.ts';
import { type ResultFacts, resultFacts, shortCode } from '../../shared/documents/facts.ts';
import { notesOf } from '../../shared/documents/notes.ts';
import { headerFacts } from '../../shared/documents/project.ts';
import { scoringTable } from '../../shared/documents/scoring.ts';
import { opinionTable } from '../../shared/documents/opinion.ts';
import { signaturesTable } from '../../shared/documents/signatures.ts';
import {
  PAPER_WIDTH,
  place,
  sliceRows,
  type Rows,
  type Table,
} from '../../shared/documents/table.ts';
import type { Indicator } from '../../shared/framework/terms.ts';
import { isLeaf, walk } from '../../shared/framework/tree.ts';
import type { Command } from '../../shared/panel/commands.ts';
import type { Setup } from '../../shared/panel/terms.ts';
import { paperFor } from '../../shared/views/paper.ts';
import { viewFor } from '../../shared/views/view-for.ts';
import { smallSetup, Story } from '../kit/panel.ts';
import { concludedReference, sealedReference, UNPUBLISHED_REASON } from '../kit/reference-panel.ts';

const HEAD = 'a1b2c3d4e5f60718'.padEnd(64, '0');

function factsOf(story: Story, seat = 'secretary'): ResultFacts {
  const paper = paperFor('p', story.state, seat)!;
  return resultFacts(paper, viewFor(story.state, seat, HEAD)!)!;
}

const texts = (rows: Rows) => rows.map((row) => row.map(({ text }) => text));
const kinds = (rows: Rows, kind: string) =>
  rows.flatMap((row) => row.filter((each) => each.kind === kind));

/** How often each grid slot is covered; a rectangle has once everywhere. */
function coverage(rows: Rows, columns: number): number[][] {
  const grid = rows.map(() => Array.from({ length: columns }, () => 0));
  for (const { cell, row, column } of place(rows))
    for (let y = row; y < row + cell.rows; y += 1)
      for (let x = column; x < column + cell.columns; x += 1)
        (grid[y] ?? [])[x] = ((grid[y] ?? [])[x] ?? 0) + 1;
  return grid;
}

function expectRectangular(table: Table): void {
  const columns = table.widths.length;
  expect(table.widths.reduce((sum, width) => sum + width, 0)).toBe(PAPER_WIDTH[table.paper]);
  expect(Math.min(...table.widths)).toBeGreaterThan(0);
  for (const rows of [table.head, table.body, table.foot]) {
    const once = rows.map(() => Array.from({ length: columns }, () => 1));
    expect(coverage(rows, columns)).toEqual(once);
  }
}

describe('Fengshun on paper', () => {
  const facts = factsOf(sealedReference('fengshun-2023'));
  const [sheet, summary, deductions] = documentsOf(facts, 'zh');
  const table = tablesOf(sheet!)[0]!;

  test('[DC1] the columns of the reference, with name and weight for each level', () => {
    expect(table.title).toBe('项目绩效评价评分表');
    const [levels, pairs] = texts(table.head);
    expect(levels).toEqual(['一级指标', '二级指标', '三级指标', '四级指标', '评分标准', '评分']);
    expect(pairs).toEqual(Array.from({ length: 4 }, () => ['名称', '权重(%)']).flat());
  });

  test('[DC1] 48 merged cells, 4 + 8 + 16 + 20, whose row spans cover the 20 rows each', () => {
    const named = place(table.body).filter(({ cell }) => ['level', 'leaf'].includes(cell.kind));
    const byColumn = [0, 2, 4, 6].map((at) => named.filter(({ column }) => column === at));
    expect(byColumn.map((cells) => cells.length)).toEqual([4, 8, 16, 20]);
    expect(named).toHaveLength(48);
    for (const cells of byColumn)
      expect(cells.reduce((sum, { cell }) => sum + cell.rows, 0)).toBe(20);
    expectRectangular(table);
  });

  test('[DC1] the first rows as printed', () => {
    const criteria = facts.setup.framework.indicators[0]!.children[0]!.children;
    expect(texts(table.body).slice(0, 3)).toEqual([
      [
        ...['决策', '15', '项目立项', '12', '论证决策', '4', '论证充分性', '4'],
        ...[criteria[0]!.children[0]!.criteria, '4'],
      ],
      ['目标设置', '6', '完整性', '2', criteria[1]!.children[0]!.criteria, '1.5'],
      ['合理性', '2', criteria[1]!.children[1]!.criteria, '2'],
    ]);
  });

  test('[DC1] the last column holds the published scores', () => {
    const scores = texts(table.body).map((row) => row.at(-1));
    expect(scores.join(' ')).toBe('4 1.5 2 1 0.5 1 3 3 11 5 4.5 2 3 4 3.5 8 8 14.5 9 5');
  });

  test('[DC2] total, grade and notes below it', () => {
    const [total, grade, note] = texts(table.foot);
    expect(total).toEqual(['得分合计', '93.5']);
    expect(grade).toEqual(['评价等级', '优']);
    expect(note![0]).toBe('备注');
    expect(note![1]!.split('\n')).toEqual([
      '合成规则：算术平均。专家 5 人，交卷 5 人（n＝5）。评价得分＝各专家评分之和÷评分人数，四舍五入到 0.01 分。',
      '定分：20 项指标均采用合成值。等级标准：优≥90 良≥80 中≥70 低≥60 差<60。',
      '保留意见 1 份，见签字栏。未签字：专家五。',
      '示例数据：个人评分为演示所拟。',
    ]);
  });

  test('[DC3] the summary: 86.67%, 94%, 95%, 95%, and 93.50% of the whole', () => {
    const [table] = tablesOf(summary!);
    expect(table!.title).toBe('项目绩效评价综合得分');
    expect(texts(table!.head)).toEqual([['评价维度', '分值', '评价得分', '得分率']]);
    expect(texts(table!.body)).toEqual([
      ['决策', '15', '13', '86.67%'],
      ['管理', '25', '23.5', '94%'],
      ['产出', '30', '28.5', '95%'],
      ['效益', '30', '28.5', '95%'],
    ]);
    expect(texts(table!.foot)).toEqual([
      ['合计', '100', '93.5', '93.50%'],
      ['评价等级', '优'],
    ]);
    expectRectangular(table!);
  });

  test('[DC4] every deduction with its reason; they add up to what is missing', () => {
    const [table] = tablesOf(deductions!);
    expect(table!.body).toHaveLength(9);
    expect(texts(table!.body)[0]).toEqual([
      ...['1', '决策 / 项目立项 / 目标设置 / 完整性', '2', '1.5', '0.5'],
      '绩效指标未见设置成本指标、满意度指标，酌情扣0.5分',
    ]);
    expect(texts(table!.foot)).toEqual([['合计', '6.5', '']]);
    expectRectangular(table!);
  });
});

describe('Zhongshan on paper', () => {
  const facts = factsOf(sealedReference('zhongshan-2019'));
  const [sheet, summary, deductions] = documentsOf(facts, 'zh');
  const table = tablesOf(sheet!)[0]!;

  test('[DC1] the columns of the reference, levels as "项目立项 (15分)"', () => {
    expect(table.title).toBe('重点项目绩效评价小组意见表');
    expect(texts(table.head)).toEqual([
      ['一级指标', '二级指标', '三级指标', '分值', '评分标准', '自评得分', '专家评分', '扣分理由'],
    ]);
    const levels = place(table.body).filter(({ cell }) => cell.kind === 'level');
    const first = levels.filter(({ column }) => column === 0).map(({ cell }) => cell);
    expect(first.map(({ text, rows }) => [text, rows])).toEqual([
      ['项目立项 (15分)', 3],
      ['项目管理 (35分)', 7],
      ['项目绩效 (50分)', 8],
    ]);
    expect(levels).toHaveLength(3 + 7);
    expectRectangular(table);
  });

  test('[DC1] points, self-assessment, score and reason of every row as published', () => {
    const rows = texts(table.body).map((row) => row.slice(-5));
    const column = (at: number) => rows.map((row) => row[at]).join(' ');
    expect(column(0)).toBe('5 5 5 2 8 5 3 4 8 5 10 10 5 5 5 5 5 5');
    expect(column(2)).toBe('5 3 5 1 8 5 3 4 8 5 10 10 5 5 5 5 5 0');
    expect(column(3)).toBe('3 0 5 1 8 1 3 2 8 5 10 10 5 2.5 2.5 2.5 2.5 0');
    expect(rows[0]![4]).toBe('仅有工程任务');
    expect(rows[2]![4]).toBe('无调整');
    expect(rows[17]![4]).toBe(UNPUBLISHED_REASON);
  });

  test('[DC2] 92 优 beside 71 中, and the legend', () => {
    const [total, grade] = texts(table.foot);
    expect(total).toEqual(['合计', '100', '', '92', '71', '']);
    expect(grade).toEqual(['评价等级', '优≥90 良≥80 中≥70 低≥60 差<60', '优', '中', '']);
  });

  test('[DC3] the summary has the self-assessment beside the score', () => {
    const [table] = tablesOf(summary!);
    expect(texts(table!.head)).toEqual([['评价维度', '分值', '自评得分', '评价得分', '得分率']]);
    expect(texts(table!.body)).toEqual([
      ['项目立项', '15', '13', '8', '53.33%'],
      ['项目管理', '35', '34', '28', '80%'],
      ['项目绩效', '50', '45', '35', '70%'],
    ]);
    expect(texts(table!.foot)).toEqual([
      ['合计', '100', '92', '71', '71.00%'],
      ['评价等级', '中'],
    ]);
    expectRectangular(table!);
  });

  test('[DC4] deductions add up to 29', () => {
    expect(texts(tablesOf(deductions!)[0]!.foot)).toEqual([['合计', '29', '']]);
  });

  test('[DC5] a self-assessment with a gap has no sum: missing is not zero', () => {
    const rest = { ...facts.setup.selfAssessment };
    delete rest['i18'];
    const partial = { ...facts, setup: { ...facts.setup, selfAssessment: rest } };
    const [sheet, summary] = documentsOf(partial, 'zh');
    expect(texts(tablesOf(sheet!)[0]!.foot)[0]).toEqual(['合计', '100', '', '', '71', '']);
    expect(texts(tablesOf(summary!)[0]!.body)[2]).toEqual(['项目绩效', '50', '', '35', '70%']);
  });
});

describe('what every document says', () => {
  test('[DC6] before the conclusion there is nothing to print', () => {
    const story = new Story().does('secretary', { type: 'open-round' }).allScore();
    story.does('e1', { type: 'reveal', without: [] }).decidesAll();
    const paper = paperFor('p', story.state, 'secretary')!;
    expect(resultFacts(paper, viewFor(story.state, 'secretary', HEAD)!)).toBeNull();
  });

  test('[DC7] every signer, when, with the dissent in words; the missing one named as such', () => {
    const { signers } = factsOf(sealedReference('fengshun-2023'), 'e3');
    const table = signaturesTable(signers!, 'landscape', 'zh');
    const rows = texts(table.body);
    expect(rows).toHaveLength(6);
    expect(rows[0]).toEqual([
      '专家一',
      '组长',
      '',
      '',
      '已签字',
      expect.stringMatching(/^2026年1月1日 17:0\d$/),
    ]);
    expect(rows[1]!.slice(0, 5)).toEqual(['专家二', '专家', '', '', '已签字，有保留意见']);
    expect(rows[2]).toEqual(['保留意见：对成本指标的扣分有不同看法。']);
    expect(rows[5]).toEqual(['专家五', '专家', '', '', '未签字', '']);
    expectRectangular(table);
    expectRectangular(signaturesTable(signers!, 'portrait', 'en'));
  });

  test('[DC7] a chair who does not score signs with name, title and organisation', () => {
    const chair = {
      ...{ kind: 'separate' as const, name: '主持人' },
      ...{ title: '高级会计师', organisation: '评价中心' },
    };
    const { signers } = factsOf(concludedBy(chair));
    expect(texts(signaturesTable(signers!, 'portrait', 'zh').body).at(-1)).toEqual([
      ...['主持人', '组长', '高级会计师', '评价中心', '未签字', ''],
    ]);
  });

  test('[DC8] the projection gets the sheet without people', () => {
    const facts = factsOf(sealedReference('fengshun-2023'), 'projection');
    const documents = documentsOf(facts, 'zh');
    expect(documents.map(({ id }) => id)).toEqual(['sheet', 'summary']);
    expect(tablesOf(documents[0]!)).toHaveLength(1);
    expect(JSON.stringify([facts, documents])).not.toContain('专家一');
  });

  test('[DF1] a seat’s documents hold what its view holds: of an anonymous panel the own card alone', () => {
    const rules = { ...smallSetup().rules, anonymity: 'anonymous' as const };
    const story = sealedReference('fengshun-2023', { rules });
    const cards = (seat: string) =>
      documentsOf(factsOf(story, seat), 'zh').flatMap(({ id }) =>
        id.startsWith('card-') ? [id] : [],
      );
    expect(cards('e2')).toEqual(['card-e2']);
    expect(cards('projection')).toEqual([]);
    const scores = documentsOf(factsOf(story, 'e2'), 'zh').find(({ id }) => id === 'scores')!;
    const head = tablesOf(scores)[0]!.head[0]!.map(({ text }) => text);
    expect(head.filter((text) => text.startsWith('专家'))).toEqual([]);
    const open = documentsOf(factsOf(sealedReference('fengshun-2023'), 'e2'), 'zh');
    expect(open.filter(({ id }) => id.startsWith('card-'))).toHaveLength(5);
  });

  test('[DC9] the short code: sixteen digits of the head in fours', () => {
    expect(shortCode(factsOf(sealedReference('fengshun-2023')).seal!.head)).toBe(
      'A1B2 C3D4 E5F6 0718',
    );
  });

  test('[DC10] the project as far as its facts are known', () => {
    const facts = factsOf(concludedReference('zhongshan-2019'));
    const lines = headerFacts(facts, 'zh').map(({ label, value }) => `${label} ${value}`);
    expect(lines).toEqual([
      '项目名称 “智慧社区矫正”重点项目',
      '评价期间 2019年度',
      '预算金额 317.2 万元',
      '支出金额 204.25 万元',
      '预算执行率 64.39%',
      expect.stringMatching(/^结论时间 2026年1月1日 17:0\d$/),
    ]);
  });

  test('[DC11] abstentions, another rule, other decisions and the unrounded total are told', () => {
    const setup = smallSetup();
    const story = new Story({
      ...setup,
      experts: setup.experts.slice(0, 3),
      rules: { ...setup.rules, policy: 'trimmed-per-indicator', grades: 'national' },
    }).does('secretary', { type: 'open-round' });
    const thirds: Record<string, number> = { a: 4_33, b: 2_33, c: 7_33 };
    story.scores('e1', (_, leaf) => Math.floor(thirds[leaf]! / 100) * 100);
    story.scores('e2', (_, leaf) => Math.floor(thirds[leaf]! / 100) * 100);
    story.edits('e3', [
      { leaf: 'a', mark: { score: 5_00 } },
      { leaf: 'b', mark: { score: 3_00 } },
      { leaf: 'c', mark: 'abstained' },
    ]);
    story.does('e3', { type: 'submit-card' }).does('e1', { type: 'reveal', without: [] });
    story
      .decidesAll((leaf) => (leaf === 'c' ? 8_00 : thirds[leaf]!))
      .does('e1', { type: 'conclude' });
    expect(notesOf(factsOf(story), 'zh', true)).toEqual([
      '合成规则：逐项去最高最低后平均。专家 3 人，交卷 3 人（n＝3）。每项指标去掉一个最高分和一个最低分后取平均，四舍五入到 0.01 分。',
      '弃评：指标c（n＝2）；弃评者不计入该指标的 n。',
      '评分数不足，改按算术平均合成的指标：指标a、指标b、指标c。',
      '定分：3 项指标中，2 项采用合成值，1 项由组长经合议另定。等级标准：优≥90 良≥80 中≥60 差<60。',
      '各项得分先取整再相加为 14.66 分；不逐项取整时总分为 14.67 分。',
      '未签字：专家一、专家二、专家三。',
    ]);
  });
});

/** Random trees with names and points of every sort, one to four levels deep, uneven. */
const tree = fc.letrec<{ node: Indicator; leaf: Indicator }>((tie) => ({
  leaf: fc
    .record({ points: fc.integer({ min: 1, max: 40_00 }), name: fc.string() })
    .map(({ points, name }): Indicator => ({
      ...{ id: '', name, points, step: 50, criteria: name, explanation: '', children: [] },
    })),
  node: fc.oneof(
    { depthSize: 'small', withCrossShrink: true, maxDepth: 3 },
    tie('leaf'),
    fc
      .tuple(tie('leaf'), fc.array(tie('node'), { minLength: 1, maxLength: 3 }))
      .map(([level, children]): Indicator => ({ ...level, children })),
  ),
})).node;

const framework = fc.array(tree, { minLength: 1, maxLength: 4 }).map((indicators) => {
  let count = 0;
  const numbered = (each: Indicator): Indicator => {
    count += 1;
    return { ...each, id: `n${count}`, children: each.children.map(numbered) };
  };
  return { title: '', indicators: indicators.map(numbered) };
});

describe('any framework', () => {
  const facts = factsOf(sealedReference('fengshun-2023'));
  const withTree = (tree: { title: string; indicators: Indicator[] }): ResultFacts => ({
    ...facts,
    setup: { ...facts.setup, framework: tree },
  });

  test('[DC12] every table is a rectangle, whatever the tree', () => {
    fc.assert(
      fc.property(framework, (tree) => {
        for (const document of draftDocuments(withTree(tree), 'zh'))
          tablesOf(document).forEach(expectRectangular);
        const visits = walk(tree);
        const depth = Math.max(...visits.map((visit) => visit.depth));
        const table = depth === 3 ? opinionTable : scoringTable;
        const { body } = table(withTree(tree), 'en');
        const leaves = visits.filter(({ indicator }) => isLeaf(indicator));
        expect(body).toHaveLength(leaves.length);
        expect(kinds(body, 'leaf')).toHaveLength(leaves.length);
        expect(kinds(body, 'level')).toHaveLength(visits.length - leaves.length);
      }),
      { numRuns: 200 },
    );
  });

  test('[DC13] pages cut anywhere are rectangles that lose no row and no level name', () => {
    fc.assert(
      fc.property(framework, fc.array(fc.nat(30), { maxLength: 4 }), (tree, cuts) => {
        const { body, widths } = scoringTable(withTree(tree), 'zh');
        const at = [0, ...cuts.filter((cut) => cut < body.length), body.length];
        const pages = [...new Set(at)].sort((a, b) => a - b);
        const column = widths.length;
        const whole = owners(body, column);
        pages.slice(1).forEach((to, index) => {
          const from = pages[index]!;
          const page = sliceRows(body, from, to);
          expect(owners(page, column)).toEqual(whole.slice(from, to));
        });
      }),
      { numRuns: 200 },
    );
  });
});

/** The text that stands at each grid slot. */
function owners(rows: Rows, columns: number): string[][] {
  const grid = rows.map(() => Array.from({ length: columns }, () => '(nothing)'));
  for (const { cell, row, column } of place(rows))
    for (let y = row; y < row + cell.rows; y += 1)
      for (let x = column; x < column + cell.columns; x += 1) grid[y]![x] = cell.text;
  return grid;
}

function concludedBy(chair: Setup['chair']): Story {
  const story = new Story(smallSetup({ chair })).does('secretary', { type: 'open-round' });
  story.allScore().does('chair', { type: 'reveal', without: [] });
  const decisions = ['a', 'b', 'c'].map((leaf) => ({ leaf, score: 10_00, reason: '见讨论' }));
  return story.does('chair', { type: 'decide', decisions }).does('chair', { type: 'conclude' });
}

describe('who took part, on paper', () => {
  const again: Command = { type: 'open-round', leaves: ['b'] };
  const story = (): Story =>
    new Story(smallSetup())
      .does('secretary', { type: 'open-round' })
      .does('secretary', { type: 'recuse', seat: 'e2', leaves: null, reason: '曾任项目单位顾问' })
      .does('e1', { type: 'recuse', seat: 'e3', leaves: ['c'], reason: '参与过验收' });

  test('[DC5] a recusal from the project: n = 4 on the sheet, with the reason; it does not sign', () => {
    const facts = factsOf(
      new Story(smallSetup())
        .does('secretary', { type: 'open-round' })
        .does('secretary', { type: 'recuse', seat: 'e2', leaves: null, reason: '曾任顾问' })
        .allScore(() => 10_00, ['e1', 'e3', 'e4', 'e5'])
        .does('e1', { type: 'reveal', without: [] })
        .decidesAll()
        .does('e1', { type: 'conclude' }),
    );
    const notes = notesOf(facts, 'zh', false);
    expect(notes[0]).toContain('专家 5 人，交卷 4 人（n＝4）。');
    expect(notes[1]).toBe('回避（不计入 n）：专家二（整个项目：曾任顾问）。');
    expect(notesOf(facts, 'en', false)[0]).toContain('4 cards handed in (n = 4)');
    expect(facts.signers!.map(({ seat }) => seat)).toEqual(['e1', 'e3', 'e4', 'e5']);
  });

  test('[DC5] two rounds, an absence, a card from paper, and another n by indicator', () => {
    const whole = story();
    for (const leaf of ['a', 'b', 'c'])
      whole
        .does('secretary', { type: 'key-in', seat: 'e4' })
        .edits('secretary', [{ leaf, mark: { score: 8_00 }, reason: '纸' }], 'e4.r1.paper');
    whole.does('secretary', { type: 'submit-card', seat: 'e4' });
    const base = whole.entries.length;
    whole
      .does('e4', { type: 'confirm-card', seat: 'e4', base })
      .allScore(() => 10_00, ['e1', 'e3'])
      .does('e1', { type: 'reveal', without: ['e5'] })
      .does('e1', again)
      .allScore(() => 12_00, ['e1', 'e3', 'e4', 'e5'])
      .does('e1', { type: 'reveal', without: [] })
      .decidesAll()
      .does('e1', { type: 'conclude' });
    expect(notesOf(factsOf(whole), 'zh', false).slice(1, 6)).toEqual([
      '评分 2 轮：第 2 轮重评 指标b；各项以最后一次评分为准。',
      '回避（不计入 n）：专家二（整个项目：曾任项目单位顾问）；专家三（指标c：参与过验收）。',
      '未交卷：专家五（第 1 轮）。',
      '纸质评分表：专家四（第 1 轮）代录，由专家四核对。',
      'n 不同的指标：指标a（n＝3）、指标c（n＝2）。',
    ]);
    const projected = notesOf(factsOf(whole, 'projection'), 'zh', false).join('');
    expect(projected).not.toMatch(/专家[一二三四五]|顾问|验收/);
  });
});
