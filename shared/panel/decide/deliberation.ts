import { mustAgreeFirst } from '../../consensus/unanimity.ts';
import { MAX_REASON } from '../../scorecard/terms.ts';
import type { BasedDecision, Command } from '../commands.ts';
import { writtenSoFar } from '../analysis.ts';
import { takenNotes } from '../notes.ts';
import { audit } from '../audit.ts';
import { resultOf } from '../result.ts';
import type { Refusal } from '../refusals.ts';
import { chairSeat } from '../seats.ts';
import type { PanelState, RevealedState } from '../state.ts';
import { accept, refuse, type Asker, type Verdict } from './terms.ts';

type Of<T extends Command['type']> = Extract<Command, { type: T }>;

/** [DL1] The chair names the indicator that the room looks at. */
export function discuss(state: PanelState, command: Of<'discuss'>, asker: Asker): Verdict {
  if (asker.seat !== chairSeat(state.setup)) return refuse({ code: 'not-your-role' });
  if (state.phase !== 'revealed') return refuse({ code: 'wrong-phase' });
  if (!state.leaves.some((leaf) => leaf.id === command.leaf))
    return refuse({ code: 'unknown-indicator' });
  return state.sheet.discussing === command.leaf
    ? accept(null)
    : accept({ type: 'discussion-opened', leaf: command.leaf });
}

/** [DL2] The chair decides one or several indicators at once: all of them or none. */
export function decideIndicators(state: PanelState, command: Of<'decide'>, asker: Asker): Verdict {
  if (asker.seat !== chairSeat(state.setup)) return refuse({ code: 'not-your-role' });
  if (state.phase !== 'revealed') return refuse({ code: 'wrong-phase' });
  for (const decision of command.decisions) {
    const refusal = checkDecision(state, decision);
    if (refusal) return refuse(refusal);
  }
  return accept({
    type: 'indicators-decided',
    decisions: command.decisions.map(({ leaf, score, reason }) => ({
      ...{ leaf, score, reason: reason.trim() },
    })),
  });
}

/**
 * [DL3] within 0…maximum, exact hundredths; [DL4] a reason below the maximum; [DL5] under the
 * unanimous policy only what the experts agree on; [DL7] an objective indicator only once those who
 * scored it agree: by a further round, or without one who recuses. [DL8] A decision that says which
 * scores it answers is refused where they are others now, whatever came in between.
 */
function checkDecision(state: RevealedState, decision: BasedDecision): Refusal | null {
  const leaf = state.leaves.find(({ id }) => id === decision.leaf);
  if (!leaf) return { code: 'unknown-indicator' };
  const leaves = [leaf.id];
  if (!Number.isInteger(decision.score) || decision.score < 0 || decision.score > leaf.points)
    return { code: 'score-out-of-range', leaves };
  if (decision.reason.length > MAX_REASON) return { code: 'text-too-long' };
  if (decision.score < leaf.points && decision.reason.trim() === '')
    return { code: 'reason-missing', leaves };
  if (decision.base !== undefined && decision.base !== (state.editions[leaf.id] ?? 0))
    return { code: 'scores-moved', leaves };
  const standing = state.standings[leaf.id];
  if (mustAgreeFirst(leaf, standing?.aggregate.scores ?? []))
    return { code: 'experts-differ', leaves };
  const agreed = standing?.proposal.value;
  const scored = (standing?.aggregate.n ?? 0) > 0;
  if (state.setup.rules.policy === 'unanimous' && scored && agreed !== decision.score)
    return { code: 'experts-disagree', leaves };
  return null;
}

/**
 * [DL6] Conclusion needs every indicator decided, and no draft edited after its decision. [CY3] What
 * is concluded agrees with itself: points and scores add up at every level.
 */
export function conclude(state: PanelState, asker: Asker): Verdict {
  if (asker.seat !== chairSeat(state.setup)) return refuse({ code: 'not-your-role' });
  if (state.phase !== 'revealed') return refuse({ code: 'wrong-phase' });
  const ids = state.leaves.map((leaf) => leaf.id);
  const undecided = ids.filter((id) => !state.sheet.decisions[id]);
  if (undecided.length > 0) return refuse({ code: 'indicators-undecided', leaves: undecided });
  const drafted = ids.filter((id) => draftDiffers(state, id));
  if (drafted.length > 0) return refuse({ code: 'draft-undecided', leaves: drafted });
  const { levels, total, grade } = resultOf(state);
  const settled = { decisions: state.sheet.decisions, levels, total, grade };
  const wrong = audit(state.setup, settled, writtenSoFar(state.analysis));
  const errors = wrong.filter(({ severity }) => severity === 'error');
  if (errors.length > 0) {
    const leaves = errors.flatMap(({ indicator }) => indicator ?? []);
    return refuse({ code: 'result-differs', leaves });
  }
  return accept({
    type: 'concluded',
    total: total!,
    grade: grade!,
    notes: takenNotes(state.notes),
  });
}

/** Was this leaf's draft edited after its decision, and does it now say something else? */
export function draftDiffers(state: RevealedState, leaf: string): boolean {
  const decision = state.sheet.decisions[leaf];
  const draft = state.sheet.draft[leaf];
  if (!decision || !draft || (state.sheet.draftedAt[leaf] ?? 0) < decision.position) return false;
  const { mark } = draft;
  const score = mark && mark !== 'abstained' ? mark.score : decision.score;
  return score !== decision.score || draft.reason.trim() !== decision.reason;
}
