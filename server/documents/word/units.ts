/** Millimetres in twentieths of a point. */
export const twips = (millimetres: number): number => Math.round((millimetres * 1440) / 25.4);

/** Millimetres in pixels of 96 an inch, in which pictures are measured. */
export const pixels = (millimetres: number): number => Math.round((millimetres * 96) / 25.4);

/** Widths in twips that add up exactly to the whole's, so that no table is wider than its page. */
export function columnTwips(widths: readonly number[]): number[] {
  let [sum, used] = [0, 0];
  return widths.map((width) => {
    sum += width;
    const column = twips(sum) - used;
    used += column;
    return column;
  });
}
