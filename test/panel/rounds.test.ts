import { describe, expect, test } from 'vitest';
import type { Command } from '../../shared/panel/commands.ts';
import { mayEdit, mayRead, checkChanges } from '../../shared/panel/admission.ts';
import { decide } from '../../shared/panel/decide/decide.ts';
import { evolve } from '../../shared/panel/evolve.ts';
import { leavesOfCard } from '../../shared/panel/rounds.ts';
import { parseCard } from '../../shared/panel/seats.ts';
import { standingCards, standingLine } from '../../shared/panel/standing.ts';
import type { BegunState, PanelState } from '../../shared/panel/state.ts';
import { MAX_ROUNDS, SHEET } from '../../shared/panel/terms.ts';
import { smallSetup, Story } from '../kit/panel.ts';

const NOBODY: Command = { type: 'reveal', without: [] };
const again = (...leaves: string[]): Command => ({ type: 'open-round', leaves });

const revealed = (setup = smallSetup()): Story =>
  new Story(setup)
    .does('secretary', { type: 'open-round' })
    .allScore(() => 10_00)
    .does('e1', NOBODY);

function begun({ state }: Story): BegunState {
  if (state.phase === 'setup') throw new Error('not begun');
  return state;
}

describe('a further round', () => {
  test('[RO1] the chair opens it, on known indicators, between reveal and conclusion', () => {
    const story = revealed();
    for (const seat of ['secretary', 'e2'])
      expect(story.asks(seat, again('a'))).toBe('not-your-role');
    expect(story.asks('e1', again())).toBe('unknown-indicator');
    expect(story.asks('e1', again('a', 'x'))).toBe('unknown-indicator');
    expect(story.asks('e1', again('c', 'a'))).toBe('accepted');
    story.does('e1', again('c', 'a', 'c'));
    expect(story.entries.at(-1)!.fact).toEqual({
      ...{ type: 'round-opened', round: 2, leaves: ['a', 'c'] },
    });
    expect(story.asks('e1', again('b'))).toBe('wrong-phase');
    const concluded = revealed().decidesAll().does('e1', { type: 'conclude' });
    expect(concluded.asks('e1', again('a'))).toBe('wrong-phase');
  });

  test('[PR4] the first names no indicators, a further one always does', () => {
    expect(new Story().asks('e1', again('a'))).toBe('wrong-phase');
    expect(revealed().asks('e1', { type: 'open-round' })).toBe('wrong-phase');
  });

  test('[RO1] a card is named by its round, beyond the ninth too', () => {
    const story = revealed();
    for (let round = 2; round <= 12; round++)
      story
        .does('e1', again('b'))
        .allScore(() => round * 100)
        .does('e1', NOBODY);
    expect(begun(story).standings['b']).toMatchObject({ round: 12, proposal: { value: 12_00 } });
    expect(parseCard('e3.r12')).toEqual({ seat: 'e3', round: 12, paper: false });
    expect(parseCard('e3.r1.paper')).toEqual({ seat: 'e3', round: 1, paper: true });
    for (const not of ['e3.r1.papers', 'e3.r0', 'e3.r012', 'e0.r1', 'e3.r100', 'e3.r', 'sheet'])
      expect(parseCard(not)).toBeUndefined();
    const { state } = story;
    if (state.phase !== 'revealed') throw new Error('not revealed');
    const last = { ...state, round: { ...state.round, number: MAX_ROUNDS } };
    expect(decide(last, again('b'), { seat: 'e1', head: '' })).toEqual({
      refusal: { code: 'too-many-rounds' },
    });
  });

  test('[RO2] its indicators are decided again; other decisions and all drafts stay', () => {
    const story = revealed()
      .edits('secretary', [{ leaf: 'a', reason: '草稿' }], SHEET)
      .decidesAll()
      .does('e1', { type: 'discuss', leaf: 'a' })
      .does('e1', again('a'));
    const { sheet } = begun(story);
    expect(Object.keys(sheet.decisions)).toEqual(['b', 'c']);
    expect(sheet.draft['a']).toEqual({ reason: '草稿' });
    expect(sheet.discussing).toBeNull();
    story.allScore(() => 20_00).does('e1', NOBODY);
    expect(story.asks('e1', { type: 'conclude' })).toBe('indicators-undecided');
    expect(Object.keys(begun(story).sheet.decisions)).toEqual(['b', 'c']);
    // The log keeps the decision that fell.
    expect(JSON.stringify(story.entries)).toContain('"leaf":"a","score":1000');
  });

  test('[RO3] the scores that stand are those of the latest revealed round of an indicator', () => {
    const story = revealed().does('e1', again('b', 'c'));
    expect(begun(story).standings['b']).toMatchObject({ round: 1, proposal: { value: 10_00 } });
    story
      .allScore((seat) => (seat === 'e5' ? 0 : 5_00))
      .does('e1', NOBODY)
      .does('e1', again('c'))
      .scores('e1', () => 20_00)
      .scores('e2', () => 18_00)
      .does('e1', { type: 'reveal', without: ['e3', 'e4', 'e5'] });
    expect(begun(story).standings).toMatchObject({
      a: { round: 1, proposal: { value: 10_00, n: 5 } },
      b: { round: 2, proposal: { value: 4_00, n: 5 } },
      c: { round: 3, seats: ['e1', 'e2'], proposal: { value: 19_00, n: 2 } },
    });
    expect(standingLine(begun(story), 'c', 'e1')).toMatchObject({ mark: { score: 20_00 } });
    // One indicator is never settled on scores of two rounds.
    expect(standingLine(begun(story), 'c', 'e3')).toBeUndefined();
    expect(standingCards(begun(story))['e3']).toEqual({
      ...{ a: { score: 10_00 }, b: { score: 5_00 } },
    });
  });

  test('[RO3] trimmed totals rank the experts by their standing scores', () => {
    const rules = { ...smallSetup().rules, policy: 'trimmed-totals' as const };
    const story = revealed(smallSetup({ rules }))
      .does('e1', again('c'))
      .allScore((seat) => Number(seat.slice(1)) * 1_00)
      .does('e1', NOBODY);
    // e1 and e5 are dropped everywhere, so c is the mean of 2, 3 and 4.
    expect(begun(story).standings).toMatchObject({
      a: { proposal: { value: 10_00, n: 3, rule: 'trimmed-totals' } },
      c: { proposal: { value: 3_00, n: 3, rule: 'trimmed-totals' } },
    });
  });

  test('who was left out of one round takes part in the next', () => {
    const story = new Story()
      .does('secretary', { type: 'open-round' })
      .scores('e1', () => 10_00)
      .does('e1', { type: 'reveal', without: ['e2', 'e3', 'e4', 'e5'] })
      .does('e1', again('a', 'b', 'c'))
      .allScore(() => 20_00)
      .does('e1', NOBODY);
    expect(begun(story).standings['a']).toMatchObject({ proposal: { n: 5 } });
    expect(begun(story).rounds.map(({ without }) => without.length)).toEqual([4, 0]);
  });

  test('[DL5] unanimity asks the standing scores: a further round resolves a disagreement', () => {
    const rules = { ...smallSetup().rules, policy: 'unanimous' as const };
    const decide: Command = {
      type: 'decide',
      decisions: [{ leaf: 'a', score: 10_00, reason: '合议' }],
    };
    const story = new Story(smallSetup({ rules }))
      .does('secretary', { type: 'open-round' })
      .allScore((seat) => (seat === 'e4' ? 0 : 10_00))
      .does('e1', NOBODY);
    expect(story.asks('e1', decide)).toBe('experts-disagree');
    story
      .does('e1', again('a'))
      .allScore(() => 10_00)
      .does('e1', NOBODY);
    expect(story.asks('e1', decide)).toBe('accepted');
  });

  test('[AD2] [RO4] a card takes its own round’s indicators only; earlier cards can be read', () => {
    const { state } = revealed().does('e1', again('b'));
    expect(mayEdit(state, 'e2', 'e2.r1')).toEqual({ code: 'unknown-card' });
    expect(mayEdit(state, 'e2', 'e2.r2')).toBeNull();
    expect(mayRead(state, 'e2', 'e2.r1')).toBe(true);
    expect(mayRead(state, 'e2', 'e2.r3')).toBe(false);
    expect(mayRead(state, 'e3', 'e2.r2')).toBe(false);
    const on = (leaf: string) => [{ leaf, mark: { score: 5_00 } }];
    expect(checkChanges(state, 'e2.r2', on('b'), {})).toBeNull();
    expect(checkChanges(state, 'e2.r2', on('a'), {})).toEqual({ code: 'unknown-indicator' });
    const ids = (card: string) => leavesOfCard(state, card).map(({ id }) => id);
    expect([ids('e2.r1'), ids('e2.r2'), ids(SHEET), ids('e2.r7')]).toEqual([
      ...[['a', 'b', 'c'], ['b'], ['a', 'b', 'c'], []],
    ]);
  });

  test('[AD3] [AD4] the sheet can be read meanwhile, and edited again after the reveal', () => {
    const story = revealed().does('e1', again('b'));
    expect(mayRead(story.state, 'secretary', SHEET)).toBe(true);
    expect(mayEdit(story.state, 'secretary', SHEET)).toEqual({ code: 'wrong-phase' });
    story.allScore(() => 1_00).does('e1', NOBODY);
    expect(mayEdit(story.state, 'secretary', SHEET)).toBeNull();
  });

  test('[EV1] an edit of an earlier round’s card moves no score', () => {
    const story = revealed().does('e1', again('b'));
    const { round } = begun(story);
    story.edits('e2', [{ leaf: 'b', mark: { score: 30_00 } }], 'e2.r1');
    expect(begun(story).round).toEqual(round);
  });

  test('a log from before there were further rounds folds as it did', () => {
    const story = revealed();
    expect(story.entries[1]!.fact).toEqual({ type: 'round-opened', round: 1 });
    expect(story.entries.reduce<PanelState | null>(evolve, null)).toEqual(story.state);
  });
});
