import { describe, expect, test } from 'vitest';
import { evolve } from '../../shared/panel/evolve.ts';
import type { Entry } from '../../shared/panel/facts.ts';
import { allotmentsOf } from '../../shared/panel/timing.ts';
import type { PanelState } from '../../shared/panel/state.ts';
import { Story } from '../kit/panel.ts';

/** A story's entries, one a second in the kit. */
const at = (position: number) => new Date(Date.UTC(2026, 0, 1, 9, 0, position)).toISOString();

const revealed = () =>
  new Story()
    .does('secretary', { type: 'open-round' })
    .allScore()
    .does('e1', { type: 'reveal', without: [] });

const decided = (leaf: string) => ({
  type: 'decide' as const,
  decisions: [{ leaf, score: 10_00, reason: '见讨论' }],
});

describe('the time of a meeting', () => {
  test('[TM1] runs from the first round to the conclusion', () => {
    expect(new Story().state.timing.startedAt).toBeNull();
    const story = revealed();
    expect(story.state.timing).toMatchObject({ startedAt: at(2), endedAt: null });
    story.decidesAll().does('e1', { type: 'conclude' });
    expect(story.state.timing).toMatchObject({
      startedAt: at(2),
      endedAt: at(story.entries.length),
    });
  });

  test('[TM2] an indicator runs while it is discussed, and adds up over its discussions', () => {
    const story = revealed().does('e1', { type: 'discuss', leaf: 'a' });
    expect(story.state.timing.running).toEqual({ leaf: 'a', since: at(story.entries.length) });
    story.does('e1', { type: 'discuss', leaf: 'b' }).does('e1', { type: 'discuss', leaf: 'a' });
    expect(story.state.timing.spent).toEqual({ a: 1000, b: 1000 });
    story.edits('secretary', [{ leaf: 'a', reason: '扣' }], 'sheet').does('e1', decided('a'));
    expect(story.state.timing).toMatchObject({ running: null, spent: { a: 3000, b: 1000 } });
  });

  test('[TM2] the decision of another indicator stops nothing', () => {
    const story = revealed().does('e1', { type: 'discuss', leaf: 'a' }).does('e1', decided('b'));
    expect(story.state.timing.running?.leaf).toBe('a');
  });

  test('[TM2] the conclusion stops what runs', () => {
    const story = revealed().decidesAll().does('e1', { type: 'discuss', leaf: 'c' });
    story.does('e1', { type: 'conclude' });
    expect(story.state.timing).toMatchObject({ running: null, spent: { c: 1000 } });
  });

  test('[TM3] a clock that goes back takes no time away', () => {
    const story = revealed().does('e1', { type: 'discuss', leaf: 'a' });
    const entry: Entry = {
      ...{ position: story.entries.length + 1, at: '2020-01-01T00:00:00.000Z', actor: 'e1' },
      ...{ bumps: [], fact: { type: 'discussion-opened', leaf: 'b' } },
    };
    const next = evolve(story.state, entry) as PanelState;
    expect(next.timing.spent).toEqual({ a: 0 });
  });

  test('[TM4] a panel recorded without allotments has none', () => {
    expect(allotmentsOf(new Story().state.setup.rules)).toEqual({ indicator: null, meeting: null });
  });
});
