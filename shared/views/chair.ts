import type { PanelState } from '../panel/state.ts';
import type { SeatId } from '../panel/terms.ts';
import { ownCard } from './expert.ts';
import { commonOf, consoleSpreads, discussingOf, finishedOf, signaturesOf } from './parts.ts';
import { reopeningsOf } from './reopenings.ts';
import { stageOf } from './stage.ts';
import { analysisView } from './analysis.ts';
import { attendanceOf } from './attendance.ts';
import { comparingOf } from './keyed-in.ts';
import { movementsView } from './movements.ts';
import { lastScores } from './last-round.ts';
import type { ChairView } from './terms.ts';

/** The chair: who has finished before the reveal, scores by name after it; the own card if any. */
export function chairView(state: PanelState, seat: SeatId, head: string): ChairView {
  return {
    role: 'chair',
    ...commonOf(state, seat, head),
    ...reopeningsOf(state),
    own: ownCard(state, seat),
    attendance: attendanceOf(state),
    comparing: comparingOf(state, seat),
    movements: movementsView(state, true),
    last: lastScores(state, seat),
    finished: finishedOf(state),
    spreads: consoleSpreads(state),
    discussing: discussingOf(state),
    stage: stageOf(state),
    signatures: signaturesOf(state),
    notes: { ...state.notes },
    analysis: analysisView(state),
  };
}
