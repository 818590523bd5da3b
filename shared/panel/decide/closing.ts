import type { Command } from '../commands.ts';
import { isRecused, signersOf } from '../recusal.ts';
import { chairSeat } from '../seats.ts';
import type { PanelState } from '../state.ts';
import { MAX_DISSENT } from '../terms.ts';
import { accept, refuse, type Asker, type Verdict } from './terms.ts';

type Of<T extends Command['type']> = Extract<Command, { type: T }>;

/**
 * [CL1] Each expert who is not recused (and a chair who doesn't score) signs a result once, by hand
 * or by confirming, with or without a dissent.
 */
export function sign(state: PanelState, command: Of<'sign'>, asker: Asker): Verdict {
  if (!signersOf(state).includes(asker.seat))
    return refuse({ code: isRecused(state, asker.seat) ? 'recused' : 'not-your-role' });
  if (state.phase !== 'concluded') return refuse({ code: 'wrong-phase' });
  if (state.signatures.some(({ seat }) => seat === asker.seat))
    return refuse({ code: 'already-signed' });
  if (command.dissent.length > MAX_DISSENT) return refuse({ code: 'text-too-long' });
  const { dissent, ink } = command;
  const fact = { type: 'signed', seat: asker.seat, dissent: dissent.trim() } as const;
  return accept(ink ? { ...fact, ink } : fact);
}

/** [CL2] The chair seals when all have signed, or names whose signature is missing. */
export function seal(state: PanelState, command: Of<'seal'>, asker: Asker): Verdict {
  if (asker.seat !== chairSeat(state.setup)) return refuse({ code: 'not-your-role' });
  if (state.phase !== 'concluded') return refuse({ code: 'wrong-phase' });
  const signed = new Set(state.signatures.map(({ seat }) => seat));
  const unsigned = signersOf(state).filter((seat) => !signed.has(seat));
  if (unsigned.some((seat) => !command.without.includes(seat)))
    return refuse({ code: 'not-all-signed', seats: unsigned });
  const { total, grade } = state.outcome;
  return accept({ type: 'sealed', without: unsigned, total, grade });
}
