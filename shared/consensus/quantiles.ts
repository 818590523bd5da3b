/**
 * Quantile of type 7 (Hyndman & Fan 1996; Excel's QUARTILE.INC): linear between the order
 * statistics around (n − 1)·p. `sorted` ascends and isn't empty, 0 ≤ p ≤ 1; the unit is that of
 * `sorted`. Throws a RangeError for an empty list.
 */
export function quantile(sorted: readonly number[], p: number): number {
  const place = (sorted.length - 1) * p;
  const below = sorted[Math.floor(place)];
  const above = sorted[Math.ceil(place)];
  if (below === undefined || above === undefined) throw new RangeError('no such quantile');
  return below + (above - below) * (place - Math.floor(place));
}
