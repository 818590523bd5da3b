import { aggregateOf } from '../consensus/aggregate.ts';
import type { Marks } from '../consensus/cards.ts';
import { proposeAll } from '../consensus/policies.ts';
import type { Mark } from '../consensus/terms.ts';
import type { CardLine } from '../scorecard/terms.ts';
import { isRecused } from './recusal.ts';
import type { BegunState, RevealedRound, Standing } from './state.ts';
import type { SeatId } from './terms.ts';

/**
 * Which scores hold. [RO3] An indicator's standing scores are those of the latest revealed round that
 * covered it, so nobody else needs to know how rounds are kept. An expert whose card is not in that
 * round has no standing score there, whatever an earlier round says: one indicator is never settled
 * on scores of two rounds.
 */
export function standingsOf(deliberated: Deliberated): Record<string, Standing> {
  const { setup, leaves, rounds } = deliberated;
  if (rounds.length === 0) return {};
  const cards = Object.values(standingCards(deliberated));
  const proposals = proposeAll(setup.rules.policy, leaves, cards);
  return Object.fromEntries(
    leaves.flatMap(({ id }): [string, Standing][] => {
      const round = latestOf(rounds, id);
      if (!round) return [];
      // Who was recused at the reveal has no line there, also where that is lifted afterwards.
      const seats = Object.keys(round.cards).filter(
        (seat) => round.cards[seat]![id] !== undefined && !isRecused(deliberated, seat, id),
      );
      const aggregate = aggregateOf(seats.map((seat) => round.cards[seat]![id]?.mark));
      return [[id, { round: round.number, seats, aggregate, proposal: proposals[id]! }]];
    }),
  );
}

/** What the standings follow from. */
export type Deliberated = Pick<BegunState, 'setup' | 'leaves' | 'rounds' | 'recusals'>;

/** The standing marks, a card for each expert with any, in seat order: what the policies work on. */
export function standingCards(deliberated: Deliberated): Record<SeatId, Marks> {
  const { setup, leaves, rounds } = deliberated;
  const cards: Record<SeatId, Record<string, Mark>> = {};
  for (const { seat } of setup.experts) {
    const given = leaves.flatMap(({ id }) => {
      const mark = latestOf(rounds, id)?.cards[seat]?.[id]?.mark;
      return mark && !isRecused(deliberated, seat, id) ? [[id, mark] as const] : [];
    });
    if (given.length > 0) cards[seat] = Object.fromEntries(given);
  }
  return cards;
}

/** What a seat's standing card says of a leaf; undefined where it counts for nothing there. */
export function standingLine(state: BegunState, leaf: string, seat: SeatId): CardLine | undefined {
  if (!state.standings[leaf]?.seats.includes(seat)) return undefined;
  return latestOf(state.rounds, leaf)?.cards[seat]?.[leaf];
}

function latestOf(rounds: readonly RevealedRound[], leaf: string): RevealedRound | undefined {
  return rounds.findLast(({ leaves }) => leaves.some(({ id }) => id === leaf));
}
