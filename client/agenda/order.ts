/** The list with one element at another place; the same list where nothing moves. */
export function moved(list: readonly string[], item: string, to: number): string[] {
  const from = list.indexOf(item);
  if (from < 0) return [...list];
  const rest = list.toSpliced(from, 1);
  return rest.toSpliced(Math.max(0, Math.min(to, rest.length)), 0, item);
}

/**
 * Where a dragged row lands: the number of other rows whose middle lies above the pointer.
 * `middles` are those of all rows, in their order.
 */
export function dropPlace(middles: readonly number[], from: number, y: number): number {
  return middles.filter((middle, at) => at !== from && middle < y).length;
}
