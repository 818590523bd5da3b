import type { Points } from '../framework/points.ts';
import { markOf, type Marks, type PolicyLeaf } from './cards.ts';

/** What one expert gave, out of the points of the indicators that the expert scored. */
interface Standing {
  score: Points;
  points: Points;
}

/**
 * How much each card counts when the expert with the highest and the expert with the lowest total
 * are dropped, in the order of `cards`, as integers with a common denominator that the weighted
 * mean cancels. Null where fewer than `minimum` cards carry a score.
 *
 * Ties: dropping "the first of them" would make the result depend on who sits where, so k experts
 * with the same highest (or lowest) total are each dropped by one k-th and count (k−1)/k. Where all
 * m totals are the same, each counts (m−2)/m. With whole cards this is the average over every
 * possible choice of whom to drop.
 *
 * Cards with abstained or missing marks: their totals lack the points of those indicators, so
 * experts are ranked by total ÷ points of the indicators that they scored, which for whole cards is
 * the order of the totals. Otherwise an abstention would look like severity and be dropped. A card
 * without any score has no total: it isn't ranked, and weighs nothing.
 */
export function weighCards(
  leaves: readonly PolicyLeaf[],
  cards: readonly Marks[],
  minimum: number,
): number[] | null {
  const standings = cards.map((card) => standingOf(leaves, card));
  const ranked = standings.filter(({ points }) => points > 0);
  if (ranked.length < minimum) return null;

  const highest = ranked.reduce((best, each) => (compare(each, best) > 0 ? each : best));
  const lowest = ranked.reduce((worst, each) => (compare(each, worst) < 0 ? each : worst));
  const tied = (with_: Standing) => ranked.filter((each) => compare(each, with_) === 0).length;
  const [high, low] = [tied(highest), tied(lowest)];
  const allTied = compare(highest, lowest) === 0;

  return standings.map((standing) => {
    if (standing.points === 0) return 0;
    if (allTied) return ranked.length - 2;
    if (compare(standing, highest) === 0) return (high - 1) * low;
    if (compare(standing, lowest) === 0) return (low - 1) * high;
    return high * low;
  });
}

function standingOf(leaves: readonly PolicyLeaf[], card: Marks): Standing {
  const standing = { score: 0, points: 0 };
  for (const { id, points } of leaves) {
    const mark = markOf(card, id);
    if (mark === undefined || mark === 'abstained') continue;
    standing.score += mark.score;
    standing.points += points;
  }
  return standing;
}

/** By score ÷ points, on integers: products stay far below 2^53. */
function compare(a: Standing, b: Standing): number {
  return a.score * b.points - b.score * a.points;
}
