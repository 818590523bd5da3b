import type { CardId, People, Role, SeatId } from './terms.ts';
import { NOTES, SHEET } from './terms.ts';

/** Every seat of a panel, in the order in which invitations are printed. */
export function seatsOf(setup: People): SeatId[] {
  return [
    'secretary',
    'projection',
    ...(setup.chair.kind === 'separate' ? ['chair'] : []),
    ...setup.experts.map((expert) => expert.seat),
  ];
}

export function expertSeats(setup: People): SeatId[] {
  return setup.experts.map((expert) => expert.seat);
}

/** Seats that sign the consensus sheet: all experts, and a chair who doesn't score. */
export function signingSeats(setup: People): SeatId[] {
  return [...expertSeats(setup), ...(setup.chair.kind === 'separate' ? ['chair'] : [])];
}

/** The seat with the chair's authority. */
export function chairSeat(setup: People): SeatId {
  return setup.chair.kind === 'expert' ? setup.chair.seat : 'chair';
}

/** The role of a seat, or undefined where the panel has no such seat. A chair who scores is `chair`. */
export function roleOf(setup: People, seat: SeatId): Role | undefined {
  if (seat === 'secretary' || seat === 'projection') return seat;
  if (seat === chairSeat(setup) && seatsOf(setup).includes(seat)) return 'chair';
  return expertSeats(setup).includes(seat) ? 'expert' : undefined;
}

/** The name of the person on a seat; '' for seats without one. */
export function nameOf(setup: People, seat: SeatId): string {
  if (seat === 'chair' && setup.chair.kind === 'separate') return setup.chair.name;
  return setup.experts.find((expert) => expert.seat === seat)?.name ?? '';
}

/**
 * The issue of a seat's link now in force: it rises when the link is voided and when the person
 * leaves the seat. Links, codes and cookies of another issue open nothing. [PR2]
 */
export function linkIssue(
  state: { fences: Record<string, number>; departures: Record<SeatId, number> },
  seat: SeatId,
): number {
  return (state.fences[`link:${seat}`] ?? 0) + (state.departures[seat] ?? 0);
}

export function cardOf(seat: SeatId, round: number): CardId {
  return `${seat}.r${round}`;
}

/** Splits a scorecard's id; undefined for the common cards and for anything else. */
export function parseCard(card: CardId): ScorecardName | undefined {
  const match = /^(e[1-9]\d?)\.r([1-9]\d?)(\.paper)?$/.exec(card);
  if (!match) return undefined;
  return { seat: match[1]!, round: Number(match[2]), paper: match[3] !== undefined };
}

export interface ScorecardName {
  seat: SeatId;
  round: number;
  /** Keyed in from paper: the secretary's document. */
  paper: boolean;
}

/** A card that isn't one expert's: whoever opens it has to say from which seat. */
export function isCommonCard(card: CardId): boolean {
  return card === SHEET || card === NOTES;
}

/** The seat that a card's id names as its author; undefined where whoever opens it has to say. */
export function authorIn(card: CardId): SeatId | undefined {
  const name = parseCard(card);
  return name && (name.paper ? 'secretary' : name.seat);
}

/** May this seat ever write to this card? The phase is another question, see `mayEdit`. */
export function isAuthor(setup: People, seat: SeatId, card: CardId): boolean {
  if (card === SHEET) return seat === 'secretary' || seat === chairSeat(setup);
  if (card === NOTES) return seat === 'secretary';
  const name = parseCard(card);
  if (!name || !expertSeats(setup).includes(name.seat)) return false;
  return seat === (name.paper ? 'secretary' : name.seat);
}
