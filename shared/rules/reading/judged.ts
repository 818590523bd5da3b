import { amountOf, labelAt, wordsBefore, type Reading, type Source } from './source.ts';
import { spanOf } from './step.ts';

/** Words that leave a deduction to the experts: "酌情扣分", "视情况扣分", "从严扣分", "可扣至0分". */
const AT_DISCRETION =
  /(?:酌情|酌|视[^,;。]{0,12}|适当|从严|可直?接?)扣(?:减|除|[至到])?\s*(?:\d+(?:\.\d+)?\s*)?分?/;
const EACH_TAKES = /每[^,;。]{0,16}扣\s*\d+(?:\.\d+)?\s*分/;
/** "如无，则根据实际情况核定分数": anything from 0 to the maximum. */
const OTHERWISE_JUDGED =
  /(如无|否则|没有的?|其他情况)[,、]?\s*(?:则)?[^,;。]{0,12}核定(?:分数|得分)?/;

/** "酌情扣0.5分", "得满分，否则酌情扣分", "每发现一处问题扣0.5分". */
export function readDiscretionary(source: Source): Reading | null {
  const { text, tokens, points } = source;
  const words = AT_DISCRETION.exec(text) ?? EACH_TAKES.exec(text);
  const takes = tokens.filter(({ kind }) => kind === 'takes');
  if (!words && takes.length === 0) return null;
  // Levels beside the deduction are another rule, and two that differ are not one usual amount.
  const levels = tokens.filter(
    (token) => token.kind === 'gives' && amountOf(source, token) !== points,
  );
  if (levels.length > 0) return null;
  const amounts = new Set(takes.map((token) => amountOf(source, token)));
  const [amount = null] = amounts.size === 1 ? amounts : [];
  const usual = amount !== null && amount > 0 && amount <= points ? amount : null;
  const read = words ? [spanOf(words)] : takes.map(({ start, end }) => ({ start, end }));
  return { rule: { kind: 'discretionary', usual }, read, doubts: [] };
}

/** "有…则得2分", and nothing about the rest: the maximum, or 0; or what the experts settle on. */
export function readSingle(source: Source): Reading | null {
  const { text, tokens, points } = source;
  const [token] = tokens;
  if (tokens.length !== 1 || !token || token.kind !== 'gives') return null;
  const words = wordsBefore(source, 0);
  const label = labelAt(source, words).replace(/[则可即]+$/, '');
  if (amountOf(source, token) !== points || label === '') return null;
  // "执行到位8分" is a heading with its points; "得2分" gives them.
  if (!/^[得计记给]/.test(text.slice(token.start))) return null;
  const read = [{ start: words.start, end: token.end }];
  const judged = OTHERWISE_JUDGED.exec(text);
  if (judged) {
    const options = [
      { label, least: points, most: points },
      { label: judged[1]!, least: 0, most: points },
    ];
    return { rule: { kind: 'range', options }, read: [...read, spanOf(judged)], doubts: [] };
  }
  if (/核定|酌|判断/.test(text)) return null;
  const options = [
    { label, points },
    { label: '不符合', points: 0 },
  ];
  return { rule: { kind: 'levels', options }, read, doubts: ['otherwise-unstated'] };
}
