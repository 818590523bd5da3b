import type { Command } from '../commands.ts';
import { isRecused } from '../recusal.ts';
import { chairSeat, expertSeats } from '../seats.ts';
import type { PanelState } from '../state.ts';
import { MAX_DISSENT } from '../terms.ts';
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
