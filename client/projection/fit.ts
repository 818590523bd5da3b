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
