import { describe, expect, test } from 'vitest';
import type { Command } from '../../shared/panel/commands.ts';
import { fenceOf } from '../../shared/panel/fence.ts';
import type { Fact } from '../../shared/panel/facts.ts';
import type { BegunState } from '../../shared/panel/state.ts';
import { viewFor } from '../../shared/views/view-for.ts';
import { smallSetup, Story } from '../kit/panel.ts';

const REVEAL: Command = { type: 'reveal', without: [] };
const OTHERS = ['e1', 'e3', 'e4', 'e5'];
const recuse = (seat: string, leaves: string[] | null): Command => ({
  ...{ type: 'recuse', seat, leaves, reason: '项目参与人' },
});
const lift = (recusal = 1, reason = '登记有误'): Command => ({
  ...{ type: 'lift-recusal', recusal, reason },
});
const scoring = (): Story => new Story(smallSetup()).does('secretary', { type: 'open-round' });
const revealed = (): Story =>
  scoring()
    .allScore((seat) => (seat === 'e2' ? 0 : 10_00))
    .does('e1', REVEAL);
const last = (story: Story): Fact => story.entries.at(-1)!.fact;

function begun({ state }: Story): BegunState {
  if (state.phase === 'setup') throw new Error('not begun');
  return state;
}

describe('lifting a recusal', () => {
  test('[RE6] chair or secretary, with a reason, one that is on record, before the conclusion', () => {
    const story = scoring();
    expect(story.asks('secretary', lift())).toBe('unknown-recusal');
    story.does('secretary', recuse('e2', null));
    expect(story.asks('e2', lift())).toBe('not-your-role');
    expect(story.asks('secretary', lift(1, ' '))).toBe('lift-without-reason');
    expect(story.asks('e1', lift(2))).toBe('unknown-recusal');
    expect(story.asks('e1', lift())).toBe('accepted');
    const concluded = revealed()
      .does('e1', recuse('e2', ['a']))
      .decidesAll()
      .does('e1', { type: 'conclude' });
    expect(concluded.asks('e1', lift())).toBe('wrong-phase');
  });

  test('[RE6] both stay on record; lifted twice it adds nothing, recorded anew it counts anew', () => {
    const story = scoring()
      .does('secretary', recuse('e2', ['a']))
      .does('secretary', lift());
    const length = story.entries.length;
    story.does('e1', lift());
    expect(story.entries).toHaveLength(length);
    expect(begun(story).recusals).toMatchObject([{ lifted: { reason: '登记有误' } }]);
    expect(viewFor(story.state, 'e1', '')).toMatchObject({
      attendance: {
        recusals: [],
        lifted: [{ recusal: 1, seat: 'e2', leaves: ['a'], lift: { reason: '登记有误' } }],
      },
    });
    story.does('secretary', recuse('e2', ['a']));
    expect(viewFor(story.state, 'e2', '')).toMatchObject({
      own: { leaves: ['b', 'c'] },
      attendance: { recusals: [{ recusal: 2 }] },
    });
  });

  test('[RE6] of two that overlap, the other one still holds', () => {
    const story = scoring()
      .does('secretary', recuse('e2', ['a']))
      .does('secretary', recuse('e2', null))
      .does('secretary', lift(2));
    expect(viewFor(story.state, 'e2', '')).toMatchObject({ own: { leaves: ['b', 'c'] } });
    story.does('secretary', lift(1));
    expect(viewFor(story.state, 'e2', '')).toMatchObject({ own: { leaves: ['a', 'b', 'c'] } });
  });

  test('[RE6] while scoring: what was typed is there, and in an open panel counts again', () => {
    const story = scoring()
      .edits('e2', [{ leaf: 'a', mark: { score: 50_00 } }])
      .does('secretary', recuse('e2', null));
    expect(begun(story).round.aggregates['a']).toMatchObject({ n: 0 });
    story.does('secretary', lift());
    expect(begun(story).round.aggregates['a']).toMatchObject({ n: 1, scores: [50_00] });
    expect(viewFor(story.state, 'projection', '')).toMatchObject({ experts: 5 });
  });

  test('[RE6] a card handed in without those indicators is opened again, and said to be', () => {
    const story = scoring()
      .does('secretary', recuse('e2', ['b']))
      .scores('e2', () => 5_00)
      .does('secretary', lift());
    expect(last(story)).toMatchObject({ type: 'recusal-lifted', cards: ['e2.r1'] });
    expect(viewFor(story.state, 'e2', '')).toMatchObject({ own: { status: 'open' } });
    expect(story.asks('e2', { type: 'submit-card' })).toBe('indicators-open');
    const whole = scoring()
      .scores('e2', () => 5_00)
      .does('secretary', recuse('e2', ['b']))
      .does('secretary', lift());
    expect(last(whole)).toMatchObject({ cards: [] });
    expect(viewFor(whole.state, 'e2', '')).toMatchObject({ own: { status: 'submitted' } });
  });

  test('[RE6] a paper card that was confirmed without them is keyed in and compared again', () => {
    const seat = 'e2';
    const story = scoring()
      .does('secretary', recuse(seat, ['b']))
      .does('secretary', { type: 'key-in', seat });
    for (const leaf of ['a', 'c'])
      story.edits('secretary', [{ leaf, mark: { score: 5_00 }, reason: '略' }], 'e2.r1.paper');
    story.does('secretary', { type: 'submit-card', seat });
    const base = begun(story).round.cards[seat]!.keyedIn!.handedInAt;
    story.does(seat, { type: 'confirm-card', seat, base }).does('secretary', lift());
    expect(last(story)).toMatchObject({ cards: ['e2.r1.paper'] });
    expect(begun(story).round.cards[seat]!.keyedIn).toMatchObject({
      ...{ status: 'open', confirmedBy: null },
    });
  });

  test('[RE6] nobody comes to score knowing a score: not who compared a paper card meanwhile', () => {
    const seat = 'e2';
    const story = scoring()
      .does('secretary', recuse('e1', ['b']))
      .scores('e1', () => 5_00)
      .does('secretary', { type: 'key-in', seat });
    for (const leaf of ['a', 'b', 'c'])
      story.edits('secretary', [{ leaf, mark: { score: 5_00 }, reason: '略' }], 'e2.r1.paper');
    story.does('secretary', { type: 'submit-card', seat });
    expect(story.asks('secretary', lift())).toBe('accepted');
    story.does('e1', { type: 'compare-card', seat });
    expect(story.asks('secretary', lift())).toBe('has-compared');
  });

  test('[RE6] after the reveal the scores count again, and decisions without them fall open', () => {
    const story = revealed()
      .does('e1', recuse('e2', ['b']))
      .decidesAll()
      .does('secretary', lift());
    expect(begun(story).standings['b']).toMatchObject({ proposal: { value: 8_00, n: 5 } });
    expect(Object.keys(begun(story).sheet.decisions)).toEqual(['a', 'c']);
  });

  test('[RE6] a reveal that did without the expert stays so: nothing comes back, none falls', () => {
    const story = scoring().does('secretary', recuse('e2', null));
    for (const seat of OTHERS) story.scores(seat, () => 10_00);
    story.does('e1', REVEAL).decidesAll().does('secretary', lift());
    expect(begun(story).standings['a']).toMatchObject({ seats: OTHERS, proposal: { n: 4 } });
    expect(Object.keys(begun(story).sheet.decisions)).toEqual(['a', 'b', 'c']);
    story.does('e1', { type: 'conclude' });
    expect(story.asks('e2', { type: 'sign', dissent: '' })).toBe('accepted');

    const single = scoring().does('secretary', recuse('e2', ['b']));
    single
      .allScore(() => 10_00)
      .does('e1', REVEAL)
      .does('e1', lift());
    expect(begun(single).standings['b']).toMatchObject({ seats: OTHERS });
    expect(JSON.stringify(viewFor(single.state, 'e1', ''))).not.toContain('"score":null');
  });

  test('[RE6] handing in and lifting race at the fence', () => {
    const whole = fenceOf({
      ...{ type: 'recusal-lifted', recusal: 1, seat: 'e2', leaves: ['b'], reason: '', cards: [] },
    });
    const handIn = fenceOf({ type: 'card-submitted', card: 'e2.r1', seat: 'e2' });
    expect(whole.expects).toContain('hand-ins');
    expect(handIn.expects).toContain('recusals');
    expect(whole.bumps).toEqual(['recusals']);
    const opening = fenceOf({
      ...{ type: 'recusal-lifted', recusal: 1, seat: 'e2', leaves: ['b'], reason: '' },
      cards: ['e2.r1.paper'],
    });
    const confirm = fenceOf({ type: 'paper-card-confirmed', card: 'e2.r1.paper', seat: 'e2' });
    expect(opening.bumps).toContain('card:e2.r1.paper');
    expect(confirm.expects).toContain('card:e2.r1.paper');
  });
});

describe('a decision says which scores it answers', () => {
  const decide = (leaf: string, base?: number): Command => ({
    type: 'decide',
    decisions: [{ leaf, score: 10_00, reason: '见讨论', ...(base === undefined ? {} : { base }) }],
  });
  const editionIn = (story: Story, leaf: string): number => {
    const view = viewFor(story.state, 'e1', '')!;
    if (view.role !== 'chair') throw new Error('not the chair');
    return view.spreads!.find((spread) => spread.leaf === leaf)!.edition;
  };

  test('[DL8] refused where a recusal, a lift or a round made them others since', () => {
    const story = revealed();
    const seen = { a: editionIn(story, 'a'), b: editionIn(story, 'b') };
    story.does('secretary', recuse('e2', ['b']));
    expect(story.refusal('e1', decide('b', seen.b))).toEqual({
      ...{ code: 'scores-moved', leaves: ['b'] },
    });
    expect(story.asks('e1', decide('a', seen.a))).toBe('accepted');
    const recused = editionIn(story, 'b');
    expect(story.asks('e1', decide('b', recused))).toBe('accepted');
    story.does('secretary', lift());
    // The same scores as at first, but the chair has decided on nothing of this.
    expect(story.asks('e1', decide('b', recused))).toBe('scores-moved');
    story
      .does('e1', { type: 'open-round', leaves: ['a'] })
      .allScore(() => 10_00)
      .does('e1', REVEAL);
    expect(story.asks('e1', decide('a', seen.a))).toBe('scores-moved');
    expect(story.asks('e1', decide('b', editionIn(story, 'b')))).toBe('accepted');
  });

  test('[DL8] what moves no score there keeps nobody from deciding', () => {
    const story = scoring();
    for (const seat of OTHERS) story.scores(seat, () => 10_00);
    story.does('e1', { type: 'reveal', without: ['e2'] });
    const seen = editionIn(story, 'a');
    story.does('secretary', recuse('e2', null)).does('secretary', lift());
    expect(story.asks('e1', decide('a', seen))).toBe('accepted');
    expect(story.asks('e1', decide('a'))).toBe('accepted');
  });

  test('[DL8] the edition is no part of what is recorded', () => {
    const story = revealed();
    story.does('e1', decide('a', editionIn(story, 'a')));
    expect(JSON.stringify(last(story))).not.toContain('base');
  });
});
