import type { Points } from '../framework/points.ts';
import type { Measure, Rule, RuleOf } from './terms.ts';

/** What is wrong with a rule; `actual` and `limit` are what the comment says, else null. */
export type RuleProblemCode =
  /** Hundredths: the most that the rule gives; the points of its indicator or part. */
  | 'maximum-off'
  /** No level, row, condition or part to choose from. */
  | 'empty'
  | 'label-empty'
  /** The rate of the measure, its part or its whole has no name. */
  | 'measure-unnamed'
  /** A size of step, an amount or a number of items is 0. */
  | 'amount-zero'
  /** Hundredths: an amount within the rule; the points it is more than. */
  | 'amount-over'
  /** Hundredths: a range's least; its most. */
  | 'range-reversed'
  /** Hundredths of a percent: a row's rate; that of the row above, which must be higher. */
  | 'rows-not-falling'
  /** Hundredths: a row's points; those of the row above, which must not be fewer. */
  | 'row-points-rise';

export interface RuleProblem {
  code: RuleProblemCode;
  /** The way to the part that it is in: indices of parts; [] is the rule itself. */
  at: number[];
  /** The option, row, condition or part that it is about, or null: the rule as a whole. */
  item: number | null;
  actual: number | null;
  limit: number | null;
}

/** Everything that keeps a rule from being used for an indicator (or part) of `points`. [RU12] */
export function checkRule(rule: Rule, points: Points, at: number[] = []): RuleProblem[] {
  return check(rule, points, at).map((problem) => ({ ...none, at, ...problem }));
}

type Found = Partial<RuleProblem> & Pick<RuleProblem, 'code'>;

const none = { item: null, actual: null, limit: null };

function check(rule: Rule, points: Points, at: number[]): Found[] {
  switch (rule.kind) {
    case 'levels':
      return [...labels(rule.options), ...maximum(rule.options.map(each('points')), points)];
    case 'range':
      return [
        ...labels(rule.options),
        ...rule.options.flatMap(({ least, most }, item): Found[] =>
          least > most ? [{ code: 'range-reversed', item, actual: least, limit: most }] : [],
        ),
        ...maximum(rule.options.map(each('most')), points),
      ];
    case 'step':
      return [
        ...named(rule.measure),
        ...(rule.every > 0 && rule.each > 0 && rule.most > 0 ? [] : [zero]),
        ...over(Math.max(rule.each, rule.most), points),
      ];
    case 'per-item':
      return [...(rule.count > 0 && rule.each > 0 ? [] : [zero]), ...over(rule.each, points)];
    case 'threshold':
      return [...named(rule.measure), ...rows(rule, points)];
    case 'ratio':
      return named(rule.measure);
    case 'discretionary':
      return rule.usual === null
        ? []
        : [...(rule.usual > 0 ? [] : [zero]), ...over(rule.usual, points)];
    case 'veto':
      return [
        ...labels(rule.conditions.map((label) => ({ label }))),
        ...(rule.otherwise === null ? [] : checkRule(rule.otherwise, points, at)),
      ];
    case 'half':
      return [
        ...(rule.when.trim() === '' ? [{ code: 'label-empty' as const }] : []),
        ...checkRule(rule.of, points, at),
      ];
    case 'composite':
      return [
        ...labels(rule.parts),
        ...maximum([rule.parts.reduce((sum, part) => sum + part.points, 0)], points),
        ...rule.parts.flatMap((part, index) => checkRule(part.rule, part.points, [...at, index])),
      ];
  }
}

const zero: Found = { code: 'amount-zero' };

const each =
  <K extends string>(key: K) =>
  (item: Record<K, number>): number =>
    item[key];

function labels(items: readonly { label: string }[]): Found[] {
  if (items.length === 0) return [{ code: 'empty' }];
  return items.flatMap(({ label }, item): Found[] =>
    label.trim() === '' ? [{ code: 'label-empty', item }] : [],
  );
}

function maximum(amounts: readonly Points[], points: Points): Found[] {
  const most = Math.max(0, ...amounts);
  if (amounts.length === 0 || most === points) return [];
  return [{ code: 'maximum-off', actual: most, limit: points }];
}

function over(amount: Points, points: Points): Found[] {
  return amount > points ? [{ code: 'amount-over', actual: amount, limit: points }] : [];
}

function named({ name, part, whole }: Measure): Found[] {
  return [name, part, whole].some((word) => word.trim() === '')
    ? [{ code: 'measure-unnamed' }]
    : [];
}

function rows({ rows: all, below }: RuleOf<'threshold'>, points: Points): Found[] {
  if (all.length === 0) return [{ code: 'empty' }];
  const found = maximum([...all.map(each('points')), below], points);
  for (const [item, row] of all.entries()) {
    const above = all[item - 1];
    if (above && row.least >= above.least)
      found.push({ code: 'rows-not-falling', item, actual: row.least, limit: above.least });
    if (above && row.points > above.points)
      found.push({ code: 'row-points-rise', item, actual: row.points, limit: above.points });
  }
  const last = all.at(-1)!;
  if (below > last.points)
    found.push({ code: 'row-points-rise', item: all.length, actual: below, limit: last.points });
  return found;
}
