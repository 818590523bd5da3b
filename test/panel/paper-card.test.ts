import { describe, expect, test } from 'vitest';
import type { Command } from '../../shared/panel/commands.ts';
import { mayEdit, mayRead } from '../../shared/panel/admission.ts';
import { fenceOf } from '../../shared/panel/fence.ts';
import type { BegunState } from '../../shared/panel/state.ts';
import { viewFor } from '../../shared/views/view-for.ts';
import { Story } from '../kit/panel.ts';

const PAPER = 'e2.r1.paper';
const keyIn: Command = { type: 'key-in', seat: 'e2' };
const stop: Command = { type: 'stop-key-in', seat: 'e2' };
const compare: Command = { type: 'compare-card', seat: 'e2' };
const handIn: Command = { type: 'submit-card', seat: 'e2' };
const takeBack: Command = { type: 'take-back-card', seat: 'e2' };
const confirmAt = (base: number): Command => ({ type: 'confirm-card', seat: 'e2', base });
const confirm = (story: Story): Command =>
  confirmAt(begun(story).round.cards['e2']!.keyedIn?.handedInAt ?? 0);

const LINES = ['a', 'b', 'c'].map((leaf) => ({ leaf, mark: { score: 7_50 }, reason: '纸质' }));

const scoring = (): Story => new Story().does('secretary', { type: 'open-round' });
const typed = (): Story => scoring().does('secretary', keyIn).edits('secretary', LINES, PAPER);
const waiting = (): Story => typed().does('secretary', handIn);

function begun({ state }: Story): BegunState {
  if (state.phase === 'setup') throw new Error('not begun');
  return state;
}

describe('a paper card', () => {
  test('[PC2] the secretary keys it in where the expert has not handed in', () => {
    expect(new Story().asks('secretary', keyIn)).toBe('wrong-phase');
    expect(scoring().asks('e1', keyIn)).toBe('not-your-role');
    expect(scoring().asks('secretary', { type: 'key-in', seat: 'e7' })).toBe('unknown-seat');
    expect(
      scoring()
        .scores('e2', () => 1_00)
        .asks('secretary', keyIn),
    ).toBe('already-submitted');
    const story = scoring().does('secretary', keyIn).does('secretary', keyIn);
    expect(story.entries).toHaveLength(3);
  });

  test('[PC2] it is a document of its own: the secretary never reads what the expert had typed', () => {
    const story = scoring().edits('e2', [{ leaf: 'a', mark: { score: 1_50 } }]);
    expect(mayRead(story.state, 'secretary', PAPER)).toBe(false);
    story.does('secretary', keyIn);
    const { state } = story;
    expect(mayRead(state, 'secretary', 'e2.r1')).toBe(false);
    expect(mayRead(state, 'secretary', PAPER)).toBe(true);
    for (const seat of ['e1', 'e2', 'e3', 'projection'])
      expect(mayRead(state, seat, PAPER)).toBe(false);
    expect(mayEdit(state, 'secretary', PAPER)).toBeNull();
    expect(mayEdit(state, 'e2', 'e2.r1')).toEqual({ code: 'keyed-in' });
    expect(mayRead(state, 'e2', 'e2.r1')).toBe(true);
    expect(begun(story).round.cards['e2']!.keyedIn!.content).toEqual({});
    expect(JSON.stringify(viewFor(state, 'secretary', ''))).not.toContain('150');
  });

  test('[PC3] the expert, or the secretary, gives the card back; what the expert typed is there', () => {
    const story = scoring()
      .edits('e2', LINES)
      .does('secretary', keyIn)
      .edits('secretary', [{ leaf: 'a', mark: { score: 1_50 } }], PAPER);
    expect(story.asks('e2', { type: 'submit-card' })).toBe('keyed-in');
    expect(story.asks('e3', stop)).toBe('not-your-role');
    expect(story.asks('e2', stop)).toBe('accepted');
    story.does('e2', stop);
    expect(mayEdit(story.state, 'secretary', PAPER)).toEqual({ code: 'unknown-card' });
    expect(story.asks('e2', { type: 'submit-card' })).toBe('accepted');
    // Keyed in anew, it goes on where it was.
    story.does('secretary', keyIn);
    expect(begun(story).round.cards['e2']!.keyedIn!.content).toMatchObject({ a: {} });
  });

  test('[PC1] it counts only once a second person has confirmed it', () => {
    const story = waiting().scores('e1', () => 10_00);
    const view = () => viewFor(story.state, 'projection', '')!;
    expect(view()).toMatchObject({ experts: 5, handedIn: 1 });
    const without = ['e3', 'e4', 'e5'];
    expect(story.asks('e1', { type: 'reveal', without })).toBe('not-all-submitted');
    story.does('e2', confirm(story));
    expect(view()).toMatchObject({ handedIn: 2 });
    story.does('e1', { type: 'reveal', without });
    expect(begun(story).standings['a']).toMatchObject({
      ...{ seats: ['e1', 'e2'], proposal: { value: 8_75, n: 2 } },
    });
    expect(begun(story).rounds[0]!.keyedIn).toEqual({ e2: 'e2' });
  });

  test('[PC1] one that nobody confirmed is left out like any unfinished card', () => {
    const story = waiting().scores('e1', () => 10_00);
    story.does('e1', { type: 'reveal', without: ['e2', 'e3', 'e4', 'e5'] });
    expect(begun(story).standings['a']!.seats).toEqual(['e1']);
    expect(begun(story).rounds[0]!.without).toContain('e2');
  });

  test('[SC1] the secretary hands it in whole, and may take it back until the reveal', () => {
    const story = scoring().does('secretary', keyIn);
    expect(story.asks('secretary', handIn)).toBe('indicators-open');
    story.edits('secretary', LINES, PAPER);
    expect(story.asks('e2', handIn)).toBe('not-your-role');
    story.does('secretary', handIn);
    expect(mayEdit(story.state, 'secretary', PAPER)).toEqual({ code: 'already-submitted' });
    expect(story.asks('secretary', handIn)).toBe('already-submitted');
    expect(story.asks('e3', takeBack)).toBe('not-your-role');
    story.does('e2', takeBack);
    expect(mayEdit(story.state, 'secretary', PAPER)).toBeNull();
  });

  test('[PC5] the second person is the expert, or a chair who was shown it', () => {
    const story = waiting().scores('e1', () => 10_00);
    for (const seat of ['secretary', 'e3'])
      expect(story.asks(seat, confirm(story))).toBe('not-your-role');
    expect(story.asks('e1', confirm(story))).toBe('not-compared');
    story.does('e1', compare);
    expect(story.asks('e1', confirm(story))).toBe('accepted');
    expect(story.asks('e2', confirm(story))).toBe('accepted');
  });

  test('[PC5] what was confirmed is what was seen: a later hand-in is compared again', () => {
    const story = waiting();
    const seen = confirm(story);
    story
      .does('secretary', takeBack)
      .edits('secretary', [{ leaf: 'a', mark: { score: 0 } }], PAPER)
      .does('secretary', handIn);
    expect(story.asks('e2', seen)).toBe('not-compared');
    expect(story.asks('e2', confirm(story))).toBe('accepted');
    expect(waiting().asks('e2', confirmAt(0))).toBe('not-compared');
    expect(typed().asks('e2', confirmAt(0))).toBe('not-submitted');
  });

  test('[PC4] a chair who still scores is shown nothing; once shown, the own card stays in', () => {
    const story = waiting();
    expect(story.asks('e1', compare)).toBe('hand-in-first');
    expect(JSON.stringify(viewFor(story.state, 'e1', ''))).not.toMatch(/750|纸质/);
    story.scores('e1', () => 10_00);
    expect(JSON.stringify(viewFor(story.state, 'e1', ''))).not.toMatch(/750|纸质/);
    expect(story.asks('e1', { type: 'take-back-card' })).toBe('accepted');
    story.does('e1', compare);
    expect(viewFor(story.state, 'e1', '')).toMatchObject({
      own: { bound: true },
      comparing: [{ seat: 'e2', status: 'submitted', content: { a: { mark: { score: 7_50 } } } }],
    });
    expect(story.asks('e1', { type: 'take-back-card' })).toBe('has-compared');
    // Nor by way of a paper card of the chair's own.
    expect(story.asks('secretary', { type: 'key-in', seat: 'e1' })).toBe('already-submitted');
    story.does('secretary', stop);
    expect(story.asks('e1', { type: 'take-back-card' })).toBe('has-compared');
  });

  test('[PC4] a chair whose own card is on paper is bound alike', () => {
    const own = { seat: 'e1' };
    const story = waiting()
      .does('secretary', { type: 'key-in', ...own })
      .edits('secretary', LINES, 'e1.r1.paper')
      .does('secretary', { type: 'submit-card', ...own });
    expect(story.asks('e1', compare)).toBe('hand-in-first');
    const base = begun(story).round.cards['e1']!.keyedIn!.handedInAt;
    story.does('e1', { type: 'confirm-card', ...own, base }).does('e1', compare);
    expect(story.asks('secretary', { type: 'take-back-card', ...own })).toBe('has-compared');
    expect(story.asks('secretary', { type: 'stop-key-in', ...own })).toBe('has-compared');
  });

  test('[PC4] showing and taking back race at the fence', () => {
    const shown = fenceOf({ type: 'paper-card-shown', card: PAPER, seat: 'e2', to: 'e1' });
    const back = fenceOf({ type: 'card-reopened', card: 'e1.r1', seat: 'e1' });
    expect(shown.expects).toEqual(
      expect.arrayContaining(back.bumps.filter((c) => c !== 'hand-ins')),
    );
    expect(back.expects).toEqual(expect.arrayContaining(['card:e1.r1']));
    expect(shown.bumps).toContain('card:e1.r1');
  });

  test('nobody else learns what is keyed in, nor how often', () => {
    const [quiet, busy] = [
      scoring().does('secretary', keyIn),
      waiting().does('secretary', takeBack),
    ];
    for (const seat of ['e1', 'e2', 'e3', 'projection']) {
      expect(JSON.stringify(viewFor(busy.state, seat, ''))).not.toMatch(/750|纸质/);
    }
    expect(quiet.state.cardEdits).toBe(0);
    expect(busy.state.cardEdits).toBe(1);
  });
});
