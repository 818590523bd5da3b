import type { Decision } from '../../shared/panel/commands.ts';
import { MAX_REASON, type CardContent } from '../../shared/scorecard/terms.ts';
import { differingOn } from './differing.ts';
import type { Item } from './queue.ts';
import { joinedReasons } from './reasons.ts';

/** What "accept all without divergence" would decide, and what it leaves to be looked at. */
export interface Plan {
  decisions: (Decision & { item: Item })[];
  /** No expert gave a reason for a result below the maximum, or the reasons are too long together. */
  lacking: Item[];
  /** Somebody wrote another score than the policy's on the sheet: that is no plain acceptance. */
  changed: Item[];
  /** Objective, and the experts differ: nothing to accept until they agree. */
  differing: Item[];
}

/**
 * Undecided indicators without divergence at the policy's value. A reason below the maximum is the
 * one drafted on the sheet, else what the experts wrote.
 */
export function planOf(open: readonly Item[], drafts: CardContent): Plan {
  const plan: Plan = { decisions: [], lacking: [], changed: [], differing: [] };
  for (const item of open) {
    const { leaf, spread, decision } = item;
    if (decision !== null || spread.flag !== 'none' || spread.value === null) continue;
    if (differingOn(item)) {
      plan.differing.push(item);
      continue;
    }
    const draft = drafts[leaf.id];
    const { mark } = draft ?? {};
    const score = spread.value;
    const drafted = draft?.reason.trim() ?? '';
    const below = score < leaf.points;
    const reason = drafted === '' && below ? joinedReasons(spread.named) : drafted;
    if (mark && mark !== 'abstained' && mark.score !== score) plan.changed.push(item);
    else if ((below && reason === '') || reason.length > MAX_REASON) plan.lacking.push(item);
    else plan.decisions.push({ leaf: leaf.id, score, reason, item });
  }
  return plan;
}
