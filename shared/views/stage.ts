import { resultOf } from '../panel/result.ts';
import type { PanelState } from '../panel/state.ts';
import type { StageView } from './terms.ts';

/** [VW4] What the projection shows now: every screen, and every preview of it, shows the same. */
export function stageOf(state: PanelState): StageView {
  const { led, blank } = state.stage;
  if (led) return { mode: 'led', ...led, blank };
  return { mode: 'follow', ...followed(state), step: 0, blank };
}

/** The slide of a meeting that nobody leads: where the phase and the last act leave it. */
function followed(state: PanelState): Pick<StageView, 'slide' | 'leaf'> {
  switch (state.phase) {
    case 'setup':
      return { slide: 'welcome', leaf: null };
    case 'scoring':
      return { slide: 'scoring', leaf: null };
    case 'concluded':
      return { slide: 'signatures', leaf: null };
    case 'sealed':
      return { slide: 'sealed', leaf: null };
    case 'revealed':
      return deliberated(state);
  }
}

function deliberated(state: PanelState & { phase: 'revealed' }): Pick<StageView, 'slide' | 'leaf'> {
  const { act, decided } = state.stage;
  const { discussing } = state.sheet;
  if (act === 'discussion' && discussing !== null) return { slide: 'discussion', leaf: discussing };
  if (resultOf(state).grade !== null) return { slide: 'grade', leaf: decided };
  return act === 'none' ? { slide: 'overview', leaf: null } : { slide: 'decisions', leaf: decided };
}
