import type { Points } from '../framework/points.ts';
import type { Framework, Indicator, SelfAssessment } from '../framework/terms.ts';
import { leavesUnder } from '../framework/tree.ts';
import { type Values, valueOf } from './totals.ts';

/** How far the unit's own view of a dimension is from the panel's, on the leaves that both scored. */
export interface SelfGap {
  /** Leaves with a self-assessment and a value, of all leaves. */
  compared: number;
  of: number;
  /** What those leaves are worth, what the unit gave itself on them, and what the panel gave. */
  points: Points;
  self: Points;
  panel: Points;
  /** self − panel: positive where the unit sees itself better. */
  gap: Points;
}

/**
 * The gap of the whole and by first-level indicator. Like with like: a leaf that the unit left out,
 * or that has no value yet, counts on neither side.
 */
export function selfGaps(
  framework: Framework,
  self: SelfAssessment,
  values: Values,
): { total: SelfGap; dimensions: Record<string, SelfGap> } {
  const gap = (leaves: readonly Indicator[]) => gapOver(leaves, self, values);
  return {
    total: gap(framework.indicators.flatMap(leavesUnder)),
    dimensions: Object.fromEntries(
      framework.indicators.map((indicator) => [indicator.id, gap(leavesUnder(indicator))]),
    ),
  };
}

function gapOver(leaves: readonly Indicator[], assessed: SelfAssessment, values: Values): SelfGap {
  const sum = { compared: 0, points: 0, self: 0, panel: 0 };
  for (const { id, points } of leaves) {
    const own = Object.hasOwn(assessed, id) ? assessed[id]?.score : undefined;
    const value = valueOf(values, id);
    if (own === undefined || value === null) continue;
    sum.compared += 1;
    sum.points += points ?? 0;
    sum.self += own;
    sum.panel += value;
  }
  return { ...sum, of: leaves.length, gap: sum.self - sum.panel };
}
