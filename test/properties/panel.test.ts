import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { aggregateOf } from '../../shared/consensus/aggregate.ts';
import { evolve } from '../../shared/panel/evolve.ts';
import type { PanelState } from '../../shared/panel/state.ts';
import type { CardChange } from '../../shared/scorecard/terms.ts';
import { viewFor } from '../../shared/views/view-for.ts';
import { SMALL, Story } from '../kit/panel.ts';

const SEATS = ['e1', 'e2', 'e3', 'e4', 'e5'];
const MAXIMA: Record<string, number> = { a: 50_00, b: 30_00, c: 20_00 };
const leaf = fc.constantFrom('a', 'b', 'c');

const change = leaf.chain((id) =>
  fc.record({
    leaf: fc.constant(id),
    mark: fc.oneof(
      fc.integer({ min: 0, max: MAXIMA[id]! / 50 }).map((steps) => ({ score: steps * 50 })),
      fc.constant('abstained' as const),
      fc.constant(null),
    ),
    reason: fc.string({ unit: 'grapheme', maxLength: 8 }),
  }),
);

/** What people do while scoring; impossible steps are skipped as `decide` refuses them. */
type Step =
  | { kind: 'edit'; seat: string; changes: CardChange[] }
  | { kind: 'submit' | 'take-back'; seat: string };

const step: fc.Arbitrary<Step> = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.record({
      kind: fc.constant('edit' as const),
      seat: fc.constantFrom(...SEATS),
      changes: fc.array(change, { minLength: 1, maxLength: 3 }),
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      kind: fc.constantFrom('submit' as const, 'take-back' as const),
      seat: fc.constantFrom(...SEATS),
    }),
  },
);

const firstRound = (): Story => new Story().does('secretary', { type: 'open-round' });

/** The second round, on all indicators, after a first one in which everybody gave the same. */
function secondRound(): Story {
  return firstRound()
    .allScore(() => 10_00)
    .does('e1', { type: 'reveal', without: [] })
    .does('e1', { type: 'open-round', leaves: ['a', 'b', 'c'] });
}

const ROUNDS: [string, () => Story][] = [
  ['the first', firstRound],
  ['a further', secondRound],
];

function play(
  steps: readonly Step[],
  rename: (seat: string) => string = (seat) => seat,
  story: Story = firstRound(),
): Story {
  for (const each of steps) {
    const seat = rename(each.seat);
    if (story.state.phase !== 'scoring') throw new Error('left scoring');
    const open = story.state.round.cards[seat]!.status === 'open';
    if (each.kind === 'edit') {
      if (open) story.edits(seat, each.changes);
    } else {
      const type = each.kind === 'submit' ? 'submit-card' : 'take-back-card';
      if (story.asks(seat, { type }) === 'accepted') story.does(seat, { type });
    }
  }
  return story;
}

/** Ends a scoring: everybody fills what is open, hands in, and the chair reveals. */
function finish(story: Story, rename: (seat: string) => string = (seat) => seat): Story {
  for (const seat of SEATS.map(rename)) {
    if (story.state.phase !== 'scoring') throw new Error('left scoring');
    const card = story.state.round.cards[seat]!;
    if (card.status === 'submitted') continue;
    const open = story.state.round.leaves.filter(({ id }) => !card.content[id]?.mark);
    if (open.length > 0)
      story.edits(
        seat,
        open.map(({ id }) => ({ leaf: id, mark: { score: 5_00 } })),
      );
    story.does(seat, { type: 'submit-card' });
  }
  return story.does('e1', { type: 'reveal', without: [] });
}

describe('a panel', () => {
  test('replay = state, and the incremental aggregate = the recomputed one', () => {
    fc.assert(
      fc.property(fc.array(step, { maxLength: 40 }), (steps) => {
        const story = play(steps);
        expect(story.entries.reduce<PanelState | null>(evolve, null)).toEqual(story.state);
        if (story.state.phase !== 'scoring') throw new Error('left scoring');
        const { cards, leaves, aggregates } = story.state.round;
        for (const { id } of leaves)
          expect(aggregates[id]).toEqual(
            aggregateOf(Object.values(cards).map(({ content }) => content[id]?.mark)),
          );
      }),
    );
  });

  test('permuting the experts changes no projection', () => {
    fc.assert(
      fc.property(
        fc.array(step, { maxLength: 30 }),
        fc.shuffledSubarray(SEATS, { minLength: 5, maxLength: 5 }),
        (steps, order) => {
          const rename = (seat: string): string => order[SEATS.indexOf(seat)]!;
          const one = finish(play(steps)).state;
          const other = finish(play(steps, rename), rename).state;
          const see = (state: PanelState) => ({ ...viewFor(state, 'projection', ''), version: 0 });
          expect(see(other)).toEqual(see(one));
        },
      ),
    );
  });

  test.each(ROUNDS)(
    'noninterference in %s round: what A scores is invisible to all others',
    (_, open) => {
      fc.assert(
        fc.property(
          fc.array(step, { maxLength: 40 }),
          fc.array(fc.array(change, { minLength: 1, maxLength: 3 }), { maxLength: 40 }),
          (steps, others) => {
            // The same session, but expert A (e2) writes other scores, other reasons, other leaves.
            let next = 0;
            const varied = steps.map((each) =>
              each.kind === 'edit' && each.seat === 'e2'
                ? { ...each, changes: others[next++ % Math.max(1, others.length)] ?? each.changes }
                : each,
            );
            // Whether A can hand in is public (it is the count), so A never does in this session.
            const silent = (list: Step[]) =>
              list.filter((s) => s.kind === 'edit' || s.seat !== 'e2');
            const [one, two] = [steps, varied].map((list) => play(silent(list), undefined, open()));
            if (!one || !two) throw new Error('not played');
            for (const seat of ['e1', 'e3', 'e4', 'e5', 'secretary', 'projection'])
              expect(JSON.stringify(viewFor(two.state, seat, ''))).toBe(
                JSON.stringify(viewFor(one.state, seat, '')),
              );
          },
        ),
      );
    },
  );

  test.each(ROUNDS)(
    'noninterference in %s round: how often A edits is invisible too',
    (_, open) => {
      fc.assert(
        fc.property(fc.array(change, { maxLength: 20 }), (changes) => {
          const quiet = open();
          const edits = changes.map((each): Step => ({
            kind: 'edit',
            seat: 'e2',
            changes: [each],
          }));
          const busy = play(edits, undefined, open());
          for (const seat of ['e1', 'e3', 'secretary', 'projection'])
            expect(viewFor(busy.state, seat, '')).toEqual(viewFor(quiet.state, seat, ''));
        }),
      );
    },
  );

  test('every framework leaf is worth something in these properties', () => {
    expect(SMALL.indicators.flatMap((level) => level.children)).toHaveLength(3);
  });
});
