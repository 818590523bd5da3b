import { formatPoints, type Points } from '../../shared/framework/points.ts';
import type { CardLine } from '../../shared/scorecard/terms.ts';
import type { Item, Settled } from './queue.ts';

/** What the fields of an indicator show. */
export interface Proposal {
  score: Points | null;
  reason: string;
}

/**
 * The fields show what was decided, until somebody edits the sheet: then the draft, and where the
 * draft says nothing the decision or the policy's value. `typedHere`: this device has typed over
 * the decision, which the server's view will say a moment later.
 */
export function proposalOf(
  { spread, decision }: Item,
  draft: CardLine | undefined,
  typedHere: boolean,
): Proposal {
  if (decision && !spread.draftDiffers && !typedHere) return decision;
  const mark = draft?.mark;
  return {
    score: mark && mark !== 'abstained' ? mark.score : (decision?.score ?? spread.value),
    reason: draft?.reason ?? decision?.reason ?? '',
  };
}

/** Does the decision stand as the fields show it? */
export function isSettled(decision: Settled | null, proposal: Proposal | null): boolean {
  if (!decision || !proposal) return false;
  return decision.score === proposal.score && decision.reason.trim() === proposal.reason.trim();
}

/** What keeps the fields from being decided: [DL3] no score in 0…maximum, [DL4] no reason below it. */
export function lackingIn(proposal: Proposal | null, points: Points): 'score' | 'reason' | null {
  const score = proposal?.score ?? null;
  if (score === null || score > points) return 'score';
  return score < points && proposal?.reason.trim() === '' ? 'reason' : null;
}

/** A decision as one text, to notice that it is another one. */
export function textOf(decision: Settled | null): string {
  return decision ? `${formatPoints(decision.score)} ${decision.reason}` : '';
}
