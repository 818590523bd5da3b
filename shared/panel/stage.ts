import type { Fact } from './facts.ts';
import type { PanelState } from './state.ts';

/** The slides of the projection, one idea each, in the order of a meeting. */
export const SLIDES = [
  'welcome',
  'scoring',
  'overview',
  'reveal',
  'discussion',
  'decisions',
  'grade',
  'signatures',
  'sealed',
  'thanks',
] as const;
export type Slide = (typeof SLIDES)[number];

/** Slides about one indicator. */
export const LEAF_SLIDES: readonly Slide[] = ['reveal', 'discussion'];

/** Steps of a reveal: the empty line, the scores, the policy's value. */
export const REVEAL_STEPS = 3;

/** A slide that chair or secretary put up. `leaf` only on slides about one indicator. */
export interface Led {
  slide: Slide;
  leaf: string | null;
  /** How far the slide has been unfolded, from 0. */
  step: number;
}

/** What the projection shows: the meeting as it goes (`led` null) or a slide put up by hand. */
export interface Staging {
  led: Led | null;
  /** Nothing is shown; stays until somebody lifts it, whatever happens meanwhile. */
  blank: boolean;
}

/** The staging, and what the room saw last in this round: where a screen that follows stands. */
export interface Stage extends Staging {
  act: 'none' | 'discussion' | 'decision';
  /** The indicator decided last, where it was decided alone. */
  decided: string | null;
}

export const FIRST_STAGE: Stage = { led: null, blank: false, act: 'none', decided: null };

/**
 * The stage after a fact. [ST4] A slide put up by hand gives way when the panel enters another phase
 * or round: it was chosen for what was, and nobody should wait for a reveal that the wall hides.
 */
export function stageAfter(stage: Stage, fact: Fact, before: PanelState, after: PanelState): Stage {
  if (before.phase !== after.phase || roundOf(before) !== roundOf(after))
    return { ...FIRST_STAGE, blank: stage.blank };
  switch (fact.type) {
    case 'stage-set':
      return { ...stage, led: fact.led, blank: fact.blank };
    case 'discussion-opened':
      return { ...stage, act: 'discussion', decided: null };
    case 'indicators-decided': {
      const [first, ...others] = fact.decisions;
      return { ...stage, act: 'decision', decided: first && !others.length ? first.leaf : null };
    }
    default:
      return stage;
  }
}

const roundOf = (state: PanelState): number => (state.phase === 'setup' ? 0 : state.round.number);
