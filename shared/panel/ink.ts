/**
 * A signature as it was drawn: strokes one after the other, each `x, y, x, y …` in a box of
 * INK_WIDTH × INK_HEIGHT units from its top left corner. Whole numbers, so that it hashes the same
 * everywhere; no pressure and no times, which would say more about a person than a paper does.
 */
export type Ink = number[][];

export const INK_WIDTH = 900;
export const INK_HEIGHT = 300;
export const MAX_STROKES = 80;
/** Points of all strokes together: a name in long-hand takes two or three hundred. */
export const MAX_INK_POINTS = 1500;

/** Is this ink within its bounds? Strokes of at least one point, points inside the box. */
export function isInk(ink: readonly (readonly number[])[]): boolean {
  const numbers = ink.reduce((sum, stroke) => sum + stroke.length, 0);
  return (
    ink.length > 0 &&
    ink.length <= MAX_STROKES &&
    numbers <= 2 * MAX_INK_POINTS &&
    ink.every((stroke) => stroke.length >= 2 && stroke.length % 2 === 0 && stroke.every(isInBox))
  );
}

function isInBox(value: number, index: number): boolean {
  const most = index % 2 === 0 ? INK_WIDTH : INK_HEIGHT;
  return Number.isInteger(value) && value >= 0 && value <= most;
}

/** The ink as the `d` of an SVG path; a dot is a line to itself, which a round cap makes visible. */
export function inkPath(ink: Ink): string {
  return ink
    .map((stroke) => {
      const [x, y, ...rest] = stroke;
      return rest.length === 0 ? `M${x} ${y}L${x} ${y}` : `M${x} ${y}L${rest.join(' ')}`;
    })
    .join('');
}
