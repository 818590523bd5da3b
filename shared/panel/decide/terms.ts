import type { Fact } from '../facts.ts';
import type { Refusal } from '../refusals.ts';
import type { SeatId } from '../terms.ts';

/** The fact to append, null where the wish is already true, or a refusal. One command, one entry. */
export type Verdict = { fact: Fact | null } | { refusal: Refusal };

/** Who asks (the seat the socket belongs to, never a field of the command). */
export interface Asker {
  seat: SeatId;
  /** Hex hash of the log as it was sealed, or of its last entry where it isn't. */
  head: string;
}

export const refuse = (refusal: Refusal): Verdict => ({ refusal });
export const accept = (fact: Fact | null): Verdict => ({ fact });
