/** One replaced stretch of a text, in UTF-16 units. */
export interface TextEdit {
  index: number;
  remove: number;
  insert: string;
}

/** The smallest single replacement that turns one text into the other; null where they agree. */
export function editBetween(from: string, to: string): TextEdit | null {
  if (from === to) return null;
  const shorter = Math.min(from.length, to.length);
  let start = 0;
  while (start < shorter && from[start] === to[start]) start += 1;
  // A character outside the basic plane is two units: cut in between, each half is garbage.
  if (isSplit(from, start) || isSplit(to, start)) start -= 1;
  let end = 0;
  while (end < shorter - start && from.at(-1 - end) === to.at(-1 - end)) end += 1;
  if (isSplit(from, from.length - end) || isSplit(to, to.length - end)) end -= 1;
  return {
    index: start,
    remove: from.length - start - end,
    insert: to.slice(start, to.length - end),
  };
}

function isSplit(text: string, at: number): boolean {
  const before = text.charCodeAt(at - 1);
  const after = text.charCodeAt(at);
  return before >= 0xd800 && before <= 0xdbff && after >= 0xdc00 && after <= 0xdfff;
}

/**
 * Carries the change base → value over to `current`, which may have moved on from `base` as well.
 * What both changed is kept from both sides; what one deleted stays deleted.
 */
export function mergeText(base: string, value: string, current: string): string {
  const mine = editBetween(base, value);
  const theirs = editBetween(base, current);
  if (!mine || value === current) return current;
  if (!theirs) return value;
  const mineEnd = mine.index + mine.remove;
  const theirsEnd = theirs.index + theirs.remove;
  const drift = theirs.insert.length - theirs.remove;
  if (mine.index >= theirsEnd) return applyEdit(current, { ...mine, index: mine.index + drift });
  if (mineEnd <= theirs.index) return applyEdit(current, mine);
  const first = mine.index < theirs.index;
  const rest = theirsEnd + drift + Math.max(0, mineEnd - theirsEnd);
  return (
    current.slice(0, Math.min(mine.index, theirs.index)) +
    (first ? mine.insert + theirs.insert : theirs.insert + mine.insert) +
    current.slice(rest)
  );
}

export function applyEdit(text: string, { index, remove, insert }: TextEdit): string {
  return text.slice(0, index) + insert + text.slice(index + remove);
}

/** Which of the texts is nearest to `current`, by the size of the edit between; the later on a tie. */
export function nearestText(texts: readonly string[], current: string): string {
  const distance = (text: string) => {
    const edit = editBetween(text, current);
    return edit ? edit.remove + edit.insert.length : 0;
  };
  return texts.reduce((best, text) => (distance(text) <= distance(best) ? text : best));
}

/** Where a caret at `position` stands after somebody else's edit: with the text it stood behind. */
export function moveCaret(position: number, edit: TextEdit): number {
  if (position <= edit.index) return position;
  const end = edit.index + edit.remove;
  if (position >= end) return position + edit.insert.length - edit.remove;
  return edit.index;
}
