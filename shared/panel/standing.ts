import { aggregateOf } from '../consensus/aggregate.ts';
import { proposeAll } from '../consensus/policies.ts';
import type { Mark } from '../consensus/terms.ts';
import type { Leaf } from '../framework/terms.ts';
import type { CardContent, CardLine } from '../scorecard/terms.ts';
import type { BegunState, RevealedRound, Standing } from './state.ts';
import type { SeatId, Setup } from './terms.ts';

/**
 * Which scores hold. [RO3] An indicator's standing scores are those of the latest revealed round that
 * covered it, so nobody else needs to know how rounds are kept. An expert whose card is not in that
 * round has no standing score there, whatever an earlier round says: one indicator is never settled
 * on scores of two rounds.
 */
export function standingsOf(
  setup: Setup,
  leaves: readonly Leaf[],
  rounds: readonly RevealedRound[],
): Record<string, Standing> {
  if (rounds.length === 0) return {};
  const cards = [...marksBySeat(setup, leaves, rounds).values()];
  const proposals = proposeAll(setup.rules.policy, leaves, cards);
  return Object.fromEntries(
    leaves.flatMap(({ id }): [string, Standing][] => {
      const round = latestOf(rounds, id);
      if (!round) return [];
      const seats = Object.keys(round.cards);
      const aggregate = aggregateOf(seats.map((seat) => round.cards[seat]![id]?.mark));
      return [[id, { round: round.number, seats, aggregate, proposal: proposals[id]! }]];
    }),
  );
}

/** The standing marks, a card for each expert with any, in seat order: what the policies work on. */
export function standingCards(state: BegunState): Record<SeatId, Record<string, Mark>> {
  return Object.fromEntries(marksBySeat(state.setup, state.leaves, state.rounds));
}

/** What a seat's standing card says of a leaf; undefined where it counts for nothing there. */
export function standingLine(state: BegunState, leaf: string, seat: SeatId): CardLine | undefined {
  if (!state.standings[leaf]?.seats.includes(seat)) return undefined;
  return latestOf(state.rounds, leaf)?.cards[seat]?.[leaf];
}

export function marksOf(content: CardContent): Record<string, Mark> {
  const marks: Record<string, Mark> = {};
  for (const [leaf, { mark }] of Object.entries(content)) if (mark) marks[leaf] = mark;
  return marks;
}

function marksBySeat(
  setup: Setup,
  leaves: readonly Leaf[],
  rounds: readonly RevealedRound[],
): Map<SeatId, Record<string, Mark>> {
  const cards = new Map<SeatId, Record<string, Mark>>();
  const included = new Set(rounds.flatMap((round) => Object.keys(round.cards)));
  for (const { seat } of setup.experts) if (included.has(seat)) cards.set(seat, {});
  for (const { id } of leaves) {
    const round = latestOf(rounds, id);
    for (const [seat, content] of Object.entries(round?.cards ?? {})) {
      const mark = content[id]?.mark;
      const card = cards.get(seat);
      if (mark && card) card[id] = mark;
    }
  }
  return cards;
}

function latestOf(rounds: readonly RevealedRound[], leaf: string): RevealedRound | undefined {
  return rounds.findLast(({ leaves }) => leaves.some(({ id }) => id === leaf));
}
