import { describe, expect, test } from 'vitest';
import type { Command } from '../../shared/panel/commands.ts';
import { mayEdit, checkChanges } from '../../shared/panel/admission.ts';
import type { BegunState } from '../../shared/panel/state.ts';
import { viewFor } from '../../shared/views/view-for.ts';
import { smallSetup, Story } from '../kit/panel.ts';

const REVEAL: Command = { type: 'reveal', without: [] };
const recuse = (seat: string, leaves: string[] | null, reason = '项目参与人'): Command => ({
  ...{ type: 'recuse', seat, leaves, reason },
});
const scoring = (setup = smallSetup()): Story =>
  new Story(setup).does('secretary', { type: 'open-round' });
const revealed = (setup = smallSetup()): Story =>
  scoring(setup)
    .allScore((seat) => (seat === 'e2' ? 0 : 10_00))
    .does('e1', REVEAL);

function begun({ state }: Story): BegunState {
  if (state.phase === 'setup') throw new Error('not begun');
  return state;
}

describe('a recusal', () => {
  test('[RE1] is recorded by chair or secretary, with a reason, before the conclusion', () => {
    expect(new Story().asks('secretary', recuse('e2', null))).toBe('wrong-phase');
    const story = scoring();
    expect(story.asks('e3', recuse('e2', null))).toBe('not-your-role');
    expect(story.asks('secretary', recuse('e9', null))).toBe('unknown-seat');
    expect(story.asks('secretary', recuse('e2', null, '  '))).toBe('recusal-without-reason');
    expect(story.asks('secretary', recuse('e2', []))).toBe('unknown-indicator');
    expect(story.asks('secretary', recuse('e2', ['x']))).toBe('unknown-indicator');
    expect(story.asks('e1', recuse('e2', ['a']))).toBe('accepted');
    const concluded = revealed().decidesAll().does('e1', { type: 'conclude' });
    expect(concluded.asks('secretary', recuse('e2', null))).toBe('wrong-phase');
  });

  test('[RE1] the chair is recused from indicators only, and somebody is left', () => {
    expect(scoring().asks('secretary', recuse('e1', null))).toBe('chair-recused');
    expect(scoring().asks('secretary', recuse('e1', ['a']))).toBe('accepted');
    const setup = smallSetup();
    const story = scoring({
      ...setup,
      experts: setup.experts.slice(0, 2),
      chair: { kind: 'separate', name: '组长', title: '', organisation: '' },
    }).does('secretary', recuse('e1', null));
    expect(story.asks('secretary', recuse('e2', null))).toBe('nobody-left');
  });

  test('[RE1] what is recorded already adds nothing', () => {
    const story = scoring().does('secretary', recuse('e2', ['b', 'a']));
    expect(begun(story).recusals).toMatchObject([{ seat: 'e2', leaves: ['a', 'b'] }]);
    story.does('secretary', recuse('e2', ['a', 'b'])).does('secretary', recuse('e2', ['a', 'c']));
    expect(begun(story).recusals.map(({ leaves }) => leaves)).toEqual([['a', 'b'], ['c']]);
    story.does('secretary', recuse('e2', null)).does('secretary', recuse('e2', null));
    expect(begun(story).recusals).toHaveLength(3);
  });

  test('[RE2] from the project: no card, no count, no hand-in; the reveal asks the others', () => {
    const story = scoring()
      .edits('e2', [{ leaf: 'a', mark: { score: 50_00 } }])
      .does('secretary', recuse('e2', null));
    expect(mayEdit(story.state, 'e2', 'e2.r1')).toEqual({ code: 'recused' });
    expect(story.asks('e2', { type: 'submit-card' })).toBe('recused');
    expect(begun(story).round.aggregates['a']).toMatchObject({ n: 0 });
    for (const seat of ['e1', 'e3', 'e4', 'e5']) story.scores(seat, () => 10_00);
    expect(viewFor(story.state, 'projection', '')).toMatchObject({ experts: 4, handedIn: 4 });
    expect(viewFor(story.state, 'e2', '')).toMatchObject({ own: null });
    story.does('e1', REVEAL);
    expect(begun(story).standings['a']).toMatchObject({ proposal: { value: 10_00, n: 4 } });
    expect(begun(story).rounds[0]).toMatchObject({ without: [] });
    expect(JSON.stringify(story.entries.at(-1)!.fact)).not.toContain('5000');
  });

  test('[RE2] from indicators: not asked for, not taken, not counted there; n differs', () => {
    const story = scoring().does('secretary', recuse('e2', ['b']));
    const on = (leaf: string) => [{ leaf, mark: { score: 5_00 }, reason: '资料' }];
    expect(checkChanges(story.state, 'e2.r1', on('b'), {})).toEqual({ code: 'recused' });
    expect(checkChanges(story.state, 'e2.r1', on('a'), {})).toBeNull();
    expect(viewFor(story.state, 'e2', '')).toMatchObject({ own: { leaves: ['a', 'c'] } });
    story.edits('e2', [...on('a'), ...on('c')]).does('e2', { type: 'submit-card' });
    for (const seat of ['e1', 'e3', 'e4', 'e5']) story.scores(seat, () => 10_00);
    story.does('e1', REVEAL);
    expect(begun(story).standings).toMatchObject({
      a: { seats: ['e1', 'e2', 'e3', 'e4', 'e5'], proposal: { value: 9_00, n: 5 } },
      b: { seats: ['e1', 'e3', 'e4', 'e5'], proposal: { value: 10_00, n: 4 } },
    });
  });

  test('[RE3] who is recused from the project does not sign, nor is waited for', () => {
    const story = revealed()
      .does('secretary', recuse('e2', null))
      .decidesAll()
      .does('e1', { type: 'conclude' });
    expect(story.asks('e2', { type: 'sign', dissent: '' })).toBe('recused');
    const view = viewFor(story.state, 'secretary', '');
    expect(view).toMatchObject({ outcome: { signing: 4 } });
    for (const seat of ['e1', 'e3', 'e4', 'e5']) story.does(seat, { type: 'sign', dissent: '' });
    expect(story.asks('e1', { type: 'seal', without: [] })).toBe('accepted');
  });

  test('[RE4] after the reveal the scores leave, and decisions that rested on them fall open', () => {
    const story = revealed()
      .decidesAll()
      .does('e1', recuse('e2', ['b']));
    expect(begun(story).standings).toMatchObject({
      a: { proposal: { value: 8_00, n: 5 } },
      b: { proposal: { value: 10_00, n: 4 } },
    });
    expect(Object.keys(begun(story).sheet.decisions)).toEqual(['a', 'c']);
    expect(story.asks('e1', { type: 'conclude' })).toBe('indicators-undecided');
    story.decidesAll().does('e1', recuse('e2', null));
    expect(Object.keys(begun(story).sheet.decisions)).toEqual(['b']);
  });

  test('[RE4] under trimmed totals one indicator’s recusal may move the others', () => {
    const rules = { ...smallSetup().rules, policy: 'trimmed-totals' as const };
    const story = scoring(smallSetup({ rules }))
      .allScore((seat, leaf) => (seat === 'e2' && leaf === 'a' ? 50_00 : Number(seat[1]) * 1_00))
      .does('e1', REVEAL)
      .decidesAll()
      .does('e1', recuse('e2', ['a']));
    expect(begun(story).standings['c']!.proposal).toMatchObject({ value: 3_00, n: 3 });
    expect(Object.keys(begun(story).sheet.decisions)).toEqual([]);
  });

  test('[RE4] who was absent there anyway moves nothing', () => {
    const story = scoring();
    for (const seat of ['e1', 'e3', 'e4', 'e5']) story.scores(seat, () => 10_00);
    story.does('e1', { type: 'reveal', without: ['e2'] }).decidesAll();
    story.does('e1', recuse('e2', null));
    expect(Object.keys(begun(story).sheet.decisions)).toEqual(['a', 'b', 'c']);
  });

  test('[RE5] whoever is recused from the project is shown no names, and no own card', () => {
    const story = revealed().does('secretary', recuse('e2', null));
    const view = viewFor(story.state, 'e2', '')!;
    expect(view).toMatchObject({ role: 'expert', own: null });
    expect(JSON.stringify(view.spreads)).not.toMatch(/专家|"e[1-5]"/);
    expect(view).toMatchObject({
      attendance: {
        recusals: [{ seat: 'e2', name: '专家二', leaves: null, reason: '项目参与人' }],
      },
    });
    expect(JSON.stringify(viewFor(story.state, 'projection', ''))).not.toMatch(/专家|参与人/);
  });
});
