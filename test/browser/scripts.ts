import { PUBLISHED } from '../../shared/framework/presets/published.ts';
import { formatPoints } from '../../shared/framework/points.ts';
import type { Preset } from '../../shared/framework/presets.ts';
import { leavesOf } from '../../shared/framework/tree.ts';
import { illustrativeLine } from '../../server/demo/scores.ts';
import type { ScriptLine } from './meeting.ts';
import type { Script } from './walk.ts';

const SEATS = ['e1', 'e2', 'e3', 'e4', 'e5'];

/**
 * A meeting that ends as the report was published. The five cards are illustrative, as in the demo;
 * where the report deducts without a reason the chair of the walk writes one, as the product asks.
 */
export function scriptOf(preset: Preset, name: string): Script {
  const { results } = PUBLISHED[preset.id as keyof typeof PUBLISHED];
  const leaves = leavesOf(preset.framework);
  const asTyped = (line: { score: number; reason: string }): ScriptLine => ({
    score: formatPoints(line.score),
    reason: line.reason,
  });
  return {
    preset: name,
    names: leaves.map((leaf) => leaf.path.at(-1)!),
    cards: Object.fromEntries(
      SEATS.map((seat, expert) => [
        seat,
        leaves.map((leaf, index) =>
          asTyped(illustrativeLine(leaf, index, expert, results[leaf.id]!)),
        ),
      ]),
    ),
    decisions: leaves.map((leaf) => {
      const { score, reason } = results[leaf.id]!;
      return asTyped({ score, reason: reason || (score < leaf.points ? '见评分标准' : '') });
    }),
  };
}
