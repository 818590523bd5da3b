import type { Points } from '../framework/points.ts';
import type { Framework, SelfAssessment } from '../framework/terms.ts';
import { completeSums } from './complete-sums.ts';

/** What the unit gave itself, added up; null wherever a leaf below was left out. */
export interface SelfSums {
  total: Points | null;
  /** By level and leaf id. */
  scores: Record<string, Points | null>;
}

/** The sums of a self-assessment. A missing score is not a zero: it leaves its levels without a sum. */
export function selfSums(framework: Framework, self: SelfAssessment): SelfSums {
  const values = Object.fromEntries(Object.entries(self).map(([id, { score }]) => [id, score]));
  const { total, scores } = completeSums(framework, values);
  return { total, scores: { ...values, ...scores } };
}
