import type { Leaf } from '../../shared/framework/terms.ts';
import type { Points } from '../../shared/framework/points.ts';

/** One simulated expert's line on a leaf. */
export interface DemoLine {
  score: Points;
  reason: string;
}

/**
 * Illustrative scores around a published consensus: the reports do not publish individual scores,
 * so these are made up, spread by a fixed pattern, and every page of the demo says so.
 *
 * Below the maximum the five add up to five times the published score; at the maximum every third
 * indicator has one expert who doubts, so that there is something to talk about. Of what a fact
 * decides all give the same: it could not be decided otherwise.
 */
export function illustrativeLine(
  leaf: Leaf,
  index: number,
  expert: number,
  published: { score: Points; reason: string },
): DemoLine {
  const { points, step, nature } = leaf;
  const turn = (expert + index) % 5;
  const spread = Math.min(step, published.score);
  const offset =
    nature === 'objective'
      ? 0
      : published.score < points
        ? [0, -spread, 0, spread, 0][turn]!
        : doubt(index, turn, leaf);
  const score = published.score + offset;
  return { score, reason: score < points ? published.reason || '佐证材料不够完整' : '' };
}

function doubt(index: number, turn: number, { points, step }: Leaf): Points {
  if (index % 3 !== 0 || turn !== 0) return 0;
  return -Math.min(points, 2 * step);
}
