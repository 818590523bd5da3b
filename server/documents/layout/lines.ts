import LineBreaker from 'linebreak';
import { type Face, widthOf } from '../fonts.ts';

/** How a text is set. Sizes and widths in points. */
export interface Setting {
  face: Face;
  size: number;
}

/**
 * The text in lines no wider than `width`: broken where Unicode's rules for line breaking allow it
 * (never before 。 or after （), inside a word only where the word alone is too wide.
 */
export function linesOf(text: string, setting: Setting, width: number): string[] {
  return text
    .split('\n')
    .flatMap((paragraph) => brokenAt(paragraph, setting, width).map((line) => line.trimEnd()));
}

/** One paragraph in the same lines with the spaces at their ends: joined they are the paragraph. */
export function brokenAt(paragraph: string, { face, size }: Setting, width: number): string[] {
  const lines: string[] = [];
  let line = '';
  let used = 0;
  const add = (part: string, wide: number) => {
    line += part;
    used += wide;
  };
  const next = () => {
    lines.push(line);
    [line, used] = ['', 0];
  };
  for (const part of partsOf(paragraph)) {
    const wide = widthOf(part.trimEnd(), face, size);
    if (used + wide > width && line !== '') next();
    if (wide <= width) add(part, widthOf(part, face, size));
    else
      for (const character of part) {
        const step = widthOf(character, face, size);
        if (used + step > width && line !== '') next();
        add(character, step);
      }
  }
  next();
  return lines;
}

/**
 * The same number of lines as evenly filled as it goes, for names and heads of columns; never so
 * narrow that a word which fits would be broken.
 */
export function balancedLinesOf(text: string, setting: Setting, width: number): string[] {
  const lines = linesOf(text, setting, width);
  if (lines.length < 2) return lines;
  const words = partsOf(text).map((part) => widthOf(part.trimEnd(), setting.face, setting.size));
  const longest = Math.min(width, Math.max(...words));
  let [low, high] = [Math.max(longest, width / lines.length / 1.5), width];
  while (high - low > setting.size / 8) {
    const middle = (low + high) / 2;
    if (linesOf(text, setting, middle).length > lines.length) low = middle;
    else high = middle;
  }
  return linesOf(text, setting, high);
}

/**
 * A name in lines: broken at its spaces and brackets, and evenly inside a word only where that word
 * alone is too wide.
 */
export function nameLinesOf(text: string, setting: Setting, width: number): string[] {
  const lines: string[] = [];
  const fits = (line: string) => widthOf(line, setting.face, setting.size) <= width;
  for (const word of text.split(/\n|(?<=\s)|(?<=[)）])|(?=[(（])/)) {
    const joined = `${lines.at(-1) ?? ''}${word}`;
    if (lines.length > 0 && fits(joined.trimEnd())) lines[lines.length - 1] = joined;
    else lines.push(...(fits(word.trimEnd()) ? [word] : balancedLinesOf(word, setting, width)));
  }
  return lines.map((line) => line.trim()).filter(Boolean);
}

/** The text between its places for a line break. */
function partsOf(text: string): string[] {
  const breaker = new LineBreaker(text);
  const parts: string[] = [];
  let from = 0;
  for (let found = breaker.nextBreak(); found; found = breaker.nextBreak()) {
    parts.push(text.slice(from, found.position));
    from = found.position;
  }
  return parts;
}
