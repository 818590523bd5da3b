import type { Marks } from '../../shared/consensus/cards.ts';
import type { Mark } from '../../shared/consensus/terms.ts';

/** A mark from points as people write them; 'a' is abstained, null is missing. */
export type Written = number | 'a' | null;

export function mark(written: Written): Mark | undefined {
  if (written === null) return undefined;
  return written === 'a' ? 'abstained' : { score: Math.round(written * 100) };
}

export const marks = (...written: Written[]) => written.map(mark);

/** One expert's card over leaves l1, l2, … */
export function card(...written: Written[]): Marks {
  return Object.fromEntries(
    written.flatMap((each, index) => {
      const given = mark(each);
      return given ? [[`l${index + 1}`, given]] : [];
    }),
  );
}

/** Leaves l1, l2, … worth these points. */
export const leaves = (...points: number[]) =>
  points.map((each, index) => ({ id: `l${index + 1}`, points: each * 100 }));

/** V1 of NUMBERS.md: six indicators, five experts. */
export const V1 = {
  leaves: leaves(5, 5, 8, 8, 10, 5),
  cards: [
    card(3, 1, 8, 8, 10, 2.5),
    card(3, 2, 8, 8, 10, 2.5),
    card(5, 1, 8, 8, 7.5, 5),
    card(3, 1, 5, 8, 10, 0),
    card(3, 2, 8, 5, 10, 2.5),
  ],
};
