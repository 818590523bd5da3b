import type { CardContent, CardLine } from '../scorecard/terms.ts';
import { isRecused, leavesFor, seatsInRound } from './recusal.ts';
import { cardOf } from './seats.ts';
import type { BegunState, Card, KeyedIn } from './state.ts';
import type { CardId, SeatId } from './terms.ts';

/**
 * A card on paper that the secretary keys in (代录). It is a document of its own beside the expert's:
 * the secretary never sees what the expert had typed, and the expert can't change what was on paper.
 */
export function paperCardOf(seat: SeatId, round: number): CardId {
  return `${cardOf(seat, round)}.paper`;
}

/** The paper card that stands in for the expert's own; null where there is none. */
export function keyedIn(card: Card | undefined): KeyedIn | null {
  return card?.keyedIn && card.keyedIn.status !== 'dropped' ? card.keyedIn : null;
}

/** What counts of a card, once it is handed in. */
export function contentOf(card: Card): CardContent {
  return keyedIn(card)?.content ?? card.content;
}

/** Handed in by the expert; a paper card only once a second person has confirmed it. [PC1] */
export function isHandedIn(card: Card | undefined): boolean {
  const paper = keyedIn(card);
  return paper ? paper.status === 'confirmed' : card?.status === 'submitted';
}

/** Has this seat seen somebody's scores of the round that is scored, to compare them? [PC4] */
export function hasCompared(state: BegunState, seat: SeatId): boolean {
  return Object.values(state.round.cards).some((card) => card.keyedIn?.shownTo.includes(seat));
}

/** Does this seat still have scores of its own to give in the round? */
export function isScoring(state: BegunState, seat: SeatId): boolean {
  return seatsInRound(state).includes(seat) && !isHandedIn(state.round.cards[seat]);
}

/** The cards that a reveal now would show, in seat order; nothing that its expert is recused from. */
export function handedInCards(state: BegunState): Record<SeatId, CardContent> {
  const { cards } = state.round;
  const seats = seatsInRound(state).filter((seat) => isHandedIn(cards[seat]));
  return Object.fromEntries(
    seats.map((seat) => {
      const content = contentOf(cards[seat]!);
      const lines = leavesFor(state, seat).flatMap(({ id }) => {
        const line = content[id];
        return line ? [[id, line] as const] : [];
      });
      return [seat, Object.fromEntries(lines)];
    }),
  );
}

/** What a seat's card says of a leaf so far, handed in or not; nothing where it is recused. */
export function lineSoFar(state: BegunState, seat: SeatId, leaf: string): CardLine | undefined {
  const card = state.round.cards[seat];
  return card && !isRecused(state, seat, leaf) ? contentOf(card)[leaf] : undefined;
}
