import { leavesOf } from '../../framework/tree.ts';
import type { Command } from '../commands.ts';
import type { Refusal } from '../refusals.ts';
import { resultOf } from '../result.ts';
import { chairSeat } from '../seats.ts';
import { LEAF_SLIDES, type Led } from '../stage.ts';
import { isConcluded, isRevealed, type PanelState } from '../state.ts';
import { accept, refuse, type Asker, type Verdict } from './terms.ts';

type SetStage = Extract<Command, { type: 'set-stage' }>;

/**
 * [ST1] Chair and secretary say what the projection shows; asking for what is there adds nothing.
 * [ST5] Whoever stands at the screen itself may turn it dark and light again, no more.
 */
export function setStage(state: PanelState, { led, blank }: SetStage, { seat }: Asker): Verdict {
  const same = sameSlide(led, state.stage.led);
  const leads = seat === chairSeat(state.setup) || seat === 'secretary';
  if (!leads && !(seat === 'projection' && same)) return refuse({ code: 'not-your-role' });
  if (same && blank === state.stage.blank) return accept(null);
  const refusal = led && !same ? checkSlide(state, led) : null;
  return refusal ? refuse(refusal) : accept({ type: 'stage-set', led, blank });
}

/** [ST2] Only a slide that has something to show; [ST3] about an indicator that there is. */
function checkSlide(state: PanelState, { slide, leaf }: Led): Refusal | null {
  if (!hasSlide(state, slide)) return { code: 'wrong-phase' };
  if (LEAF_SLIDES.includes(slide) !== (leaf !== null)) return { code: 'unknown-indicator' };
  if (leaf === null) return null;
  const leaves = leavesOf(state.setup.framework);
  return leaves.some(({ id }) => id === leaf) ? null : { code: 'unknown-indicator' };
}

function hasSlide(state: PanelState, slide: Led['slide']): boolean {
  switch (slide) {
    case 'welcome':
      return true;
    case 'scoring':
      return state.phase === 'scoring';
    case 'overview':
    case 'reveal':
    case 'discussion':
    case 'decisions':
      return isRevealed(state);
    case 'grade':
      return isRevealed(state) && resultOf(state).grade !== null;
    case 'signatures':
    case 'thanks':
      return isConcluded(state);
    // Nothing is led any more after the seal, see [PH1].
    case 'sealed':
      return false;
  }
}

function sameSlide(one: Led | null, other: Led | null): boolean {
  if (one === null || other === null) return one === other;
  return one.slide === other.slide && one.leaf === other.leaf && one.step === other.step;
}
