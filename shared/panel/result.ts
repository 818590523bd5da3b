import { bandsOf, gradeOf } from '../consensus/grades.ts';
import { type Subtotal, subtotalsOf } from '../consensus/subtotals.ts';
import { unroundedTotal, type Values } from '../consensus/totals.ts';
import type { Points } from '../framework/points.ts';
import { standingCards } from './standing.ts';
import type { RevealedState } from './state.ts';

/** A level or a leaf on the consensus sheet. Undecided leaves count nothing yet. */
export interface LevelResult {
  score: Points;
  points: Points;
  /** Leaves below (or the leaf itself) that are not decided. */
  open: number;
}

/** What the decisions come to so far. This is the one place where a panel's result is computed. */
export interface Result {
  decided: number;
  of: number;
  /** By level and leaf id. */
  levels: Record<string, LevelResult>;
  /** Sum of the decided leaves, each as printed. */
  total: Points;
  /** The grade of the total once every leaf is decided; null before. */
  grade: string | null;
  /**
   * The total when it is rounded once instead of leaf by leaf (see `unroundedTotal`), or null where
   * that is the same number.
   */
  unrounded: Points | null;
}

/** [RS1] Every figure of the result follows from the decisions, the frozen setup and the cards. */
export function resultOf(state: RevealedState): Result {
  const { framework, rules } = state.setup;
  const { leaves } = state;
  const values = decidedValues(state);
  const sums = subtotalsOf(framework, values);
  const { score: total, open } = sums.total;
  const cards = Object.values(standingCards(state));
  const exact = unroundedTotal(rules.policy, leaves, cards, values);
  const levels = Object.entries(sums.levels).map(([id, sum]) => [id, levelOf(sum)] as const);
  const single = leaves.map(({ id, points }) => {
    const score = values[id] ?? null;
    return [id, { score: score ?? 0, points, open: score === null ? 1 : 0 }] as const;
  });
  return {
    decided: leaves.length - open,
    of: leaves.length,
    levels: Object.fromEntries([...levels, ...single]),
    total,
    grade: open === 0 ? gradeOf(total, bandsOf(rules.grades)).name : null,
    unrounded: exact === total ? null : exact,
  };
}

const levelOf = ({ score, points, open }: Subtotal): LevelResult => ({ score, points, open });

/** Only leaves of the framework, each by its own id: null where nothing is decided. */
function decidedValues({ leaves, sheet: { decisions } }: RevealedState): Values {
  return Object.fromEntries(
    leaves.map(({ id }) => [id, Object.hasOwn(decisions, id) ? decisions[id]!.score : null]),
  );
}
