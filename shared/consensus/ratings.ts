import type { Points } from '../framework/points.ts';
import { markOf, type Marks, type PolicyLeaf } from './cards.ts';

/** Rates (score ÷ points, 0 … 1) as experts × indicators: `rates[expert][indicator]`. */
export interface Ratings {
  rates: number[][];
  /** Ids of the indicators in the columns. */
  leaves: string[];
  /** Indexes, in the cards given, of the experts in the rows. */
  experts: number[];
}

/**
 * What statistics over several indicators are computed on: rates, because on points the different
 * maxima alone make experts look unanimous (independent random scoring gives W = .965 on the points
 * of a real framework and .205 on its rates).
 *
 * Only whole rows and columns: a card without any score is left out, then every indicator that one
 * of the remaining experts abstained from or left open. Two equal rates are the same float whatever
 * their points, since division rounds correctly; ties stay ties.
 */
export function ratingsOf(leaves: readonly PolicyLeaf[], cards: readonly Marks[]): Ratings {
  const experts = [...cards.keys()].filter((index) =>
    leaves.some(({ id }) => scoreOf(cards[index], id) !== null),
  );
  const columns = leaves.filter(({ id }) =>
    experts.every((index) => scoreOf(cards[index], id) !== null),
  );
  return {
    rates: experts.map((index) =>
      columns.map(({ id, points }) => (scoreOf(cards[index], id) ?? 0) / points),
    ),
    leaves: columns.map(({ id }) => id),
    experts,
  };
}

function scoreOf(card: Marks | undefined, id: string): Points | null {
  const mark = card && markOf(card, id);
  return mark === undefined || mark === 'abstained' ? null : mark.score;
}
