import type { Nature } from '../rules/terms.ts';
import type { Points } from '../framework/points.ts';

/** Do these scores (of those who gave one) differ? Abstentions and missing marks say nothing. */
export function scoresDiffer(scores: readonly Points[]): boolean {
  return scores.some((score) => score !== scores[0]);
}

/** [DL7] What a fact decides can't be settled while the experts read the fact differently. */
export function mustAgreeFirst(leaf: { nature: Nature }, scores: readonly Points[]): boolean {
  return leaf.nature === 'objective' && scoresDiffer(scores);
}

/** The score that more than half gave, or null: nobody is the odd one out where there is none. */
export function majorityScore(scores: readonly Points[]): Points | null {
  const counts = new Map<Points, number>();
  for (const score of scores) counts.set(score, (counts.get(score) ?? 0) + 1);
  for (const [score, times] of counts) if (times * 2 > scores.length) return score;
  return null;
}
