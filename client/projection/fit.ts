/** Width of a text in em: a Chinese character is one, a Latin letter or a digit about half. */
export function widthOf(text: string): number {
  let width = 0;
  for (const character of text) width += character.charCodeAt(0) < 0x2e80 ? 0.56 : 1;
  return width;
}

/**
 * The largest font size between `small` and `large` at which the text fills at most `lines` lines of
 * `room`, all in the same unit. Wrapping wastes a little of each line: hence the 0.92.
 */
export function fitted(
  text: string,
  { room, lines, large, small }: { room: number; lines: number; large: number; small: number },
): number {
  const width = widthOf(text);
  const size = lines === 1 ? room / width : (room * lines * 0.92) / width;
  return Math.max(small, Math.min(large, size));
}

/** Size of a slide's title: one line as long as it stays large, two of a calmer size beyond that. */
export function titleSize(text: string, room: number, large: number): number {
  const one = fitted(text, { room, lines: 1, large, small: 0 });
  return one >= 2.8 ? one : fitted(text, { room, lines: 2, large: 2.8, small: 2 });
}
