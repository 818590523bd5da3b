import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { evolve } from '../../shared/panel/evolve.ts';
import type { BegunState, PanelState } from '../../shared/panel/state.ts';
import type { Command } from '../../shared/panel/commands.ts';
import { Story } from '../kit/panel.ts';

const SEATS = ['e1', 'e2', 'e3', 'e4', 'e5'];
const LEAVES = ['a', 'b', 'c'];

const recuse = fc.record({
  type: fc.constant('recuse' as const),
  seat: fc.constantFrom(...SEATS),
  leaves: fc.option(fc.uniqueArray(fc.constantFrom(...LEAVES), { minLength: 1 })),
  reason: fc.constant('亲属关系'),
});
const lift = fc.record({
  type: fc.constant('lift-recusal' as const),
  recusal: fc.integer({ min: 1, max: 6 }),
  reason: fc.constant('登记有误'),
});
const steps = fc.array(fc.oneof(recuse, lift), { maxLength: 14 });
const scores = fc.array(fc.integer({ min: 0, max: 40 }), { minLength: 15, maxLength: 15 });

/** Impossible wishes are skipped, as `decide` refuses them. */
function play(story: Story, wishes: readonly Command[]): Story {
  for (const wish of wishes)
    if (story.asks('secretary', wish) === 'accepted') story.does('secretary', wish);
  return story;
}

function revealed(given: readonly number[]): Story {
  return new Story()
    .does('secretary', { type: 'open-round' })
    .allScore((seat, leaf) => given[SEATS.indexOf(seat) * 3 + LEAVES.indexOf(leaf)]! * 50)
    .does('e1', { type: 'reveal', without: [] });
}

/** Lifts whatever still holds. */
function liftAll(story: Story): Story {
  const { recusals } = story.state;
  const wishes = recusals.map((_, at): Command => ({
    ...{ type: 'lift-recusal', recusal: at + 1, reason: '登记有误' },
  }));
  return play(story, wishes);
}

const begun = ({ state }: Story): BegunState => state as BegunState;

describe('recusals and lifts', () => {
  test('[RE6] after the reveal: all of them lifted, the scores stand as if none had been', () => {
    fc.assert(
      fc.property(scores, steps, (given, wishes) => {
        const untouched = revealed(given);
        const story = liftAll(play(revealed(given), wishes));
        expect(begun(story).standings).toEqual(begun(untouched).standings);
        expect(story.entries.reduce<PanelState | null>(evolve, null)).toEqual(story.state);
      }),
    );
  });

  test('[RE4] [RE6] [DL8] a decision stands exactly as long as the scores under it do', () => {
    let moves = 0;
    fc.assert(
      fc.property(scores, steps, (given, wishes) => {
        const story = revealed(given).decidesAll();
        let before = begun(story);
        for (const wish of wishes) {
          play(story, [wish]);
          const now = begun(story);
          for (const leaf of LEAVES) {
            const same =
              JSON.stringify(before.standings[leaf]) === JSON.stringify(now.standings[leaf]);
            expect(now.editions[leaf]! - before.editions[leaf]!).toBe(same ? 0 : 1);
            if (!same) expect(now.sheet.decisions[leaf]).toBeUndefined();
            else expect(now.sheet.decisions[leaf]).toEqual(before.sheet.decisions[leaf]);
            if (!same) moves++;
          }
          before = now;
        }
      }),
    );
    expect(moves).toBeGreaterThan(100);
  });

  test('[RE2] [RE6] while scoring: what is counted is what those who take part have given', () => {
    fc.assert(
      fc.property(scores, steps, (given, wishes) => {
        const open = () => new Story().does('secretary', { type: 'open-round' });
        const fill = (story: Story) => {
          for (const [at, seat] of SEATS.entries())
            story.edits(
              seat,
              LEAVES.map((leaf, of) => ({ leaf, mark: { score: given[at * 3 + of]! * 50 } })),
            );
          return story;
        };
        const story = liftAll(play(fill(open()), wishes));
        expect(begun(story).round.aggregates).toEqual(begun(fill(open())).round.aggregates);
      }),
    );
  });
});
