import type { Leaf } from '../framework/terms.ts';
import { signingSeats } from './seats.ts';
import type { BegunState, Lift, PanelState, Recusal } from './state.ts';
import type { SeatId } from './terms.ts';

interface Recused {
  recusals: readonly Recusal[];
}

/** Is this seat recused from the leaf; without a leaf: from the whole project? */
export function isRecused({ recusals }: Recused, seat: SeatId, leaf?: string): boolean {
  return recusals.some(
    (recusal) =>
      recusal.lifted === null &&
      recusal.seat === seat &&
      (recusal.leaves === null || (leaf !== undefined && recusal.leaves.includes(leaf))),
  );
}

/** The recusals once one of them, numbered from 1, is lifted. */
export function lifting(recusals: readonly Recusal[], number: number, lifted: Lift): Recusal[] {
  return recusals.map((recusal, at) => (at + 1 === number ? { ...recusal, lifted } : recusal));
}

/** What the seat scores in the round, in printing order. */
export function leavesFor(state: BegunState, seat: SeatId): Leaf[] {
  return state.round.leaves.filter(({ id }) => !isRecused(state, seat, id));
}

/** Who takes part in the round, in seat order: everybody with something to score in it. [RE2] */
export function seatsInRound(state: BegunState): SeatId[] {
  return Object.keys(state.round.cards).filter((seat) => leavesFor(state, seat).length > 0);
}

/** Who signs: an expert recused from the whole project does not. [RE3] */
export function signersOf(state: PanelState): SeatId[] {
  return signingSeats(state.setup).filter((seat) => !isRecused(state, seat));
}
