import type { ProjectionView } from '../../shared/views/terms.ts';

/** One idea a slide. */
export type Slide =
  | 'welcome'
  | 'scoring'
  | 'overview'
  | 'discussion'
  | 'decisions'
  | 'grade'
  | 'signatures'
  | 'sealed';

/** What the room saw happen last since the reveal. */
export type LastAct = 'none' | 'discussion' | 'decision';

type Seen = Pick<ProjectionView, 'phase' | 'discussing' | 'tally'>;

/**
 * What happened between two views of one panel. A decision of the indicator under discussion stays
 * on its slide (`settling`), so that the room sees it fall into place before the tree comes.
 */
export function actBetween(
  before: Seen | null,
  after: Seen,
): { act: LastAct; settling: boolean } | null {
  if (after.phase !== 'revealed' || !after.tally) return null;
  // A screen that has just been switched on shows where things stand.
  if (!before?.tally) {
    const decided = after.discussing !== null && after.discussing in after.tally.decisions;
    const act = after.discussing === null ? 'none' : decided ? 'decision' : 'discussion';
    return { act, settling: false };
  }
  const changed = changedDecisions(before.tally.decisions, after.tally.decisions);
  const moved = before.discussing !== after.discussing;
  const decided = after.discussing !== null && changed.includes(after.discussing);
  // A quick chair opens and decides an indicator between two views: the decision came last. With
  // others, and without moving, it is one of many that were accepted at once.
  if (decided && (moved || changed.length === 1)) return { act: 'decision', settling: true };
  if (moved) return { act: 'discussion', settling: false };
  return changed.length === 0 ? null : { act: 'decision', settling: false };
}

type Decisions = NonNullable<Seen['tally']>['decisions'];

function changedDecisions(before: Decisions, after: Decisions): string[] {
  return Object.keys(after).filter((leaf) => {
    const [old, now] = [before[leaf], after[leaf]];
    return old?.score !== now?.score || old?.reason !== now?.reason;
  });
}

/** The slide for a view, given what happened last and whether a decision is still settling. */
export function slideOf(view: Seen, act: LastAct, settling: boolean): Slide {
  switch (view.phase) {
    case 'setup':
      return 'welcome';
    case 'scoring':
      return 'scoring';
    case 'concluded':
      return 'signatures';
    case 'sealed':
      return 'sealed';
    case 'revealed': {
      if (view.discussing !== null && (act === 'discussion' || settling)) return 'discussion';
      if (view.tally && view.tally.decided === view.tally.of) return 'grade';
      return view.tally && view.tally.decided > 0 ? 'decisions' : 'overview';
    }
  }
}
