import { describe, expect, test } from 'vitest';
import { tablesOf } from '../../shared/documents/document.ts';
import { documentsOf } from '../../shared/documents/documents.ts';
import { resultFacts } from '../../shared/documents/facts.ts';
import { PAPER_WIDTH } from '../../shared/documents/table.ts';
import { words } from '../../shared/documents/words.ts';
import { NOTES } from '../../shared/panel/terms.ts';
import { paperFor } from '../../shared/views/paper.ts';
import { viewFor } from '../../shared/views/view-for.ts';
import { Story } from '../kit/panel.ts';

function concluded(notes: Record<string, string>): Story {
  const story = new Story()
    .does('secretary', { type: 'open-round' })
    .allScore((seat, leaf) => (seat === 'e2' && leaf === 'a' ? 2_50 : 10_00))
    .does('e1', { type: 'reveal', without: [] })
    .does('e1', { type: 'discuss', leaf: 'a' });
  const changes = Object.entries(notes).map(([leaf, reason]) => ({ leaf, reason }));
  if (changes.length > 0) story.edits('secretary', changes, NOTES);
  return story.decidesAll().does('e1', { type: 'conclude' });
}

const minutesFor = (story: Story, seat: string, language: 'zh' | 'en' = 'zh') =>
  documentsOf(
    resultFacts(paperFor('p', story.state, seat)!, viewFor(story.state, seat, '')!)!,
    language,
  )
    .filter(({ id }) => id === 'minutes')
    .flatMap(tablesOf)
    .find(({ title }) => title === words.minutesTitle[language]);

describe('the minutes', () => {
  const story = concluded({ a: '专家二指出佐证材料不全。', b: ' ' });

  test('[DC10] a line for each indicator with a note: scores, value, decision, time, words', () => {
    const table = minutesFor(story, 'secretary')!;
    expect(table.title).toBe('会议讨论记录');
    expect(table.head[0]?.map(({ text }) => text)).toEqual([
      '序号',
      '指标',
      '专家评分',
      '合成',
      '定分',
      '用时',
      '讨论记录',
    ]);
    expect(table.body.map((row) => row.map(({ text }) => text))).toEqual([
      [
        ...['1', '指标g1 / 指标a', '2.5 10 10 10 10', '8.5', '10', '1 分钟'],
        '专家二指出佐证材料不全。',
      ],
    ]);
    expect(table.widths.reduce((sum, width) => sum + width, 0)).toBe(PAPER_WIDTH[table.paper]);
  });

  test('[DC10] when the meeting began and ended, and what was not noted', () => {
    const note = minutesFor(story, 'secretary')!.foot[0]![0]!;
    expect(note.text).toContain('评分开始 2026年1月1日 17:00；形成结论 2026年1月1日 17:00');
    expect(note.text).toContain('其余 2 项指标没有讨论记录。');
  });

  test('[DC10] experts of a named panel have them, the wall has not', () => {
    expect(minutesFor(story, 'e3')?.body).toHaveLength(1);
    expect(minutesFor(story, 'projection')).toBeUndefined();
  });

  test('[DC10] nothing noted, nothing printed', () => {
    expect(minutesFor(concluded({}), 'secretary')).toBeUndefined();
  });
});
