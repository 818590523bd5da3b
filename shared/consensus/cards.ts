import type { Leaf } from '../framework/terms.ts';
import type { Mark } from './terms.ts';

/** A leaf as far as a policy needs it. */
export type PolicyLeaf = Pick<Leaf, 'id' | 'points'>;

/** One expert's marks by leaf id. An absent leaf is a missing mark. */
export type Marks = Readonly<Record<string, Mark>>;

/** The mark for a leaf; an id can't reach what every object inherits. */
export function markOf(marks: Marks, id: string): Mark | undefined {
  return Object.hasOwn(marks, id) ? marks[id] : undefined;
}
