import { describe, expect, test } from 'vitest';
import type { Block } from '../../shared/documents/document.ts';
import { documentsOf } from '../../shared/documents/documents.ts';
import { resultJson } from '../../shared/documents/result-json.ts';
import { sentencesOf } from '../../shared/documents/sentences.ts';
import { sumFaults } from '../../shared/documents/sums.ts';
import type { PartId } from '../../shared/panel/analysis.ts';
import { isConcluded } from '../../shared/panel/state.ts';
import { Story } from '../kit/panel.ts';
import { factsOf, HEAD } from '../kit/print.ts';

/** a loses 20 of 50, b and c nothing; then somebody writes. */
function story(texts: Readonly<Record<string, string>>, after?: (story: Story) => void): Story {
  const made = new Story()
    .does('secretary', { type: 'open-round' })
    .allScore()
    .does('e1', { type: 'reveal', without: [] })
    .does('e1', {
      type: 'decide',
      decisions: [
        { leaf: 'a', score: 30_00, reason: '台账不全' },
        { leaf: 'b', score: 30_00, reason: '' },
        { leaf: 'c', score: 20_00, reason: '' },
      ],
    });
  for (const [part, text] of Object.entries(texts))
    made.does('secretary', {
      ...{ type: 'write-analysis', part: part as PartId, text, base: 0, answers: 1 },
    });
  after?.(made);
  return made.does('e1', { type: 'conclude' });
}

const analysisOf = (made: Story, language: 'zh' | 'en' = 'zh', seat = 'secretary') =>
  documentsOf(factsOf(made, seat), language).find(({ id }) => id === 'analysis')!;
const lines = (blocks: readonly Block[]) =>
  blocks.flatMap((block) =>
    block.kind === 'paragraph' || block.kind === 'heading'
      ? [`${block.kind === 'heading' ? '#' : block.style} ${block.text}`]
      : [],
  );

describe('[AN8] written words in the document', () => {
  const made = story({
    'leaf:a': '台账缺两年，扣20分。\n已要求补建。',
    problems: '1. 台账管理薄弱（指标g1：指标a，扣20分）。\n2. 培训不足。',
  });

  test('stand in place of the draft, behind the lead of the result', () => {
    const said = lines(analysisOf(made).blocks);
    expect(said).toContain('body 指标a。（分值50分，得分30分）台账缺两年，扣20分。');
    expect(said).toContain('body 已要求补建。');
    expect(said).toContain('body 指标b。（分值30分，得分30分）得满分，未扣分。');
    const from = said.indexOf('# 二、主要问题');
    expect(said.slice(from, from + 4)).toEqual([
      '# 二、主要问题',
      'body 1. 台账管理薄弱（指标g1：指标a，扣20分）。',
      'body 2. 培训不足。',
      '# 三、意见建议（草稿）',
    ]);
  });

  test('read alike for every person in both languages; the wall has no such document', () => {
    for (const seat of ['secretary', 'e1', 'e4'])
      expect(lines(analysisOf(made, 'en', seat).blocks)).toContain('body 2. 培训不足。');
    expect(analysisOf(made, 'zh', 'projection')).toBeUndefined();
  });

  test('are no parts of a sum, whatever numbers they name', () => {
    const numbers = story({
      problems: '指标a。（分值50分，得分30分）',
      'leaf:b': '好。\n指标b。（分值30分，得分30分）',
    });
    expect(sumFaults(analysisOf(numbers))).toEqual([]);
    expect(lines(analysisOf(numbers).blocks)[0]).not.toContain('没有生成');
  });

  test('say plainly what changed beneath them', () => {
    const changed = story({ 'leaf:a': '台账缺两年。', problems: '培训不足。' }, (each) =>
      each.does('e1', {
        type: 'decide',
        decisions: [{ leaf: 'a', score: 40_00, reason: '台账已补' }],
      }),
    );
    const said = lines(analysisOf(changed).blocks);
    const note = 'small （以上文字写成后，“指标a”的定分有改动。）';
    expect(said[said.indexOf('body 指标a。（分值50分，得分40分）台账缺两年。') + 1]).toBe(note);
    expect(said[said.indexOf('body 培训不足。') + 1]).toBe(note);
    expect(said).toContain(
      'draft 1. 指标g1方面：针对“台账已补”，建议＿＿＿＿（请写明整改措施、责任单位和完成时限）。',
    );
  });
});

test('[AN8] result.json holds them with who and when', () => {
  const { state } = story({ 'leaf:a': '台账缺两年。', suggestions: '补建台账。' });
  if (!isConcluded(state)) throw new Error('not concluded');
  expect(resultJson(state, HEAD).analysis).toMatchObject({
    problems: null,
    suggestions: { text: '补建台账。', by: 'secretary', changed: [] },
    paragraphs: { a: { text: '台账缺两年。' } },
  });
});

test('[AN8] the record says who wrote which part, and when the draft was taken again', () => {
  const made = story({ 'leaf:a': '一', problems: '二' }, (each) =>
    each.does('e1', { type: 'write-analysis', part: 'problems', text: null, base: 1, answers: 1 }),
  );
  const said = sentencesOf(made.entries, made.state.setup).map(({ zh }) => zh);
  expect(said).toContain('秘书 改写指标分析：指标a');
  expect(said).toContain('秘书 改写指标分析：主要问题');
  expect(said).toContain('组长 改回指标分析草稿：主要问题');
});
