import { describe, expect, test } from 'vitest';
import { expertCardTable } from '../../shared/documents/expert-card.ts';
import { scoreSummaryTable } from '../../shared/documents/score-summary.ts';
import type { Table } from '../../shared/documents/table.ts';
import { smallSetup, Story } from '../kit/panel.ts';
import { factsOf, gridFaults, texts } from '../kit/print.ts';
import { sealedReference } from '../kit/reference-panel.ts';

const rowOf = (table: Table, name: string) =>
  texts([...table.body, ...table.foot]).find((row) => row.includes(name));

/** Scores that tell the experts apart: e1 gives one point, e2 two, … */
const bySeat = (seat: string) => Number(seat.slice(1)) * 1_00;

describe('the score summary of a reference', () => {
  test('[DC14] Fengshun: levels, points, five experts, n, proposed, decided, with subtotals', () => {
    const table = scoreSummaryTable(factsOf(sealedReference('fengshun-2023')), 'zh');
    expect(table.title).toBe('专家评分汇总表');
    expect(texts(table.head)[0]).toEqual([
      ...['一级指标', '二级指标', '三级指标', '四级指标', '分值'],
      ...['专家一', '专家二', '专家三', '专家四', '专家五', 'n', '合成', '定分'],
    ]);
    expect(texts(table.body)[1]).toEqual([
      ...['目标设置', '完整性', '2', '1.5', '1.5', '1.5', '1.5', '1.5', '5', '1.5', '1.5'],
    ]);
    const sums = texts(table.body).filter(([label]) => label === '小计');
    expect(sums).toHaveLength(13);
    expect(sums[0]).toEqual(['小计', '6', ...Array<string>(5).fill('4.5'), '', '4.5', '4.5']);
    expect(rowOf(table, '合计')).toEqual([
      ...['合计', '100', ...Array<string>(5).fill('93.5'), '', '93.5', '93.5'],
    ]);
    expect(gridFaults(table)).toEqual([]);
  });

  test('[DC14] Zhongshan: three levels; fifteen experts are printed across', () => {
    const seats = Array.from({ length: 15 }, (_, at) => `e${at + 1}`);
    const experts = seats.map((seat) => ({ seat, name: seat, title: '', organisation: '' }));
    const many = scoreSummaryTable(factsOf(sealedReference('zhongshan-2019')), 'en');
    expect(many.paper).toBe('portrait');
    expect(gridFaults(many)).toEqual([]);
    const story = new Story(smallSetup({ experts }))
      .does('secretary', { type: 'open-round' })
      .allScore(bySeat)
      .does('e1', { type: 'reveal', without: [] })
      .decidesAll()
      .does('e1', { type: 'conclude' });
    const wide = scoreSummaryTable(factsOf(story), 'zh');
    expect(wide.paper).toBe('landscape');
    expect(gridFaults(wide)).toEqual([]);
  });
});

/** e2 is recused from everything, e3 from c, e4 abstains from a, e5 is absent; b is scored again. */
function uneven(change: Parameters<typeof smallSetup>[0] = {}): Story {
  const story = new Story(smallSetup(change))
    .does('secretary', { type: 'open-round' })
    .does('secretary', { type: 'recuse', seat: 'e2', leaves: null, reason: '曾任顾问' })
    .does('e1', { type: 'recuse', seat: 'e3', leaves: ['c'], reason: '参与过验收' })
    .allScore(bySeat, ['e1', 'e3']);
  story
    .edits('e4', [
      { leaf: 'a', mark: 'abstained', reason: '不熟悉' },
      { leaf: 'b', mark: { score: 4_00 }, reason: '理由 b' },
      { leaf: 'c', mark: { score: 4_00 }, reason: '理由 c' },
    ])
    .does('e4', { type: 'submit-card' })
    .does('e1', { type: 'reveal', without: ['e5'] })
    .does('e1', { type: 'open-round', leaves: ['b'] })
    .allScore((seat) => bySeat(seat) + 10_00, ['e1', 'e3', 'e4', 'e5'])
    .does('e1', { type: 'reveal', without: [] })
    .decidesAll()
    .does('e1', { type: 'conclude' });
  return story;
}

describe('who has which score', () => {
  test('[DC14] recused, abstained and absent in words; the last round counts; open levels have no sum', () => {
    const table = scoreSummaryTable(factsOf(uneven()), 'zh');
    expect(texts(table.body)).toEqual([
      ['g1', '指标a', '50', '1', '回避', '3', '弃评', '未评', '2', '2', '10'].with(0, '指标g1'),
      ['指标b', '30', '11', '回避', '13', '14', '15', '4', '13.25', '10'],
      ['小计', '80', '12', '', '16', '', '', '', '15.25', '20'],
      ['指标g2', '指标c', '20', '1', '回避', '回避', '4', '未评', '2', '2.5', '10'],
    ]);
    expect(texts(table.foot)[0]).toEqual([
      ...['合计', '100', '13', '', '', '', '', '', '17.75', '30'],
    ]);
    expect(texts(table.foot)[1]![1]).toContain('该专家在该级不计小计');
    expect(gridFaults(table)).toEqual([]);
  });

  test('[DC15] a card: criteria, score, reason, subtotals, and room to sign', () => {
    const facts = factsOf(uneven());
    const table = expertCardTable(facts, facts.scorecards[3]!, 'zh');
    expect(texts(table.body)).toEqual([
      ['指标g1', '指标a', '50', '', '弃评', '不熟悉'],
      ['指标b', '30', '', '14', '理由 b'],
      ['小计', '80', '', '', ''],
      ['指标g2', '指标c', '20', '', '4', '理由 c'],
    ]);
    expect(texts(table.foot)[1]![0]).toBe('专家签字');
    expect(gridFaults(table)).toEqual([]);
  });

  test('[DC15] with the self-assessment beside the score, three levels and four', () => {
    for (const id of ['zhongshan-2019', 'fengshun-2023'] as const) {
      const facts = factsOf(sealedReference(id));
      const table = expertCardTable(facts, facts.scorecards[0]!, 'zh');
      expect(gridFaults(table)).toEqual([]);
      const sum = id === 'zhongshan-2019' ? ['100', '', '92', '71', ''] : ['100', '', '93.5', ''];
      expect(texts(table.foot)[0]).toEqual(['合计', ...sum]);
    }
  });

  test('[DC16] an anonymous panel: experts get sorted scores and the own card, chair and secretary names', () => {
    const { rules } = smallSetup();
    const story = uneven({ rules: { ...rules, anonymity: 'anonymous' } });
    const facts = factsOf(story, 'e4');
    expect(facts.scorecards.map(({ seat }) => seat)).toEqual(['e4']);
    const table = scoreSummaryTable(facts, 'zh');
    expect(texts(table.body)[1]).toEqual(['指标b', '30', '11 13 14 15', '4', '13.25', '10']);
    expect(gridFaults(table)).toEqual([]);
    expect(factsOf(story, 'e1').scorecards).toHaveLength(5);
    expect(factsOf(story, 'secretary').named).toBe(true);
    const wall = factsOf(story, 'projection');
    expect(wall.scorecards).toEqual([]);
    expect(wall.named).toBe(false);
  });
});
