import type { Command } from '../commands.ts';
import { chairSeat } from '../seats.ts';
import { isConcluded, type PanelState } from '../state.ts';
import { MAX_DISSENT } from '../terms.ts';
import { accept, refuse, type Asker, type Verdict } from './terms.ts';

type Of<T extends Command['type']> = Extract<Command, { type: T }>;

const REOPENING: ReadonlySet<Command['type']> = new Set([
  'request-reopening',
  'decline-reopening',
  'approve-reopening',
]);

/** The only commands that anything comes of after the seal. [PH1] */
export const isReopening = ({ type }: Command): boolean => REOPENING.has(type);

/** [RP1] Secretary or chair ask to reopen a concluded or sealed panel, with a reason, once at a time. */
export function requestReopening(
  state: PanelState,
  { reason }: Of<'request-reopening'>,
  asker: Asker,
): Verdict {
  if (!mayReopen(state, asker)) return refuse({ code: 'not-your-role' });
  if (!isConcluded(state)) return refuse({ code: 'wrong-phase' });
  if (state.reopening) return refuse({ code: 'reopening-pending' });
  if (reason.trim() === '') return refuse({ code: 'reopening-unreasoned' });
  if (reason.length > MAX_DISSENT) return refuse({ code: 'text-too-long' });
  return accept({ type: 'reopening-requested', reason: reason.trim() });
}

/** [RP2] The other of the two declines; who asked may also withdraw. */
export function declineReopening(state: PanelState, asker: Asker): Verdict {
  if (!mayReopen(state, asker)) return refuse({ code: 'not-your-role' });
  if (!isConcluded(state) || !state.reopening) return refuse({ code: 'no-reopening' });
  return accept({ type: 'reopening-declined' });
}

/** [RP3] Only the other of the two approves. What was concluded is named in the fact, and kept. */
export function approveReopening(state: PanelState, asker: Asker): Verdict {
  if (!mayReopen(state, asker)) return refuse({ code: 'not-your-role' });
  if (!isConcluded(state) || !state.reopening) return refuse({ code: 'no-reopening' });
  if (state.reopening.by === asker.seat) return refuse({ code: 'second-person-needed' });
  return accept({
    type: 'reopened',
    number: state.earlier.length + 1,
    total: state.outcome.total,
    grade: state.outcome.grade,
    head: state.phase === 'sealed' ? asker.head : null,
  });
}

const mayReopen = ({ setup }: PanelState, { seat }: Asker): boolean =>
  seat === 'secretary' || seat === chairSeat(setup);
