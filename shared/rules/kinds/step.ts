import { formatPoints } from '../../framework/points.ts';
import type { Context } from '../context.ts';
import {
  ceilOf,
  compareToRate,
  distance,
  floorOf,
  percentOf,
  roundHalfDown,
  roundHalfUp,
  type Fraction,
} from '../fractions.ts';
import { measured } from '../measured.ts';
import type { Evaluation, RuleInput, RuleOf, Sentence } from '../terms.ts';
import { fault, percent, pointsEn, pointsZh, said } from '../trace.ts';

/**
 * [RU3] The maximum less `each` for every `every` that the rate falls short of `from` (or exceeds it).
 * At 95 %, 10 % and 1 point, 64.4 % of 5 points is 2 by whole steps begun and finished (floor), 1.94
 * by share (linear), 1 where a begun step counts (ceil). Never more than `most` is taken, never less
 * than 0 left.
 */
export function evaluateStep(
  rule: RuleOf<'step'>,
  input: RuleInput | null,
  { points, facts }: Context,
): Evaluation {
  const rate = measured(rule.measure, input, facts);
  if (!('fraction' in rate)) return rate;
  if (rule.every <= 0)
    return fault(
      '评分规则的每档幅度应大于 0，请告知秘书',
      'The step of this rule must be over 0; tell the secretary',
    );
  const side = compareToRate(rate.fraction, rule.from);
  if (rule.side === 'below' ? side >= 0 : side <= 0) {
    const [zh, en] = rule.side === 'below' ? ['达到', 'reaches'] : ['未超过', 'does not exceed'];
    const bound = percent(rule.from);
    return {
      points,
      trace: [rate.clause, said(`${zh} ${bound}，不扣分`, `${en} ${bound}, nothing is taken`)],
    };
  }
  const gap = distance(rate.fraction, rule.from);
  const taken = Math.min(due(rule, gap), rule.most, points);
  const capped = taken < due(rule, gap) ? capClause(taken) : [];
  return { points: points - taken, trace: [rate.clause, gapClause(rule, gap), ...capped] };
}

/** What the steps come to, before the ceiling. By share it is rounded half down: what is left is then half up. */
function due({ every, each, rounding }: RuleOf<'step'>, gap: Fraction): number {
  const steps = { part: gap.part * 100_00n, whole: gap.whole * BigInt(every) };
  if (rounding === 'floor') return each * floorOf(steps.part, steps.whole);
  if (rounding === 'ceil') return each * ceilOf(steps.part, steps.whole);
  return roundHalfDown(BigInt(each) * steps.part, steps.whole);
}

function gapClause(rule: RuleOf<'step'>, gap: Fraction): Sentence {
  const { every, each, rounding } = rule;
  const { text, exact } = percentOf(gap);
  const about = exact ? '' : '约 ';
  const size = percent(every);
  const amount = due(rule, gap);
  const steps = stepsText(rule, gap);
  const [zhSide, enSide] = rule.side === 'below' ? ['低于', 'below'] : ['超出', 'above'];
  const zhRule = {
    floor: `按 ${size} 一档，不足一档不计，计 ${steps} 档`,
    ceil: `按 ${size} 一档，不足一档按一档计，计 ${steps} 档`,
    linear: `按 ${size} 一档的比例折算，计 ${steps} 档`,
  }[rounding];
  const enRule = {
    floor: `${steps} full steps of ${size}`,
    ceil: `${steps} steps of ${size}, a begun one counts`,
    linear: `${steps} steps of ${size} in proportion`,
  }[rounding];
  return said(
    `${zhSide} ${percent(rule.from)} ${about}${text} 个百分点，${zhRule}，每档扣 ${pointsZh(each)}，扣 ${pointsZh(amount)}`,
    `${exact ? '' : 'about '}${text} percentage points ${enSide} ${percent(rule.from)}, ${enRule}, ${pointsEn(each)} a step, less ${pointsEn(amount)}`,
  );
}

function stepsText({ every, rounding }: RuleOf<'step'>, gap: Fraction): string {
  const part = gap.part * 100_00n;
  const whole = gap.whole * BigInt(every);
  if (rounding === 'floor') return String(floorOf(part, whole));
  if (rounding === 'ceil') return String(ceilOf(part, whole));
  return formatPoints(roundHalfUp(part * 100n, whole));
}

function capClause(taken: number): Sentence[] {
  return [said(`扣完 ${pointsZh(taken)}为止`, `at most ${pointsEn(taken)} are taken`)];
}
