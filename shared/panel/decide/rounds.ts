import { checkSetup } from '../check-setup.ts';
import type { Command } from '../commands.ts';
import { chairSeat } from '../seats.ts';
import type { PanelState, RevealedState } from '../state.ts';
import { MAX_ROUNDS } from '../terms.ts';
import { accept, refuse, type Asker, type Verdict } from './terms.ts';

type OpenRound = Extract<Command, { type: 'open-round' }>;

/**
 * [PR4] The first round opens when the setup has no error; from then on it is frozen. A further one
 * names its leaves and the first names none, so that an old wish can't open the wrong one.
 */
export function openRound(state: PanelState, command: OpenRound, asker: Asker): Verdict {
  const { leaves } = command;
  const chair = asker.seat === chairSeat(state.setup);
  if (leaves === undefined) {
    if (asker.seat !== 'secretary' && !chair) return refuse({ code: 'not-your-role' });
    if (state.phase !== 'setup') return refuse({ code: 'wrong-phase' });
    if (checkSetup(state.setup).some((finding) => finding.severity === 'error'))
      return refuse({ code: 'setup-incomplete' });
    return accept({ type: 'round-opened', round: 1 });
  }
  if (!chair) return refuse({ code: 'not-your-role' });
  return state.phase === 'revealed' ? openFurther(state, leaves) : refuse({ code: 'wrong-phase' });
}

/** [RO1] The chair opens a further round on some or all indicators, between reveal and conclusion. */
function openFurther(state: RevealedState, leaves: readonly string[]): Verdict {
  const known = new Set(state.leaves.map(({ id }) => id));
  if (leaves.length === 0 || leaves.some((leaf) => !known.has(leaf)))
    return refuse({ code: 'unknown-indicator' });
  if (state.round.number >= MAX_ROUNDS) return refuse({ code: 'too-many-rounds' });
  const scored = state.leaves.map(({ id }) => id).filter((id) => leaves.includes(id));
  return accept({ type: 'round-opened', round: state.round.number + 1, leaves: scored });
}
