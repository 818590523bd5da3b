import { describe, expect, test } from 'vitest';
import { evolve } from '../../shared/panel/evolve.ts';
import type { Entry, Fact } from '../../shared/panel/facts.ts';
import { fenceOf } from '../../shared/panel/fence.ts';
import type { PanelState } from '../../shared/panel/state.ts';
import { smallSetup, Story } from '../kit/panel.ts';

const FACTS: Fact[] = [
  { type: 'panel-created', setup: smallSetup() },
  { type: 'setup-changed', section: 'project', value: smallSetup().project },
  { type: 'link-voided', seat: 'e1' },
  { type: 'seat-joined', seat: 'e1' },
  { type: 'round-opened', round: 1 },
  { type: 'round-opened', round: 2, leaves: ['a'] },
  { type: 'scores-changed', card: 'e1.r1', leaves: ['a'] },
  { type: 'scores-changed', card: 'sheet', leaves: ['a'] },
  { type: 'scores-changed', card: 'nonsense', leaves: [] },
  { type: 'card-submitted', card: 'e1.r1', seat: 'e1' },
  { type: 'card-reopened', card: 'e1.r1', seat: 'e1' },
  { type: 'revealed', round: 1, without: [], cards: {} },
  { type: 'expert-recused', seat: 'e2', leaves: null, reason: '' },
  { type: 'expert-recused', seat: 'e9', leaves: ['x'], reason: '' },
  { type: 'recusal-lifted', recusal: 1, seat: 'e2', leaves: null, reason: '', cards: ['e2.r1'] },
  { type: 'recusal-lifted', recusal: 9, seat: 'e9', leaves: ['x'], reason: '', cards: ['x'] },
  { type: 'paper-card-opened', card: 'e1.r1.paper', seat: 'e1' },
  { type: 'paper-card-shown', card: 'e1.r1.paper', seat: 'e1', to: 'e2' },
  { type: 'paper-card-confirmed', card: 'e1.r1.paper', seat: 'e1' },
  { type: 'paper-card-dropped', card: 'nonsense', seat: 'e1' },
  { type: 'discussion-opened', leaf: 'a' },
  { type: 'indicators-decided', decisions: [{ leaf: 'a', score: 1, reason: '' }] },
  { type: 'concluded', total: 0, grade: '差' },
  { type: 'signed', seat: 'e1', dissent: '' },
  { type: 'sealed', without: [], total: 0, grade: '差' },
];

function states(): PanelState[] {
  const story = new Story();
  const all = [story.state];
  all.push(story.does('secretary', { type: 'open-round' }).state);
  all.push(story.allScore().does('e1', { type: 'reveal', without: [] }).state);
  all.push(story.decidesAll().does('e1', { type: 'conclude' }).state);
  const without = ['e1', 'e2', 'e3', 'e4', 'e5'];
  all.push(story.does('e1', { type: 'seal', without }).state);
  return all;
}

describe('the fold', () => {
  test('[EV1] is total: any fact in any phase moves the position and never throws', () => {
    for (const state of states())
      for (const fact of FACTS) {
        const position = state.position + 1;
        const entry: Entry = {
          position,
          at: '2026-01-01T10:00:00.000Z',
          actor: 'e1',
          bumps: fenceOf(fact).bumps,
          fact,
          changes: [{ leaf: 'a', mark: { score: 50 } }],
        };
        expect(evolve(state, entry)?.position).toBe(position);
      }
  });

  test('[EV1] before its creation there is no panel', () => {
    for (const fact of FACTS.slice(1))
      expect(evolve(null, { position: 1, at: '', actor: 'e1', bumps: [], fact })).toBeNull();
  });

  test('[EV1] what does not belong to the phase leaves everything else as it was', () => {
    const [setup] = states();
    const fact: Fact = { type: 'sealed', without: [], total: 0, grade: '差' };
    const after = evolve(setup!, { position: 99, at: '', actor: 'e1', bumps: [], fact });
    expect(after).toEqual({ ...setup, position: 99 });
  });

  test('replaying the entries gives the same state', () => {
    const story = new Story().does('secretary', { type: 'open-round' }).allScore();
    story.does('e1', { type: 'reveal', without: [] }).decidesAll();
    const replayed = story.entries.reduce<PanelState | null>(evolve, null);
    expect(replayed).toEqual(story.state);
  });

  test('[RV1] unfinished cards leave the aggregates at the reveal', () => {
    const story = new Story().does('secretary', { type: 'open-round' });
    story.scores('e1', () => 10_00).scores('e2', () => 20_00);
    story.edits('e3', [{ leaf: 'a', mark: { score: 50_00 } }]);
    const before = story.state.phase === 'scoring' && story.state.round.aggregates['a'];
    expect(before).toMatchObject({ n: 3, sum: 80_00 });
    story.does('e1', { type: 'reveal', without: ['e3', 'e4', 'e5'] });
    if (story.state.phase !== 'revealed') throw new Error('not revealed');
    expect(story.state.standings['a']).toMatchObject({
      ...{ round: 1, seats: ['e1', 'e2'], aggregate: { n: 2, sum: 30_00 } },
      proposal: { value: 15_00, n: 2 },
    });
  });

  test('an operation is remembered by seat', () => {
    const [state] = states();
    const fact: Fact = { type: 'seat-joined', seat: 'e1' };
    const after = evolve(state!, {
      position: 2,
      at: '',
      actor: 'e1',
      operation: 'abcdefgh',
      bumps: ['joined:e1', 'op:e1:abcdefgh'],
      fact,
    });
    expect(after?.operations).toEqual({ 'e1:abcdefgh': 2 });
    expect(after?.fences['joined:e1']).toBe(1);
  });
});
