import { amountTokens, type Token } from './amount-tokens.ts';
import { halfWidth, isOnGrid, parsePoints, type Points } from '../framework/points.ts';

/**
 * An amount that a criteria text names, with its place in the text, to be tapped there.
 *
 * - level: "目标明确(5分)", "得4分", "得满分", "不得分", "可扣至0分".
 * - range: each end of "(0-2分)"; what lies between is for the input.
 * - per-item: "每满足一个(2.5分)", and its multiples up to the maximum.
 * - deduction: "扣0.5分" is the maximum less that; "每…,扣1分" also less its multiples.
 * - part: "1.预算执行规范性2分 2.…8分": a share of the maximum, not a score to offer.
 *
 * Amounts in one place (`start`, `end`) are the multiples of one unit, its own first.
 */
export interface NamedAmount {
  points: Points;
  start: number;
  end: number;
  /** The words that the amount belongs to: "目标明确". */
  label: string;
  kind: 'level' | 'range' | 'per-item' | 'deduction' | 'part';
}

/** More than a row of buttons holds: a longer series offers its first only. */
const MOST_MULTIPLES = 20;

/** A new item of a numbered list: "1.", "2、", "①", "(3)", "二、"; "2.5" is a number. */
export const ITEM =
  /(?:^|[。;\s])\s*(?:\d{1,2}[.、](?!\d)|[①-⑳]|\(\d{1,2}\)|[一二三四五六七八九十]、)/g;

/** "每" of repetition; "每年" and the like say when, not how often. */
export const EACH = /每(?![年月季日天周])/;

const CEILING = /(?:扣完|最[多高]扣|至多扣)\s*(\d+(?:\.\d+)?)\s*分/;

/** The amounts that `criteria` names for a leaf worth `points`, in the order of the text. */
export function namedAmounts(criteria: string, points: Points): NamedAmount[] {
  const text = halfWidth(criteria);
  const tokens = amountTokens(text);
  const parts = partsOf(text, tokens, points);
  return tokens.flatMap((token, index) => {
    if (parts.length > 0 && !parts.includes(token)) return [];
    const from = Math.max(tokens[index - 1]?.end ?? 0, text.lastIndexOf('。', token.start) + 1);
    const label = labelOf(criteria.slice(from, token.start));
    const named = label || criteria.slice(token.start, token.end);
    const read = parts.includes(token)
      ? { kind: 'part' as const, values: valuesOf(token, points) }
      : readToken(token, points, text.slice(from, token.start), text.slice(token.end));
    return read.values
      .filter((value) => value.points >= 0 && value.points <= points)
      .map((value) => ({ ...value, label: named, kind: read.kind }));
  });
}

/** The scores to offer beside the input: what the text names and the grid allows, best first. */
export function offeredScores(
  amounts: readonly NamedAmount[],
  leaf: { points: Points; step: Points },
): Points[] {
  const offered = amounts.filter(({ kind }) => kind !== 'part').map(({ points }) => points);
  return [...new Set(offered)]
    .filter((score) => isOnGrid(score, leaf.points, leaf.step))
    .sort((a, b) => b - a);
}

type Value = Pick<NamedAmount, 'points' | 'start' | 'end'>;

/** `before` and `after` are the text around the token; `before` starts after the token before. */
function readToken(
  token: Token,
  points: Points,
  before: string,
  after: string,
): { kind: NamedAmount['kind']; values: Value[] } {
  const values = valuesOf(token, points);
  const deducted = (taken: Value[]) => ({
    kind: 'deduction' as const,
    values: taken.map((value) => ({ ...value, points: points - value.points })),
  });
  const [unit, second] = values;
  const repeated = unit && !second && EACH.test(before);
  switch (token.kind) {
    case 'gives':
      if (second) return { kind: 'range', values };
      return repeated
        ? { kind: 'per-item', values: multiplesOf(unit, points) }
        : { kind: 'level', values };
    case 'sinks':
      return { kind: 'level', values };
    case 'empties':
      return deducted(values);
    case 'takes': {
      const ceiling = parsePoints(CEILING.exec(after.split(/[。;]/, 1)[0] ?? '')?.[1] ?? '');
      return deducted(repeated ? multiplesOf(unit, ceiling ?? points) : values);
    }
  }
}

/**
 * The tokens that share the maximum between them: two or more, none of them 0, that add up to it.
 * In a numbered list the first of each item counts, and what else an item says is about its own
 * part. Without numbers every amount counts; then "得满分" shows that they are levels.
 */
export function partsOf(text: string, tokens: readonly Token[], points: Points): Token[] {
  const given = tokens.filter(({ kind, values }) => kind === 'gives' && values.length === 1);
  const shares = given.filter(
    ({ values }) => values[0]?.points !== 'all' && values[0]?.points !== 0,
  );
  const items = [...text.matchAll(ITEM)].map(({ index }) => index);
  const firsts = items.flatMap((start, item) => {
    const next = items[item + 1] ?? text.length;
    return shares.find((token) => token.start > start && token.end <= next) ?? [];
  });
  const candidates = items.length >= 2 ? firsts : given;
  const amounts = candidates.map(({ values }) => values[0]?.points ?? 0);
  if (amounts.some((amount) => amount === 'all' || amount === 0)) return [];
  const sum = amounts.reduce<Points>((total, amount) => total + Number(amount), 0);
  return candidates.length >= 2 && sum === points ? candidates : [];
}

function valuesOf(token: Token, points: Points): Value[] {
  return token.values.map((value) => ({
    ...value,
    points: value.points === 'all' ? points : value.points,
  }));
}

function multiplesOf(unit: Value, ceiling: Points): Value[] {
  const times = unit.points > 0 ? Math.floor(ceiling / unit.points) : 1;
  if (times > MOST_MULTIPLES) return [unit];
  return Array.from({ length: times }, (_, index) => ({
    ...unit,
    points: unit.points * (index + 1),
  }));
}

/** Without the numbering, brackets and separators that stand around it. */
export function labelOf(text: string): string {
  return text
    .replace(/^[\s,，、;；:：.。)）\]】]+/, '')
    .replace(/^(?:\d{1,2}[.．、]|[①-⑳]|[(（]\d{1,2}[)）]|[一二三四五六七八九十]、)\s*/, '')
    .replace(/[\s,，、;；:：(（[【]+$/, '');
}
