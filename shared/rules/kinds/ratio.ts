import { formatPoints } from '../../framework/points.ts';
import type { Context } from '../context.ts';
import { compareToRate, percentOf, roundHalfUp } from '../fractions.ts';
import { measured } from '../measured.ts';
import type { Evaluation, RuleInput, RuleOf } from '../terms.ts';
import { said } from '../trace.ts';

const FULL = 100_00;

/** [RU6] The rate times the maximum, half up to a hundredth; over 100 % it is the maximum. */
export function evaluateRatio(
  { measure }: RuleOf<'ratio'>,
  input: RuleInput | null,
  { points, facts }: Context,
): Evaluation {
  const rate = measured(measure, input, facts);
  if (!('fraction' in rate)) return rate;
  if (compareToRate(rate.fraction, FULL) > 0)
    return {
      points,
      trace: [rate.clause, said('超过 100%，按满分计', 'over 100%, counts as the maximum')],
    };
  const { part, whole } = rate.fraction;
  const given = roundHalfUp(part * BigInt(points), whole);
  const exact = part * BigInt(points) === BigInt(given) * whole;
  const { text } = percentOf(rate.fraction);
  const product = `${text}% × ${formatPoints(points)} ${exact ? '=' : '≈'} ${formatPoints(given)}`;
  return { points: given, trace: [rate.clause, said(product, product)] };
}
