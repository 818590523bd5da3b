import { EACH } from '../amounts.ts';
import { MAX_OPTIONS } from '../terms.ts';
import { labelAt, wordsBefore, type Reading, type Source, type Span } from './source.ts';

/** "明确(5分),基本明确(3分),不明确(0分)"; with "(0-2分)" in it, a range. Two levels at least. */
export function readOptions(source: Source): Reading | null {
  const { tokens, points, text } = source;
  if (tokens.length < 2 || tokens.length > MAX_OPTIONS) return null;
  const read: Span[] = [];
  const options: { label: string; least: number; most: number }[] = [];
  for (const [index, token] of tokens.entries()) {
    if (token.kind !== 'gives') return null;
    const words = wordsBefore(source, index);
    if (EACH.test(text.slice(words.start, words.end))) return null;
    const label = labelAt(source, words);
    if (label === '') return null;
    const ends = token.values.map((value) => (value.points === 'all' ? points : value.points));
    options.push({ label, least: Math.min(...ends), most: Math.max(...ends) });
    read.push({ start: words.start, end: token.end });
  }
  // Levels differ, and one of them is the maximum: anything else is a text about something else.
  if (!options.some(({ most }) => most === points)) return null;
  if (options.every(({ least, most }) => least === points && most === points)) return null;
  if (options.some(({ least, most }) => least !== most))
    return { rule: { kind: 'range', options }, read, doubts: [] };
  const levels = options.map(({ label, most }) => ({ label, points: most }));
  return { rule: { kind: 'levels', options: levels }, read, doubts: [] };
}
