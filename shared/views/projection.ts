import { projectionRules } from '../panel/setup.ts';
import type { PanelState } from '../panel/state.ts';
import type { SeatId } from '../panel/terms.ts';
import { anonymousReasons, commonOf, discussingOf, spreadsOf } from './parts.ts';
import { stageOf } from './stage.ts';
import { movementsView } from './movements.ts';
import type { ProjectionView } from './terms.ts';

/** The screen on the wall: counts, and after the reveal sorted values. No names, ever. */
export function projectionView(state: PanelState, seat: SeatId, head: string): ProjectionView {
  const { reasons } = projectionRules(state.setup.rules);
  return {
    role: 'projection',
    ...commonOf(state, seat, head),
    spreads:
      spreadsOf(state)?.map((spread) => ({
        ...spread,
        reasons: reasons ? anonymousReasons(state, spread.leaf) : [],
      })) ?? null,
    movements: movementsView(state, false),
    discussing: discussingOf(state),
    stage: stageOf(state),
  };
}
