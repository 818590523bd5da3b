import type { PanelState } from '../panel/state.ts';
import type { SeatId } from '../panel/terms.ts';
import { commonOf, consoleSpreads, discussingOf, finishedOf, signaturesOf } from './parts.ts';
import { reopeningsOf } from './reopenings.ts';
import { stageOf } from './stage.ts';
import { analysisView } from './analysis.ts';
import { attendanceOf } from './attendance.ts';
import { movementsView } from './movements.ts';
import type { SecretaryView } from './terms.ts';

/** The secretary: who has finished before the reveal, scores by name after it. */
export function secretaryView(state: PanelState, seat: SeatId, head: string): SecretaryView {
  return {
    role: 'secretary',
    ...commonOf(state, seat, head),
    attendance: attendanceOf(state),
    movements: movementsView(state, true),
    ...reopeningsOf(state),
    finished: finishedOf(state),
    spreads: consoleSpreads(state),
    discussing: discussingOf(state),
    stage: stageOf(state),
    signatures: signaturesOf(state),
    notes: { ...state.notes },
    analysis: analysisView(state),
  };
}
