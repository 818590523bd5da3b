import type { Points } from '../framework/points.ts';
import type { Marks, PolicyLeaf } from './cards.ts';
import { sumHalfUp } from './fractions.ts';
import { exactAll, proposeAll } from './policies.ts';
import type { Policy } from './terms.ts';

/** Values by leaf id; null or absent: not decided yet. */
export type Values = Readonly<Record<string, Points | null>>;

/** The value for a leaf; an id can't reach what every object inherits. */
export function valueOf(values: Values, id: string): Points | null {
  return (Object.hasOwn(values, id) ? values[id] : null) ?? null;
}

/** The total that is printed: the sum of the rounded indicator results, so that a table adds up. */
export function totalOf(leaves: readonly Pick<PolicyLeaf, 'id'>[], values: Values): Points {
  return leaves.reduce((sum, { id }) => sum + (valueOf(values, id) ?? 0), 0);
}

/**
 * The total that is rounded once instead of indicator by indicator, half up to 0.01 point, to show
 * beside `totalOf` where they differ: 13/3 + 7/3 + 22/3 adds up to 13.99 in parts and is 14.00.
 *
 * With `decided`, the total of those decisions: one that equals the policy's rounded value stands
 * for its exact value, one that departs from it for itself. Leaves without a value are left out, as
 * they are in `totalOf`.
 */
export function unroundedTotal(
  policy: Policy,
  leaves: readonly PolicyLeaf[],
  cards: readonly Marks[],
  decided?: Values,
): Points {
  const exact = exactAll(policy, leaves, cards);
  const proposals = proposeAll(policy, leaves, cards);
  return sumHalfUp(
    leaves.flatMap(({ id }) => {
      const proposed = proposals[id]?.value ?? null;
      const value = decided ? valueOf(decided, id) : proposed;
      if (value === null) return [];
      const share = value === proposed ? exact[id]?.value : null;
      return [share ?? { numerator: value, denominator: 1 }];
    }),
  );
}
