import { dispersion } from '../consensus/dispersion.ts';
import { leavesOf } from '../framework/tree.ts';
import type { PanelState } from '../panel/state.ts';
import type { SeatId } from '../panel/terms.ts';
import { namedScores } from './parts.ts';
import type { Apart } from './score-terms.ts';

/**
 * [VW4] Whether this seat's own score is an outlier, for its expert to see. It follows from the own
 * score and the values that the reader is shown anyway, so it tells nothing about anybody else.
 */
export function apartOf(state: PanelState, seat: SeatId, leafId: string): Apart | null {
  if (state.phase === 'setup') return null;
  const leaf = leavesOf(state.setup.framework).find(({ id }) => id === leafId);
  const scored = namedScores(state, leafId).flatMap(({ seat: whose, score }) =>
    typeof score === 'number' ? [{ whose, score }] : [],
  );
  const at = scored.findIndex(({ whose }) => whose === seat);
  if (!leaf || at < 0) return null;
  const scores = scored.map(({ score }) => score);
  const own = dispersion(scores, leaf).gaps[at];
  return own?.outlier ? { gap: own.percent ?? 0, above: own.above } : null;
}
