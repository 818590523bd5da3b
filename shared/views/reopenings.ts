import type { EarlierResult, Reopening } from '../panel/reopening.ts';
import { isRecused } from '../panel/recusal.ts';
import { nameOf, signingSeats } from '../panel/seats.ts';
import { isConcluded, type PanelState } from '../panel/state.ts';
import type { Setup } from '../panel/terms.ts';
import { sealView, signatureViews } from './parts.ts';
import type { EarlierView, Reopenings, ReopeningView } from './outcome-terms.ts';

/** The wish to reopen, and what was reopened before: for people, by name. [VW5] */
export function reopeningsOf(state: PanelState): Reopenings {
  const asked = isConcluded(state) ? state.reopening : null;
  return {
    reopening: asked && askedFor(state.setup, asked),
    earlier: state.earlier.map((result) => earlierView(state, result)),
  };
}

const askedFor = (setup: Setup, { by, at, reason }: Reopening): ReopeningView => ({
  ...{ by, name: nameOf(setup, by), at, reason },
});

function earlierView(state: PanelState, result: EarlierResult): EarlierView {
  const { number, total, grade, concludedAt, decisions, seal, reopened } = result;
  const { setup } = state;
  // Who was recused after having signed it did sign this one.
  const signers = signingSeats(setup).filter(
    (seat) => !isRecused(state, seat) || result.signatures.some((each) => each.seat === seat),
  );
  const leaves = state.phase === 'setup' ? [] : state.leaves;
  return {
    ...{ number, total, grade, concludedAt },
    sheet: leaves.flatMap(({ id }) => {
      const decision = decisions[id];
      return decision ? [{ leaf: id, score: decision.score, reason: decision.reason }] : [];
    }),
    signatures: signatureViews(state, signers, result.signatures),
    seal: seal && sealView(state, seal, seal.head),
    reopened: {
      ...askedFor(setup, reopened),
      approvedBy: reopened.approvedBy,
      approverName: nameOf(setup, reopened.approvedBy),
      approvedAt: reopened.approvedAt,
    },
  };
}
