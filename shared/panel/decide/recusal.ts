import type { Command } from '../commands.ts';
import { contentOf, hasCompared, isScoring, keyedIn, paperCardOf } from '../paper-card.ts';
import { isRecused, lifting } from '../recusal.ts';
import { cardOf, chairSeat, expertSeats } from '../seats.ts';
import type { PanelState } from '../state.ts';
import { type CardId, MAX_DISSENT, type SeatId } from '../terms.ts';
import { incomplete } from './scoring.ts';
import { accept, refuse, type Asker, type Verdict } from './terms.ts';

/**
 * [RE1] Chair or secretary record a recusal, from the whole project or from indicators, with its
 * reason, while the panel scores or deliberates. The chair's authority can't be recused: who chairs
 * is settled with the setup.
 */
export function recuse(
  state: PanelState,
  { seat, leaves, reason }: Extract<Command, { type: 'recuse' }>,
  asker: Asker,
): Verdict {
  if (asker.seat !== 'secretary' && asker.seat !== chairSeat(state.setup))
    return refuse({ code: 'not-your-role' });
  if (state.phase !== 'scoring' && state.phase !== 'revealed')
    return refuse({ code: 'wrong-phase' });
  if (!expertSeats(state.setup).includes(seat)) return refuse({ code: 'unknown-seat' });
  if (reason.trim() === '') return refuse({ code: 'recusal-without-reason' });
  if (reason.length > MAX_DISSENT) return refuse({ code: 'text-too-long' });
  const recorded = { type: 'expert-recused', seat, reason: reason.trim() } as const;
  if (leaves === null) {
    if (isRecused(state, seat)) return accept(null);
    if (seat === chairSeat(state.setup)) return refuse({ code: 'chair-recused' });
    const others = expertSeats(state.setup).filter((other) => other !== seat);
    if (others.every((other) => isRecused(state, other))) return refuse({ code: 'nobody-left' });
    return accept({ ...recorded, leaves: null });
  }
  const known = state.leaves.map(({ id }) => id);
  if (leaves.length === 0 || leaves.some((leaf) => !known.includes(leaf)))
    return refuse({ code: 'unknown-indicator' });
  const more = known.filter((leaf) => leaves.includes(leaf) && !isRecused(state, seat, leaf));
  return accept(more.length === 0 ? null : { ...recorded, leaves: more });
}

/**
 * [RE6] The same two lift a recusal that was recorded by mistake, with a reason; both stay on record.
 * A card that was handed in without what it has to score now is opened again, but nobody comes to
 * score who has seen somebody's scores meanwhile ([PC4]).
 */
export function liftRecusal(
  state: PanelState,
  { recusal: number, reason }: Extract<Command, { type: 'lift-recusal' }>,
  asker: Asker,
): Verdict {
  if (asker.seat !== 'secretary' && asker.seat !== chairSeat(state.setup))
    return refuse({ code: 'not-your-role' });
  if (state.phase !== 'scoring' && state.phase !== 'revealed')
    return refuse({ code: 'wrong-phase' });
  const recusal = state.recusals[number - 1];
  if (!recusal) return refuse({ code: 'unknown-recusal' });
  if (recusal.lifted) return accept(null);
  if (reason.trim() === '') return refuse({ code: 'lift-without-reason' });
  if (reason.length > MAX_DISSENT) return refuse({ code: 'text-too-long' });
  const { seat, leaves } = recusal;
  const lift = { reason: reason.trim(), at: '', by: asker.seat };
  const after = { ...state, recusals: lifting(state.recusals, number, lift) };
  const cards = noLongerWhole(after, seat);
  const scores = cards.length > 0 || (after.phase === 'scoring' && isScoring(after, seat));
  if (scores && hasCompared(state, seat)) return refuse({ code: 'has-compared' });
  const { reason: words } = lift;
  return accept({ type: 'recusal-lifted', recusal: number, seat, leaves, reason: words, cards });
}

/** The card of the seat that was handed in, where something is missing on it now. */
function noLongerWhole(state: PanelState, seat: SeatId): CardId[] {
  if (state.phase !== 'scoring') return [];
  const card = state.round.cards[seat];
  const paper = keyedIn(card);
  if (!card || (paper ?? card).status === 'open') return [];
  if (incomplete(state, seat, contentOf(card)) === null) return [];
  const { number } = state.round;
  return [paper ? paperCardOf(seat, number) : cardOf(seat, number)];
}
