import { halfWidth, type Points } from '../../framework/points.ts';
import { amountTokens, type Token } from '../amount-tokens.ts';
import { labelOf } from '../amounts.ts';
import { MAX_LABEL, type Rule } from '../terms.ts';

/** A place in the criteria text. */
export interface Span {
  start: number;
  end: number;
}

/** What a text leaves open, and the secretary has to look at before confirming a proposal. */
export type Doubt =
  /** Whether a begun step counts: read as if it did. */
  | 'rounding-unstated'
  /** From which rate on deductions begin: read as 100 %. */
  | 'from-unstated'
  /** How many items there are: read as maximum ÷ amount of one. */
  | 'count-unstated'
  /** What is given where nothing named applies: read as 0. */
  | 'otherwise-unstated'
  /** "*100" would give a hundred times the points: read as percent. */
  | 'times-hundred'
  /** "高于90%" leaves 90 % itself out; read as "≥". */
  | 'bound-excluded'
  /** The text says how the rate comes about and not how it is scored: read as rate × points. */
  | 'scoring-unstated'
  /** The text lets the experts adjust what the formula gives. */
  | 'adjustable';

/** A rule as it was read, from where, and what is doubtful in it. */
export interface Reading {
  rule: Rule;
  read: Span[];
  doubts: Doubt[];
}

/**
 * A criteria text while it is read. `text` is half-width, with what was read already replaced by
 * ideographic spaces (which half-width text has none of); offsets are those of the `original` throughout, so that a proposal can show its places.
 */
export interface Source {
  original: string;
  text: string;
  points: Points;
  tokens: Token[];
}

export function sourceOf(original: string, points: Points, text = halfWidth(original)): Source {
  return { original, text, points, tokens: amountTokens(text) };
}

const BLANK = '\u3000';
const STOP = '。';

/** The text without a place in it. */
export function without(source: Source, { start, end }: Span): Source {
  const text = source.text.slice(0, start) + BLANK.repeat(end - start) + source.text.slice(end);
  return sourceOf(source.original, source.points, text);
}

/** Nothing but a place of the text, as the criteria of a part worth `points`. */
export function only(source: Source, { start, end }: Span, points: Points): Source {
  const text =
    STOP.repeat(start) + source.text.slice(start, end) + STOP.repeat(source.text.length - end);
  return sourceOf(source.original, points, text);
}

/** The words in a place, as a label: without numbering, brackets and separators around them. */
export function labelAt({ original, text }: Source, { start, end }: Span): string {
  const words = original
    .slice(start, end)
    .split('')
    .filter((_, index) => text[start + index] !== BLANK)
    .join('');
  return labelOf(words).slice(0, MAX_LABEL);
}

/** Where the words begin that a token belongs to: behind the token before, in its own sentence. */
export function wordsBefore(source: Source, index: number): Span {
  const { start } = source.tokens[index]!;
  const sentence = source.text.lastIndexOf(STOP, start) + 1;
  return { start: Math.max(source.tokens[index - 1]?.end ?? 0, sentence), end: start };
}

/** The single amount that a token gives, 'all' being the maximum; null for the two of a range. */
export function amountOf({ points }: Source, token: Token): Points | null {
  const [first, second] = token.values;
  if (!first || second) return null;
  return first.points === 'all' ? points : first.points;
}
