import { divideHalfUp, formatPoints } from '../../framework/points.ts';
import type { Context, Evaluate } from '../context.ts';
import type { Evaluation, RuleInput, RuleOf } from '../terms.ts';
import { fault, said } from '../trace.ts';

/** [RU9] Half, half up to a hundredth, of what the other rule gives, where evidence is missing. */
export function evaluateHalf(
  rule: RuleOf<'half'>,
  input: RuleInput | null,
  context: Context,
  evaluate: Evaluate,
): Evaluation {
  if (input !== null && input.kind !== 'evidence')
    return fault('请勾选有无佐证', 'Tick whether there is evidence');
  const inner = evaluate(rule.of, input?.of ?? null, context);
  if (!('points' in inner) || !input?.without) return inner;
  const points = divideHalfUp(inner.points, 2);
  const product = `${formatPoints(inner.points)} × 50% = ${formatPoints(points)}`;
  return {
    points,
    trace: [
      ...inner.trace,
      said(`${rule.when}，按 50% 计分：${product}`, `${rule.when}, counts half: ${product}`),
    ],
  };
}
