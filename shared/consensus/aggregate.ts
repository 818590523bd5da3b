import type { Points } from '../framework/points.ts';
import type { Mark } from './terms.ts';

/**
 * What is known of one indicator over all cards, kept up to date mark by mark. Immutable, without
 * names, and the same for every order of the experts.
 */
export interface Aggregate {
  /** Scores given; abstentions and missing marks are not in it. */
  n: number;
  sum: Points;
  /** Ascending. */
  scores: readonly Points[];
  abstained: number;
}

export const emptyAggregate: Aggregate = { n: 0, sum: 0, scores: [], abstained: 0 };

/**
 * The aggregate after one expert's mark changed from `before` to `after` (undefined: missing).
 * Throws a RangeError where `before` is not in the aggregate: going on would print a wrong number.
 */
export function replaceMark(
  aggregate: Aggregate,
  before: Mark | undefined,
  after: Mark | undefined,
): Aggregate {
  return include(exclude(aggregate, before), after);
}

/** The aggregate of these marks, from scratch. */
export function aggregateOf(marks: readonly (Mark | undefined)[]): Aggregate {
  return marks.reduce((aggregate, mark) => include(aggregate, mark), emptyAggregate);
}

function exclude(aggregate: Aggregate, mark: Mark | undefined): Aggregate {
  if (mark === undefined) return aggregate;
  if (mark === 'abstained') {
    if (aggregate.abstained === 0) throw new RangeError('no abstention to take back');
    return { ...aggregate, abstained: aggregate.abstained - 1 };
  }
  const at = aggregate.scores.indexOf(mark.score);
  if (at < 0) throw new RangeError('no such score to take back');
  return {
    n: aggregate.n - 1,
    sum: aggregate.sum - mark.score,
    scores: aggregate.scores.toSpliced(at, 1),
    abstained: aggregate.abstained,
  };
}

function include(aggregate: Aggregate, mark: Mark | undefined): Aggregate {
  if (mark === undefined) return aggregate;
  if (mark === 'abstained') return { ...aggregate, abstained: aggregate.abstained + 1 };
  const above = aggregate.scores.findIndex((score) => score > mark.score);
  const at = above < 0 ? aggregate.n : above;
  return {
    n: aggregate.n + 1,
    sum: aggregate.sum + mark.score,
    scores: aggregate.scores.toSpliced(at, 0, mark.score),
    abstained: aggregate.abstained,
  };
}
