import type { Points } from '../framework/points.ts';
import type { DecidedIndicator, Outcome, Seal, Signature } from './state.ts';
import type { SeatId } from './terms.ts';

/** A wish to reopen that the second person has not answered yet. */
export interface Reopening {
  by: SeatId;
  at: string;
  reason: string;
}

/** A result that was reopened: kept as it was concluded, signed and, where it was, sealed. */
export interface EarlierResult {
  /** 1, 2, 3 … in this panel. */
  number: number;
  total: Points;
  grade: string;
  concludedAt: string;
  decisions: Record<string, DecidedIndicator>;
  signatures: Signature[];
  /** null where it was reopened before anybody sealed it. `head`: see the fact `reopened`. */
  seal: (Seal & { head: string }) | null;
  reopened: Reopening & { approvedBy: SeatId; approvedAt: string };
}

/** What a result consists of while it holds. */
interface Concluded {
  outcome: Outcome;
  decisions: EarlierResult['decisions'];
  signatures: Signature[];
  seal: Seal | null;
}

/** A result as it is put away. `head` only of a sealed one. */
export function earlierResult(
  { outcome, decisions, signatures, seal }: Concluded,
  asked: Reopening,
  approval: { by: SeatId; at: string; head: string | null },
): Omit<EarlierResult, 'number'> {
  return {
    total: outcome.total,
    grade: outcome.grade,
    concludedAt: outcome.at,
    decisions,
    signatures,
    seal: seal && { ...seal, head: approval.head ?? '' },
    reopened: { ...asked, approvedBy: approval.by, approvedAt: approval.at },
  };
}
