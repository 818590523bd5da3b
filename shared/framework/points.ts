/**
 * Points are integers in hundredths of a point everywhere inside the product; text exists only at
 * the edge. 5 points are `500`, half a point is `50`.
 */
export type Points = number;
