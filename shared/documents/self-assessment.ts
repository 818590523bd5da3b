import { subtotalsOf } from '../consensus/subtotals.ts';
import type { Points } from '../framework/points.ts';
import type { Framework, SelfAssessment } from '../framework/terms.ts';

/** What the unit gave itself, added up; null wherever a leaf below was left out. */
export interface SelfSums {
  total: Points | null;
  /** By level and leaf id. */
  scores: Record<string, Points | null>;
}

/** The sums of a self-assessment. A missing score is not a zero: it leaves its levels without a sum. */
export function selfSums(framework: Framework, self: SelfAssessment): SelfSums {
  const values = Object.fromEntries(Object.entries(self).map(([id, { score }]) => [id, score]));
  const { total, levels } = subtotalsOf(framework, values);
  const sums = Object.entries(levels).map(
    ([id, { score, open }]) => [id, open === 0 ? score : null] as const,
  );
  return {
    total: total.open === 0 ? total.score : null,
    scores: { ...values, ...Object.fromEntries(sums) },
  };
}
