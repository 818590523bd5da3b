import { arc } from 'd3-shape';

/** One seat of a ring as two SVG paths around the origin: its empty outline and its solid form. */
export interface RingSeat {
  empty: string;
  solid: string;
  filled: boolean;
}

const OUTER = 48;
const SOLID = 8;
const EMPTY = 1.2;
/** Length of the gap between two seats along the middle of the ring. */
const GAP = 3;

/** A ring of `of` seats in a square of 100 with its origin in the middle, clockwise from the top. */
export function ringOf(filled: number, of: number): RingSeat[] {
  const seat = (2 * Math.PI) / Math.max(of, 1);
  const gap = of > 1 ? Math.min(GAP / OUTER, seat * 0.2) : 0;
  const draw = (width: number) => {
    const middle = OUTER - SOLID / 2;
    return arc<number>()
      .innerRadius(middle - width / 2)
      .outerRadius(middle + width / 2)
      .startAngle((index) => index * seat + gap / 2)
      .endAngle((index) => (index + 1) * seat - gap / 2);
  };
  const [empty, solid] = [draw(EMPTY), draw(SOLID)];
  return Array.from({ length: of }, (_, index) => ({
    empty: empty(index) ?? '',
    solid: solid(index) ?? '',
    filled: index < filled,
  }));
}
