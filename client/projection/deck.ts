import { REVEAL_STEPS, type Led, type Slide } from '../../shared/panel/stage.ts';
import type { ProjectionView } from '../../shared/views/terms.ts';

type Place = Pick<Led, 'slide' | 'leaf' | 'step'>;

/** The slides that can be put up now, in the order in which one goes through them. */
export function slidesOf({ phase, tally }: Pick<ProjectionView, 'phase' | 'tally'>): Slide[] {
  const graded: Slide[] = tally && tally.grade !== null ? ['grade'] : [];
  switch (phase) {
    case 'setup':
      return ['welcome'];
    case 'scoring':
      return ['welcome', 'scoring'];
    case 'revealed':
      return ['overview', 'reveal', 'discussion', 'decisions', ...graded];
    case 'concluded':
      return ['decisions', ...graded, 'signatures', 'thanks'];
    case 'sealed':
      return [];
  }
}

/**
 * Everything that "next" passes: the pages of the overview, each indicator's steps, the rest. The
 * discussion is no stop on the way: it is where the desk is.
 */
export function deckOf(
  view: Pick<ProjectionView, 'phase' | 'tally'>,
  leaves: readonly string[],
  pages: number,
): Place[] {
  const steps = (slide: Slide, leaf: string | null, count: number): Place[] =>
    Array.from({ length: count }, (_, step) => ({ slide, leaf, step }));
  return slidesOf(view).flatMap((slide) => {
    if (slide === 'overview') return steps(slide, null, pages);
    if (slide === 'reveal') return leaves.flatMap((leaf) => steps(slide, leaf, REVEAL_STEPS));
    return slide === 'discussion' ? [] : steps(slide, null, 1);
  });
}

/** The slide after or before the one that is up; null at either end. */
export function turned(deck: readonly Place[], from: Place, by: 1 | -1): Place | null {
  const at = placeOf(deck, from);
  return deck[at === -1 && by === -1 ? -1 : at + by] ?? null;
}

/** Where the slide that is up stands. An indicator under discussion has been revealed whole. */
function placeOf(deck: readonly Place[], from: Place): number {
  const exact = deck.findIndex(
    ({ slide, leaf, step }) =>
      slide === from.slide && step === from.step && (leaf === null || leaf === from.leaf),
  );
  if (exact !== -1 || from.slide !== 'discussion') return exact;
  return deck.findLastIndex(({ leaf }) => leaf === from.leaf);
}
