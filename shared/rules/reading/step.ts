import type { Rate, StepRounding } from '../terms.ts';
import { parsePoints } from '../../framework/points.ts';
import { measureNamed } from './measures.ts';
import type { Doubt, Reading, Source, Span } from './source.ts';

const NUMBER = String.raw`(\d+(?:\.\d+)?)`;
const STEP = new RegExp(
  String.raw`每\s*(下降|降低|减少|低|少|超出|超过|超|增加|上升|高出)\s*${NUMBER}\s*(?:%|个百分点)\s*(?:\([^()]{0,12}\))?\s*[,、]?\s*扣除?\s*${NUMBER}\s*分`,
);
const FROM = new RegExp(
  String.raw`(≥|>=|不低于|大于等于|达到|达|≤|<=|不超过|不高于|小于等于|为)?\s*${NUMBER}\s*%\s*(?:及?以[上内])?\s*的?\s*[,、]?\s*(?:得\s*\d+(?:\.\d+)?\s*分|[得计]满分)`,
);
const MOST = new RegExp(String.raw`(?:扣完|最[多高]扣|至多扣)\s*${NUMBER}\s*分`);
const BEGUN_COUNTS = /不足[^,;。]{0,12}[按以][^,;。]{0,8}[计扣算]/;
const BEGUN_IS_NOTHING = /不足[^,;。]{0,12}不[计扣]/;

/** "预算支出完成率≥95%得5分,每下降10%(含10%),扣1分,扣完5分为止". */
export function readStep(source: Source): Reading | null {
  const { text, points } = source;
  const step = STEP.exec(text);
  if (!step) return null;
  const every = rateOf(step[2]!);
  const each = parsePoints(step[3]!);
  if (!every || !each) return null;
  const from = FROM.exec(text.slice(0, step.index));
  const most = MOST.exec(text);
  const rounding = roundingOf(text);
  const doubts: Doubt[] = [];
  if (!from) doubts.push('from-unstated');
  if (!rounding) doubts.push('rounding-unstated');
  const bound = from?.index ?? step.index;
  return {
    rule: {
      kind: 'step',
      measure: measureNamed(nameBefore(source, bound)),
      side: /[下降低减少]/.test(step[1]!) ? 'below' : 'above',
      from: (from && rateOf(from[2]!)) ?? 100_00,
      every,
      each,
      rounding: rounding ?? 'ceil',
      most: (most && parsePoints(most[1]!)) ?? points,
    },
    read: [from, step, most].flatMap((match) => (match ? [spanOf(match)] : [])),
    doubts,
  };
}

/** The words right before a bound: "预算支出完成率", with "(支付额/预算额)" where it says so. */
export function nameBefore({ original, text }: Source, end: number): string {
  const before = text.slice(0, end);
  const cut = Math.max(...['。', ';', ',', ':'].map((mark) => before.lastIndexOf(mark))) + 1;
  return original
    .slice(cut, end)
    .replaceAll('（', '(')
    .replaceAll('）', ')')
    .replace(/(?:控制在|应|须|需|为)$/, '');
}

/** "95" and "99.5" as rates; null past 1000 % or the second decimal. */
export function rateOf(text: string): Rate | null {
  return parsePoints(text);
}

export const spanOf = (match: RegExpExecArray): Span => ({
  start: match.index,
  end: match.index + match[0].length,
});

function roundingOf(text: string): StepRounding | null {
  if (BEGUN_IS_NOTHING.test(text)) return 'floor';
  if (BEGUN_COUNTS.test(text)) return 'ceil';
  return /按比例/.test(text) ? 'linear' : null;
}
