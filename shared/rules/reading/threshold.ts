import type { RuleOf } from '../terms.ts';
import { measureNamed } from './measures.ts';
import {
  amountOf,
  wordsBefore,
  type Doubt,
  type Reading,
  type Source,
  type Span,
} from './source.ts';
import { nameBefore, rateOf } from './step.ts';

const LEAST =
  /(≥|>=|不低于|大于等于|达到|达|大于|高于|>|超过|为)?\s*(\d+(?:\.\d+)?)\s*%\s*(?:\(含\)|及以上|以上)?\s*的?\s*[-~—至到<,、;:的(\s]*$/;
const BETWEEN = /(\d+(?:\.\d+)?)\s*%?\s*(?:\(含\))?\s*[-~—至到]\s*(\d+(?:\.\d+)?)\s*%/;
const BELOW = /低于|不足|小于|不到|不满|<|以下/;
const OTHERWISE = /否则|其他|其它|其余|均不/;

/** "满意度100%(5分),≥90%(4分)…低于60%(0分)". */
export function readThreshold(source: Source): Reading | null {
  const rows: RuleOf<'threshold'>['rows'] = [];
  const read: Span[] = [];
  const doubts = new Set<Doubt>();
  let below: number | null = null;
  let name = '';
  for (const [index, token] of source.tokens.entries()) {
    const points = amountOf(source, token);
    if (token.kind !== 'gives' || points === null) return null;
    const words = wordsBefore(source, index);
    const before = source.text.slice(words.start, words.end);
    if (BELOW.test(before) || OTHERWISE.test(before)) {
      if (!BELOW.test(before) && rows.length === 0) return null;
      below = points;
    } else {
      const bound = boundIn(before);
      if (!bound) return null;
      if (rows.length === 0) name = nameBefore(source, words.start + bound.index);
      if (bound.excluded) doubts.add('bound-excluded');
      rows.push({ least: bound.rate, points });
    }
    read.push({ start: words.start, end: token.end });
  }
  if (rows.length === 0 || rows.length + (below === null ? 0 : 1) < 2) return null;
  if (below === null) doubts.add('otherwise-unstated');
  rows.sort((a, b) => b.least - a.least);
  return {
    rule: { kind: 'threshold', measure: measureNamed(name), rows, below: below ?? 0 },
    read,
    doubts: [...doubts],
  };
}

/** The lower bound that the words before an amount name, and where it stands in them. */
function boundIn(text: string): { rate: number; index: number; excluded: boolean } | null {
  const between = BETWEEN.exec(text);
  if (between) {
    const [low, high] = [rateOf(between[1]!), rateOf(between[2]!)];
    if (low === null || high === null) return null;
    return { rate: Math.min(low, high), index: between.index, excluded: false };
  }
  const least = LEAST.exec(text);
  const rate = least && rateOf(least[2]!);
  if (!least || rate === null) return null;
  return { rate, index: least.index, excluded: /^(大于|高于|>|超过)$/.test(least[1] ?? '') };
}
