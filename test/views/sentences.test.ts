import { describe, expect, test } from 'vitest';
import type { LogJsonEntry } from '../../shared/documents/log-json.ts';
import { recordTable, sentencesAbout, sentencesOf } from '../../shared/documents/sentences.ts';
import type { Command } from '../../shared/panel/commands.ts';
import type { Entry } from '../../shared/panel/facts.ts';
import { SHEET } from '../../shared/panel/terms.ts';
import { smallSetup, Story } from '../kit/panel.ts';
import { sealedReference } from '../kit/reference-panel.ts';

/** As the log is exported: without the changes of an edit. */
const exported = (entries: readonly Entry[]): LogJsonEntry[] =>
  entries.map(({ position, at, actor, bumps, fact }) => ({ position, at, actor, bumps, fact }));

function wholeStory(): Story {
  const setup = smallSetup();
  const story = new Story({ ...setup, experts: setup.experts.slice(0, 2) })
    .does('secretary', { type: 'join' })
    .does('e2', { type: 'join' })
    .does('secretary', { type: 'void-link', seat: 'e2' })
    .does('secretary', { type: 'open-round' })
    .edits('e1', [{ leaf: 'a', mark: { score: 40_00 } }])
    .edits('e2', [{ leaf: 'a', mark: { score: 39_00 } }])
    .edits('e1', [{ leaf: 'a', reason: '不' }])
    .edits('e1', [{ leaf: 'b', mark: 'abstained' }])
    .edits('e1', [{ leaf: 'c', mark: { score: 20_00 } }])
    .does('e1', { type: 'submit-card' })
    .does('e1', { type: 'take-back-card' })
    .does('e1', { type: 'submit-card' })
    .does('e1', { type: 'reveal', without: ['e2'] })
    .does('e1', { type: 'discuss', leaf: 'a' })
    .edits('secretary', [{ leaf: 'a', reason: '扣' }], SHEET);
  return story
    .does('e1', {
      type: 'decide',
      decisions: [
        { leaf: 'a', score: 40_50, reason: '酌情扣分' },
        { leaf: 'b', score: 30_00, reason: '' },
      ],
    })
    .edits('e1', [{ leaf: 'c', reason: '' }], SHEET)
    .does('e1', { type: 'decide', decisions: [{ leaf: 'c', score: 20_00, reason: '' }] })
    .does('e1', { type: 'conclude' })
    .does('e2', { type: 'sign', dissent: '分值偏高' })
    .does('e1', { type: 'seal', without: ['e1'] });
}

describe('the log as sentences', () => {
  const story = wholeStory();
  const sentences = sentencesOf(exported(story.entries), story.state.setup);

  test('[RC1] every act in words, the chair by office, a card by its expert', () => {
    expect(sentences.map(({ zh }) => zh)).toEqual([
      '秘书 建立评审会',
      '秘书 入席',
      '专家二 入席',
      '秘书 作废 专家二 的邀请链接',
      '秘书 开启第 1 轮评分',
      '专家一 填写评分表：指标a、指标b、指标c',
      '专家二 填写评分表：指标a',
      '专家一 交卷',
      '专家一 撤回评分表',
      '专家一 交卷',
      '组长 揭示第 1 轮评分，共 1 份评分表，未含 专家二',
      '组长 提请讨论 指标a',
      '秘书 修改小组意见表草稿：指标a',
      '组长 定分 指标a 40.5（合成 40.0）',
      '组长 定分 指标b 30.0（无合成值）',
      '组长 修改小组意见表草稿：指标c',
      '组长 定分 指标c 20.0（合成 20.0）',
      '组长 形成结论：总分 90.5，等级 优',
      '专家二 签字，保留意见',
      '组长 封存结果：总分 90.5，等级 优，未签字：专家一',
    ]);
  });

  test('[RC1] the same in English', () => {
    expect(sentences.map(({ en }) => en).slice(10, 15)).toEqual([
      'Chair revealed round 1: 1 scorecards, without 专家二',
      'Chair put 指标a up for discussion',
      'Secretary edited the draft of the consensus sheet: 指标a',
      'Chair decided 指标a: 40.5 (proposed 40.0)',
      'Chair decided 指标b: 30.0 (nothing proposed)',
    ]);
  });

  test('[RC2] no entry is left out: the sentences span every position', () => {
    const told = sentences.flatMap(({ from, to }) => [from, to]);
    expect(Math.min(...told)).toBe(1);
    expect(Math.max(...told)).toBe(story.entries.length);
    const span = (at: number) => [sentences[at]!.from, sentences[at]!.to];
    expect(span(5)).toEqual([6, 10]);
    expect(span(6)).toEqual([7, 7]);
  });

  test('[RC3] a reason and a dissent are quoted beside the sentence', () => {
    const quotes = sentences.filter(({ quote }) => quote !== '').map(({ quote }) => quote);
    expect(quotes).toEqual(['酌情扣分', '分值偏高']);
  });

  test('[RC4] by seat: what a seat did, and what was done about it', () => {
    expect(sentencesAbout(sentences, 'e2', null).map(({ zh }) => zh)).toEqual([
      '专家二 入席',
      '秘书 作废 专家二 的邀请链接',
      '专家二 填写评分表：指标a',
      '组长 揭示第 1 轮评分，共 1 份评分表，未含 专家二',
      '专家二 签字，保留意见',
    ]);
  });

  test('[RC4] by indicator, and by both', () => {
    expect(sentencesAbout(sentences, null, 'b').map(({ zh }) => zh)).toEqual([
      '专家一 填写评分表：指标a、指标b、指标c',
      '组长 定分 指标b 30.0（无合成值）',
    ]);
    expect(sentencesAbout(sentences, 'e2', 'b')).toEqual([]);
  });

  test('[RC5] changes of the setup while typing are one sentence for each part', () => {
    const setup = smallSetup();
    const base = (story: Story) => story.state.fences['setup'] ?? 0;
    const typing = new Story(setup);
    for (const period of ['2', '20', '202', '2025'])
      typing.does('secretary', {
        ...{ type: 'edit-setup', section: 'project', base: base(typing) },
        value: { ...setup.project, period },
      });
    expect(sentencesOf(exported(typing.entries), setup).map(({ zh, to }) => [zh, to])).toEqual([
      ['秘书 建立评审会', 1],
      ['秘书 修改项目信息', 5],
    ]);
  });

  test('[RC8] leading the projection is one sentence between two other acts', () => {
    const led = new Story().does('secretary', { type: 'open-round' });
    for (const blank of [true, false, true, false])
      led.does('e1', { type: 'set-stage', led: null, blank });
    led.does('e2', { type: 'join' }).does('e1', { type: 'set-stage', led: null, blank: true });
    const told = sentencesOf(exported(led.entries), led.state.setup);
    expect(told.map(({ zh, from, to }) => [zh, from, to]).slice(2)).toEqual([
      ['组长 操作投屏', 3, 6],
      ['专家二 入席', 7, 7],
      ['组长 操作投屏', 8, 8],
    ]);
  });

  test('[RC7] of many indicators the first three and their number', () => {
    const { entries, state } = sealedReference('fengshun-2023');
    const filled = sentencesOf(exported(entries), state.setup).find(
      ({ leaves }) => leaves.length > 1,
    );
    expect(filled?.zh).toBe('专家一 填写评分表：论证充分性、完整性、合理性等 20 项');
    expect(filled?.leaves).toHaveLength(20);
  });

  test('[RC6] on paper: position, Beijing time with the date at each new day, sentence', () => {
    const later = exported(story.entries).slice(0, 4);
    later[3] = { ...later[3]!, at: '2026-01-01T16:00:00.000Z' };
    const { body } = recordTable(sentencesOf(later, story.state.setup), 'zh');
    expect(body.map((row) => row.map(({ text }) => text))).toEqual([
      ['1', '2026年1月1日 17:00', '秘书 建立评审会'],
      ['2', '17:00', '秘书 入席'],
      ['3', '17:00', '专家二 入席'],
      ['4', '2026年1月2日 00:00', '秘书 作废 专家二 的邀请链接'],
    ]);
  });

  test('[RC1] a recusal and its lifting, each with its reason; the decision beside what stands', () => {
    const decide = (score: number): Command => ({
      ...{ type: 'decide', decisions: [{ leaf: 'a', score, reason: '见讨论' }] },
    });
    const story = new Story()
      .does('secretary', { type: 'open-round' })
      .does('secretary', { type: 'recuse', seat: 'e3', leaves: null, reason: '亲属关系' })
      .does('secretary', { type: 'lift-recusal', recusal: 1, reason: '记错了人' })
      .does('secretary', { type: 'recuse', seat: 'e4', leaves: ['b'], reason: '参与过验收' })
      .allScore((seat) => (seat === 'e2' ? 0 : 10_00))
      .does('secretary', { type: 'lift-recusal', recusal: 2, reason: '另一项目' })
      .edits('e4', [{ leaf: 'b', mark: { score: 10_00 }, reason: '略' }])
      .does('e4', { type: 'submit-card' })
      .does('e1', { type: 'reveal', without: [] })
      .does('e1', { type: 'recuse', seat: 'e2', leaves: ['a', 'c'], reason: '项目参与人' })
      .does('e1', decide(10_00))
      .does('e1', { type: 'lift-recusal', recusal: 3, reason: '已核实' })
      .does('e1', decide(8_00));
    const told = sentencesOf(exported(story.entries), story.state.setup);
    const about = told.filter(({ zh }) => /回避|定分/.test(zh));
    expect(about.map(({ zh, quote }) => [zh, quote])).toEqual([
      ['秘书 登记 专家三 回避本项目', '亲属关系'],
      ['秘书 撤销 专家三 回避本项目的登记', '记错了人'],
      ['秘书 登记 专家四 回避 指标b', '参与过验收'],
      ['秘书 撤销 专家四 回避 指标b的登记，其评分表重新打开', '另一项目'],
      ['组长 登记 专家二 回避 指标a、指标c', '项目参与人'],
      ['组长 定分 指标a 10.0（合成 10.0）', '见讨论'],
      ['组长 撤销 专家二 回避 指标a、指标c的登记', '已核实'],
      ['组长 定分 指标a 8.0（合成 8.0）', '见讨论'],
    ]);
    expect(about.map(({ en }) => en).slice(0, 4)).toEqual([
      'Secretary recorded that 专家三 is recused from the project',
      'Secretary lifted the recusal of 专家三 from the project',
      'Secretary recorded that 专家四 is recused from 指标b',
      'Secretary lifted the recusal of 专家四 from 指标b; the card is open again',
    ]);
    expect(sentencesAbout(told, 'e4', 'b').map(({ zh }) => zh)).toContain(about[3]!.zh);
  });

  test('[RC1] a card on paper, from the keying in to the second person', () => {
    const [seat, card] = ['e2', 'e2.r1.paper'];
    const lines = ['a', 'b', 'c'].map((leaf) => ({ leaf, mark: { score: 1_00 }, reason: '略' }));
    const story = new Story()
      .does('secretary', { type: 'open-round' })
      .scores('e1', () => 10_00)
      .does('secretary', { type: 'key-in', seat })
      .does('e2', { type: 'stop-key-in', seat })
      .does('secretary', { type: 'key-in', seat })
      .edits('secretary', lines, card)
      .does('secretary', { type: 'submit-card', seat })
      .does('e2', { type: 'take-back-card', seat })
      .does('secretary', { type: 'submit-card', seat })
      .does('e1', { type: 'compare-card', seat });
    const base = story.entries.at(-2)!.position;
    story.does('e1', { type: 'confirm-card', seat, base });
    const told = sentencesOf(exported(story.entries), story.state.setup);
    expect(told.slice(4).map(({ zh }) => zh)).toEqual([
      '秘书 代录 专家二 的纸质评分表',
      '专家二 停止代录，由 专家二 本人评分',
      '秘书 代录 专家二 的纸质评分表',
      '秘书 代录 专家二 的评分表：指标a、指标b、指标c',
      '秘书 代 专家二 交卷，待第二人核对',
      '专家二 退回 专家二 的代录评分表',
      '秘书 代 专家二 交卷，待第二人核对',
      '组长 调阅 专家二 的代录评分表，与纸质原件核对',
      '组长 核对 专家二 的代录评分表，与纸质原件一致',
    ]);
    expect(told.at(-1)!.en).toBe('Chair confirmed the keyed-in card of 专家二 against the paper');
    expect(sentencesAbout(told, 'e2', null)).toHaveLength(9);
  });

  test('[RC1] a further round, and decisions beside the value that stands then', () => {
    const decide = (leaf: string): Command => ({
      type: 'decide',
      decisions: [{ leaf, score: 1_00, reason: '见讨论' }],
    });
    const twice = new Story()
      .does('secretary', { type: 'open-round' })
      .allScore(() => 10_00)
      .does('e1', { type: 'reveal', without: [] })
      .does('e1', { type: 'open-round', leaves: ['a', 'b'] })
      .allScore(() => 8_00)
      .does('e1', { type: 'reveal', without: [] })
      .does('e1', decide('a'))
      .does('e1', decide('c'));
    const told = sentencesOf(exported(twice.entries), twice.state.setup);
    const opened = told.find(({ zh }) => zh.includes('第 2 轮'))!;
    expect([opened.zh, opened.en, opened.leaves]).toEqual([
      '组长 开启第 2 轮评分，重评 指标a、指标b',
      'Chair opened round 2 of scoring, again on 指标a, 指标b',
      ['a', 'b'],
    ]);
    expect(told.slice(-2).map(({ zh }) => zh)).toEqual([
      '组长 定分 指标a 1.0（合成 8.0）',
      '组长 定分 指标c 1.0（合成 10.0）',
    ]);
  });
});
