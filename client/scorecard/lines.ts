import type { Mark } from '../../shared/consensus/terms.ts';
import type { Values } from '../../shared/consensus/totals.ts';
import type { Points } from '../../shared/framework/points.ts';
import type { Leaf } from '../../shared/framework/terms.ts';
import type { Evaluation, ProjectFacts } from '../../shared/rules/terms.ts';
import type { Basis } from '../../shared/scorecard/basis.ts';
import { departs, evaluationOf } from '../../shared/scorecard/computed.ts';
import { hasWords, unlistedOf } from '../../shared/scorecard/deductions.ts';
import type { CardContent } from '../../shared/scorecard/terms.ts';

/** How an indicator stands on the card. `wrong`: the field shows something that is no score. */
export type Standing = 'open' | 'wrong' | 'full' | 'below' | 'abstained';

/** One indicator on the card, as every part of the page shows it. */
export interface Line {
  leaf: Leaf;
  name: string;
  /** From 1, in printing order. */
  place: number;
  mark: Mark | null;
  reason: string;
  basis: Basis | undefined;
  standing: Standing;
  /** What the criteria make of the fact entered; null where they compute nothing. */
  evaluation: Evaluation | null;
  /** The points of `evaluation`. */
  computed: Points | null;
  /** Another score was given than the computed one … */
  departs: boolean;
  /** … without a word why: such a card is not taken. */
  lacksWords: boolean;
  /** What the listed deductions leave unexplained; null without a list. Not taken unless 0. */
  unlisted: Points | null;
  /** Below the maximum without a word why. Handing in warns of it and goes on. */
  lacksReason: boolean;
}

/** `wrong`: leaves whose field shows something that is no score. */
export function linesOf(
  leaves: readonly Leaf[],
  content: CardContent,
  wrong: readonly string[],
  facts: ProjectFacts,
): Line[] {
  return leaves.map((leaf, index) => {
    const said = content[leaf.id] ?? { reason: '' };
    const { mark = null, reason, basis } = said;
    const standing = wrong.includes(leaf.id) ? 'wrong' : standingOf(mark, leaf);
    const evaluation = evaluationOf(leaf, basis, facts);
    const other = departs(said, leaf, facts);
    return {
      ...{ leaf, name: leaf.path.at(-1) ?? '', place: index + 1, mark, reason, basis, standing },
      ...{ evaluation, computed: evaluation && 'points' in evaluation ? evaluation.points : null },
      departs: other,
      lacksWords: other && !hasWords(said),
      unlisted: unlistedOf(said, leaf.points),
      lacksReason: standing === 'below' && !hasWords(said),
    };
  });
}

function standingOf(mark: Mark | null, { points }: Leaf): Standing {
  if (mark === null) return 'open';
  if (mark === 'abstained') return 'abstained';
  return mark.score < points ? 'below' : 'full';
}

/** Nothing that could be handed in: not scored, or something that is no score. */
export function isOpen({ standing }: Line): boolean {
  return standing === 'open' || standing === 'wrong';
}

/** Scored, but not yet as a card is taken: [SC5], [SC6]. */
export function isUnsound({ unlisted, lacksWords }: Line): boolean {
  return lacksWords || (unlisted ?? 0) !== 0;
}

/** The scores by leaf id, for subtotals; what is abstained or open counts nothing. */
export function valuesOf(lines: readonly Line[]): Values {
  return Object.fromEntries(
    lines.map(({ leaf, mark }) => [
      leaf.id,
      mark === null || mark === 'abstained' ? null : mark.score,
    ]),
  );
}

/** The first open line after `from`, round the end; null where nothing else is open. */
export function nextOpen(lines: readonly Line[], from: string | null): Line | null {
  const at = lines.findIndex(({ leaf }) => leaf.id === from);
  const round = [...lines.slice(at + 1), ...lines.slice(0, at + 1)];
  return round.find((line) => isOpen(line) && line.leaf.id !== from) ?? null;
}

/** The line before or after; at either end it stays. */
export function neighbour(lines: readonly Line[], from: string, by: 1 | -1): Line | null {
  const at = lines.findIndex(({ leaf }) => leaf.id === from);
  return lines[Math.min(lines.length - 1, Math.max(0, at + by))] ?? null;
}
