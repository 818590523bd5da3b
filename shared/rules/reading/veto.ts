import { labelOf } from '../amounts.ts';
import { MAX_LABEL, MAX_OPTIONS } from '../terms.ts';
import { amountOf, wordsBefore, type Source, type Span } from './source.ts';

/** Words that may make a condition of what ends in 0: an accident, not the lowest of the levels. */
const INCIDENT = /出现|发生|存在|如有|严重/;
/** Words that always do. */
const EXCLUDES = /其中|凡|一票否决/;
const WITH_THRESHOLD = /^.{0,40}?(?:低于|不足|小于|不到|<)\s*\d+(?:\.\d+)?\s*%(?:的)?\s*(?=或)/;
const STRAIGHT_TO_ZERO = /直接扣[至到]\s*0\s*分/;

export interface VetoReading {
  conditions: string[];
  /** What the veto alone says: taken out before the rest is read. */
  span: Span;
}

/**
 * "…出现严重问题的;或发生安全事故的,不得分", "低于60%或出现上访、涉诉问题(0分)", "可直接扣到0分". Null where
 * 0 is just the lowest level.
 */
export function readVeto(source: Source): VetoReading | null {
  const { text, original, tokens } = source;
  for (const [index, token] of tokens.entries()) {
    const words = wordsBefore(source, index);
    const label = text.slice(words.start, words.end);
    if (
      token.kind === 'sinks' &&
      /直接$|直接/.test(label.slice(-4) + text.slice(token.start, token.end))
    ) {
      if (!STRAIGHT_TO_ZERO.test(text.slice(words.start, token.end))) continue;
      const condition = severeOf(labelOf(original.slice(words.start, token.end)));
      return { conditions: [condition], span: { start: token.start, end: token.end } };
    }
    if (token.kind !== 'gives' || amountOf(source, token) !== 0) continue;
    const low = WITH_THRESHOLD.exec(label);
    if (low) {
      const span = { start: words.start + low[0].length, end: wordsEnd(text, words) };
      return { conditions: split(original.slice(span.start, span.end)), span };
    }
    if (/\d\s*%/.test(label) || !isIncident(source, index, label)) continue;
    const conditions = split(original.slice(words.start, words.end));
    if (conditions.length > 0) return { conditions, span: { start: words.start, end: token.end } };
  }
  return null;
}

/** Another 0 stands for the lowest level already, or the words speak of an incident. */
function isIncident(source: Source, index: number, label: string): boolean {
  const { text, tokens } = source;
  const zeros = tokens.filter((token) => token.kind === 'gives' && amountOf(source, token) === 0);
  if (zeros.length > 1 && zeros.at(-1) === tokens[index]) return true;
  const before = tokens[index - 1];
  const ownSentence = !before || /。/.test(text.slice(before.end, tokens[index]!.start));
  return EXCLUDES.test(label) || (ownSentence && INCIDENT.test(label));
}

const SEVERE =
  /的?[,，]?\s*(视[^,，。;；]{0,12})?(?:从严|酌情)?(?:扣分)?[,，]?\s*可?直接扣[至到]\s*[0０]\s*分$/;

/** "超标准支出的,视情节严重程度从严扣分,可直接扣到0分": 0 is for the severe case. */
function severeOf(words: string): string {
  const severe = SEVERE.exec(words);
  const text = severe ? words.slice(0, severe.index) : words;
  return `${text.slice(0, MAX_LABEL - 5)}${severe?.[1] ? '，情节严重' : ''}`;
}

/** Without the bracket that opens the amount: "问题(" ends before it. */
function wordsEnd(text: string, { start, end }: Span): number {
  const words = text.slice(start, end).replace(/[\s(]+$/, '');
  return start + words.length;
}

function split(text: string): string[] {
  return text
    .split(/[;；]|[,，]\s*(?=或)/)
    .map((condition) =>
      labelOf(condition)
        .replace(/^(?:其中[:：]?|凡是?|如有?|或者?|以及)+/, '')
        .replace(/^(?:或者?)/, '')
        .replace(/的$/, '')
        .trim()
        .slice(0, MAX_LABEL),
    )
    .filter((condition) => condition !== '')
    .slice(0, MAX_OPTIONS);
}
