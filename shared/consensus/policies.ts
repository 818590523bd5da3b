import { divideHalfUp, type Points } from '../framework/points.ts';
import { type Aggregate, aggregateOf } from './aggregate.ts';
import { markOf, type Marks, type PolicyLeaf } from './cards.ts';
import type { Fraction } from './fractions.ts';
import type { Mark, Policy, Proposal } from './terms.ts';
import { weighCards } from './trimmed-totals.ts';

/** With fewer scores than this, dropping the highest and the lowest leaves too little: the mean. */
export const TRIM_MINIMUM = 5;

/** A policy that looks at one indicator at a time. */
export type IndicatorPolicy = Exclude<Policy, 'trimmed-totals'>;

/** A proposal before rounding. */
export interface ExactProposal {
  value: Fraction | null;
  n: number;
  rule: Policy;
}

/**
 * What a per-indicator policy makes of one indicator's marks; the order of experts doesn't matter.
 * Abstained and missing marks leave the denominator. The value is rounded half up to 0.01 point.
 *
 * - mean: sum ÷ n.
 * - trimmed-per-indicator: the mean without one highest and one lowest score, from five scores on;
 *   below that the mean, and `rule` says so.
 * - median: the middle score, or the mean of the middle two.
 * - unanimous: the common score, or null as long as two scores differ.
 */
export function propose(policy: IndicatorPolicy, marks: readonly (Mark | undefined)[]): Proposal {
  return proposeFrom(policy, aggregateOf(marks));
}

/** `propose` from the incremental aggregate of the indicator. */
export function proposeFrom(policy: IndicatorPolicy, aggregate: Aggregate): Proposal {
  return rounded(exactFrom(policy, aggregate));
}

/**
 * What the policy makes of every leaf, from the whole cards. This is the only way to
 * 'trimmed-totals', which ranks experts by their totals (see `weighCards`).
 */
export function proposeAll(
  policy: Policy,
  leaves: readonly PolicyLeaf[],
  cards: readonly Marks[],
): Record<string, Proposal> {
  const exact = exactAll(policy, leaves, cards);
  return Object.fromEntries(Object.entries(exact).map(([id, leaf]) => [id, rounded(leaf)]));
}

/** `proposeAll` before rounding, for a total that is rounded only once. */
export function exactAll(
  policy: Policy,
  leaves: readonly PolicyLeaf[],
  cards: readonly Marks[],
): Record<string, ExactProposal> {
  const weights = policy === 'trimmed-totals' ? weighCards(leaves, cards, TRIM_MINIMUM) : null;
  return Object.fromEntries(
    leaves.map(({ id }) => {
      const marks = cards.map((card) => markOf(card, id));
      const weighted = weights && weightedMean(marks, weights);
      if (weighted) return [id, weighted];
      const alone = policy === 'trimmed-totals' ? 'mean' : policy;
      return [id, exactFrom(alone, aggregateOf(marks))];
    }),
  );
}

function exactFrom(policy: IndicatorPolicy, aggregate: Aggregate): ExactProposal {
  const { scores, n } = aggregate;
  switch (policy) {
    case 'mean':
      return mean(scores);
    case 'trimmed-per-indicator':
      return n < TRIM_MINIMUM ? mean(scores) : { ...mean(scores.slice(1, -1)), rule: policy };
    case 'median': {
      const middle = scores.slice(Math.ceil(n / 2) - 1, Math.floor(n / 2) + 1);
      return { ...mean(middle), n, rule: policy };
    }
    case 'unanimous':
      return { ...mean(scores[0] === scores[n - 1] ? scores : []), n, rule: policy };
  }
}

function mean(scores: readonly Points[]): ExactProposal {
  const n = scores.length;
  const sum = scores.reduce((total, score) => total + score, 0);
  return { value: n === 0 ? null : { numerator: sum, denominator: n }, n, rule: 'mean' };
}

/** Null where the leaf was scored by dropped experts only: its plain mean is then all there is. */
function weightedMean(
  marks: readonly (Mark | undefined)[],
  weights: readonly number[],
): ExactProposal | null {
  let [numerator, denominator, n] = [0, 0, 0];
  for (const [index, mark] of marks.entries()) {
    const weight = weights[index] ?? 0;
    if (weight === 0 || mark === undefined || mark === 'abstained') continue;
    numerator += weight * mark.score;
    denominator += weight;
    n += 1;
  }
  return n === 0 ? null : { value: { numerator, denominator }, n, rule: 'trimmed-totals' };
}

function rounded({ value, n, rule }: ExactProposal): Proposal {
  return { value: value && divideHalfUp(value.numerator, value.denominator), n, rule };
}
