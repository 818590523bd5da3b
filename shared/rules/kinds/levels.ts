import type { Evaluation, RuleInput, RuleOf } from '../terms.ts';
import { fault, missing, said } from '../trace.ts';

/** [RU1] The chosen level's points. */
export function evaluateLevels(rule: RuleOf<'levels'>, input: RuleInput | null): Evaluation {
  if (input === null) return missing('请选择符合的一档', 'Choose the level that applies');
  const option = input.kind === 'choice' ? rule.options[input.choice] : undefined;
  if (!option) return fault('所选档次不存在，请重新选择', 'There is no such level; choose again');
  return { points: option.points, trace: [said(`“${option.label}”`, `“${option.label}”`)] };
}
