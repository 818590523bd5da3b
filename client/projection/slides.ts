import type { Slide } from '../../shared/panel/stage.ts';
import type { ProjectionView } from '../../shared/views/terms.ts';

/** What is up: a slide, the indicator it is about, how far it is unfolded. */
export interface Shown {
  slide: Slide;
  leaf: string | null;
  step: number;
}

type Seen = Pick<ProjectionView, 'stage' | 'tally'>;

/**
 * The indicator that was decided between two views of a screen that follows: it stays on its slide
 * for a moment, so that the room sees the decision fall into place before the tree comes. Null for a
 * screen that has just been switched on: it shows where things stand.
 */
export function settledBetween(before: Seen | null, after: Seen): string | null {
  const { mode, slide, leaf } = after.stage;
  if (mode === 'led' || leaf === null || !before?.tally || !after.tally) return null;
  if (slide !== 'decisions' && slide !== 'grade') return null;
  const [old, now] = [before.tally.decisions[leaf], after.tally.decisions[leaf]];
  return old?.score !== now?.score || old?.reason !== now?.reason ? leaf : null;
}

/** The slide for a view while the decision of `settling` is falling into place. */
export function shownOf({ stage }: Pick<Seen, 'stage'>, settling: string | null): Shown {
  if (settling !== null) return { slide: 'discussion', leaf: settling, step: 0 };
  return { slide: stage.slide, leaf: stage.leaf, step: stage.step };
}

/** After the seal nobody leads any more: the room goes on to the last slide by itself. */
export const AFTER_SEAL: readonly Slide[] = ['grade', 'sealed', 'thanks'];
