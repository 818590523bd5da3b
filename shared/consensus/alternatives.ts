import type { Points } from '../framework/points.ts';
import type { Marks, PolicyLeaf } from './cards.ts';
import { type GradeBands, gradeOf } from './grades.ts';
import { proposeAll } from './policies.ts';
import type { Policy, Proposal } from './terms.ts';
import { totalOf, unroundedTotal } from './totals.ts';

/** The policies that make one number of any scores, in the order in which they are compared. */
export const ALTERNATIVES = [
  'mean',
  'trimmed-per-indicator',
  'trimmed-totals',
  'median',
] as const satisfies readonly Policy[];

/** What one policy would make of the whole panel. To compare; the panel's own policy is frozen. */
export interface Alternative {
  policy: Policy;
  /** By leaf id. */
  proposals: Record<string, Proposal>;
  /** Sum of the rounded indicator results; null where a leaf has none. */
  total: Points | null;
  /** The total rounded once, where that is another number. */
  unrounded: Points | null;
  grade: string | null;
  /** Leaves without a value. */
  open: number;
  /** Too few scores for its rule on every leaf: it is the plain mean under another name. */
  fallen: boolean;
}

/**
 * The same cards under each policy: the four that are always computable, and before them the
 * panel's own where that is `unanimous`. Decisions don't enter: this is what the rules alone make
 * of the scores.
 */
export function alternativesOf(
  own: Policy,
  leaves: readonly PolicyLeaf[],
  cards: readonly Marks[],
  bands: GradeBands,
): Alternative[] {
  const policies: readonly Policy[] = own === 'unanimous' ? [own, ...ALTERNATIVES] : ALTERNATIVES;
  return policies.map((policy) => {
    const proposals = proposeAll(policy, leaves, cards);
    const values = Object.fromEntries(leaves.map(({ id }) => [id, proposals[id]?.value ?? null]));
    const open = leaves.filter(({ id }) => values[id] === null).length;
    const total = open > 0 || leaves.length === 0 ? null : totalOf(leaves, values);
    const exact = total === null ? null : unroundedTotal(policy, leaves, cards);
    return {
      policy,
      proposals,
      total,
      unrounded: exact === total ? null : exact,
      grade: total === null ? null : gradeOf(total, bands).name,
      open,
      fallen: Object.values(proposals).every(({ rule }) => rule !== policy),
    };
  });
}
