import type { Command } from '../commands.ts';
import { hasCompared, isScoring, keyedIn, paperCardOf } from '../paper-card.ts';
import { isRecused, seatsInRound } from '../recusal.ts';
import { chairSeat } from '../seats.ts';
import type { PanelState } from '../state.ts';
import type { SeatId } from '../terms.ts';
import { accept, refuse, type Asker, type Verdict } from './terms.ts';

type Of<T extends Command['type']> = Extract<Command, { type: T }>;

/** [PC2] The secretary begins to key in a paper card, where the expert has not handed in. */
export function keyIn(state: PanelState, { seat }: Of<'key-in'>, asker: Asker): Verdict {
  if (asker.seat !== 'secretary') return refuse({ code: 'not-your-role' });
  if (state.phase !== 'scoring') return refuse({ code: 'wrong-phase' });
  if (isRecused(state, seat)) return refuse({ code: 'recused' });
  if (!seatsInRound(state).includes(seat)) return refuse({ code: 'unknown-seat' });
  const card = state.round.cards[seat];
  if (keyedIn(card)) return accept(null);
  if (card?.status === 'submitted') return refuse({ code: 'already-submitted' });
  return accept({ type: 'paper-card-opened', card: paperCardOf(seat, state.round.number), seat });
}

/** [PC3] Until the reveal the secretary, or the expert, gives the card back to the expert's hand. */
export function stopKeyIn(state: PanelState, { seat }: Of<'stop-key-in'>, asker: Asker): Verdict {
  if (asker.seat !== 'secretary' && asker.seat !== seat) return refuse({ code: 'not-your-role' });
  if (state.phase !== 'scoring') return refuse({ code: 'wrong-phase' });
  if (!keyedIn(state.round.cards[seat])) return accept(null);
  if (hasCompared(state, seat)) return refuse({ code: 'has-compared' });
  return accept({ type: 'paper-card-dropped', card: paperCardOf(seat, state.round.number), seat });
}

/**
 * [PC4] The chair is shown a paper card to compare it with the paper: only one who has no scores to
 * give any more, and from then on can't take the own ones back. So nobody scores knowing a score.
 */
export function compareCard(
  state: PanelState,
  { seat }: Of<'compare-card'>,
  asker: Asker,
): Verdict {
  if (asker.seat !== chairSeat(state.setup) || asker.seat === seat)
    return refuse({ code: 'not-your-role' });
  const waiting = waitingCard(state, seat);
  if ('refusal' in waiting) return waiting;
  if (isScoring(waiting.state, asker.seat)) return refuse({ code: 'hand-in-first' });
  if (waiting.paper.shownTo.includes(asker.seat)) return accept(null);
  const card = paperCardOf(seat, waiting.state.round.number);
  return accept({ type: 'paper-card-shown', card, seat, to: asker.seat });
}

/**
 * [PC5] A second person confirms that the card says what the paper says: the expert, or a chair who
 * was shown it. `base` is the hand-in that was compared; a later one has to be compared again.
 */
export function confirmCard(
  state: PanelState,
  { seat, base }: Of<'confirm-card'>,
  asker: Asker,
): Verdict {
  const chair = asker.seat === chairSeat(state.setup);
  if (!chair && asker.seat !== seat) return refuse({ code: 'not-your-role' });
  const waiting = waitingCard(state, seat);
  if ('refusal' in waiting) return waiting;
  const { paper } = waiting;
  if (asker.seat !== seat && !paper.shownTo.includes(asker.seat))
    return refuse({ code: 'not-compared' });
  if (paper.handedInAt !== base) return refuse({ code: 'not-compared' });
  if (paper.status === 'confirmed') return accept(null);
  const card = paperCardOf(seat, waiting.state.round.number);
  return accept({ type: 'paper-card-confirmed', card, seat });
}

/** A paper card that the secretary has handed in, in the round that is scored. */
function waitingCard(state: PanelState, seat: SeatId) {
  if (state.phase !== 'scoring') return refuse({ code: 'wrong-phase' }) as Refused;
  const paper = keyedIn(state.round.cards[seat]);
  if (!paper || paper.status === 'open') return refuse({ code: 'not-submitted' }) as Refused;
  return { state, paper };
}

type Refused = Extract<Verdict, { refusal: unknown }>;
