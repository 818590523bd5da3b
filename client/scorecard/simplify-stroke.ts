/** A point this near to the line between its neighbours says nothing; in units of the box. */
const TOLERANCE = 1.5;

/** The stroke without the points that its line would pass anyway (Ramer, Douglas, Peucker). */
export function simplified(stroke: readonly number[]): number[] {
  const last = stroke.length / 2 - 1;
  if (last < 2) return [...stroke];
  const keep = new Set([0, last]);
  const spans: [number, number][] = [[0, last]];
  for (let span = spans.pop(); span; span = spans.pop()) {
    const [from, to] = span;
    let [far, most] = [0, TOLERANCE];
    for (let index = from + 1; index < to; index += 1) {
      const distance = distanceTo(stroke, from, to, index);
      if (distance > most) [far, most] = [index, distance];
    }
    if (far === 0) continue;
    keep.add(far);
    spans.push([from, far], [far, to]);
  }
  return [...keep].sort((a, b) => a - b).flatMap((index) => stroke.slice(2 * index, 2 * index + 2));
}

/** How far a point lies from the line between two others of the stroke. */
function distanceTo(stroke: readonly number[], from: number, to: number, at: number): number {
  const [ax, ay, bx, by] = [2 * from, 2 * from + 1, 2 * to, 2 * to + 1].map((i) => stroke[i]!);
  const [px, py] = [stroke[2 * at]! - ax!, stroke[2 * at + 1]! - ay!];
  const [dx, dy] = [bx! - ax!, by! - ay!];
  const length = Math.hypot(dx, dy);
  return length === 0 ? Math.hypot(px, py) : Math.abs(px * dy - py * dx) / length;
}
