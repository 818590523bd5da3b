import type { Command } from '../commands.ts';
import type { Fact } from '../facts.ts';
import { seatsOf } from '../seats.ts';
import type { PanelState } from '../state.ts';
import { SHARED_SECTIONS } from '../terms.ts';
import { accept, refuse, type Asker, type Verdict } from './terms.ts';

type Of<T extends Command['type']> = Extract<Command, { type: T }>;

/**
 * [PR1] Only the secretary, only before the first round, only on top of what the writer saw.
 * [PR5] People, rules and links of a panel on an agenda are its sitting's: they change there.
 */
export function editSetup(state: PanelState, command: Of<'edit-setup'>, asker: Asker): Verdict {
  if (asker.seat !== 'secretary') return refuse({ code: 'not-your-role' });
  if (state.phase !== 'setup') return refuse({ code: 'wrong-phase' });
  if ((state.fences['setup'] ?? 0) !== command.base)
    return refuse({ code: 'setup-changed-meanwhile' });
  const { section, value } = command;
  if (state.sitting !== null && (SHARED_SECTIONS as readonly string[]).includes(section))
    return refuse({ code: 'set-in-sitting' });
  return accept({ type: 'setup-changed', section, value } as Fact);
}

/** [PR2] A voided link is out at once; the seat gets a new one. Not the secretary's own. */
export function voidLink(state: PanelState, command: Of<'void-link'>, asker: Asker): Verdict {
  if (asker.seat !== 'secretary') return refuse({ code: 'not-your-role' });
  if (state.sitting !== null) return refuse({ code: 'set-in-sitting' });
  if (!seatsOf(state.setup).includes(command.seat) || command.seat === 'secretary')
    return refuse({ code: 'unknown-seat' });
  return accept({ type: 'link-voided', seat: command.seat });
}

/** [PR3] The first arrival at a seat is an entry; later devices add none. */
export function join(state: PanelState, asker: Asker): Verdict {
  if (!seatsOf(state.setup).includes(asker.seat)) return refuse({ code: 'unknown-seat' });
  return state.joined.includes(asker.seat)
    ? accept(null)
    : accept({ type: 'seat-joined', seat: asker.seat });
}
