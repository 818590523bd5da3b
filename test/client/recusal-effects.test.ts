import { describe, expect, test } from 'vitest';
import { effectsOf } from '../../client/chair/recusal-effects.ts';
import { viewFor } from '../../shared/views/view-for.ts';
import type { Policy } from '../../shared/consensus/terms.ts';
import { smallSetup, Story } from '../kit/panel.ts';

function consoleOf(story: Story) {
  const view = viewFor(story.state, 'e1', '')!;
  if (view.role !== 'chair') throw new Error('not the chair');
  const { rules } = story.state.setup;
  return { spreads: view.spreads, tally: view.tally, policy: rules.policy, view };
}

function revealed(policy: Policy = 'mean'): Story {
  const rules = { ...smallSetup().rules, policy };
  return new Story(smallSetup({ rules }))
    .does('secretary', { type: 'open-round' })
    .allScore((seat) => (seat === 'e2' ? 0 : 10_00), ['e1', 'e2', 'e3', 'e4'])
    .does('e1', { type: 'reveal', without: ['e5'] });
}
const falls = (story: Story, seat: string, leaves: string[] | null): string[] =>
  effectsOf(consoleOf(story), seat, leaves).falling;

describe('what a recusal will bring about, as it is asked', () => {
  test('names the decisions that then really fall open [RE4]', () => {
    for (const [seat, leaves] of [
      ['e2', ['b']],
      ['e2', null],
      ['e5', null],
      ['e3', ['a', 'c']],
    ] as const) {
      const story = revealed().decidesAll();
      const said = falls(story, seat, leaves && [...leaves]);
      story.does('e1', { type: 'recuse', seat, leaves: leaves && [...leaves], reason: '回避' });
      const standing = Object.keys(consoleOf(story).view.tally!.decisions);
      expect(said).toEqual(['a', 'b', 'c'].filter((leaf) => !standing.includes(leaf)));
    }
  });

  test('scores leave also where nothing is decided; nobody’s leave before a reveal', () => {
    const effects = effectsOf(consoleOf(revealed()), 'e2', ['a', 'b']);
    expect(effects).toEqual({ leaving: ['a', 'b'], falling: [], othersMove: false });
    const scoring = new Story().does('secretary', { type: 'open-round' });
    expect(effectsOf(consoleOf(scoring), 'e2', null)).toMatchObject({ leaving: [] });
  });

  test('under trimmed totals others may move, and that is said', () => {
    expect(effectsOf(consoleOf(revealed('trimmed-totals')), 'e2', ['a']).othersMove).toBe(true);
    expect(effectsOf(consoleOf(revealed('trimmed-totals')), 'e5', ['a']).othersMove).toBe(false);
  });
});
