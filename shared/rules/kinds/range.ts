import { formatPoints } from '../../framework/points.ts';
import type { Evaluation, RuleInput, RuleOf } from '../terms.ts';
import { fault, missing, said } from '../trace.ts';

/** [RU2] A choice, then a value from its least to its most; where these are one, that value. */
export function evaluateRange(rule: RuleOf<'range'>, input: RuleInput | null): Evaluation {
  if (input === null) return missing('请选择符合的一档', 'Choose the level that applies');
  const option = input.kind === 'choice' ? rule.options[input.choice] : undefined;
  if (input.kind !== 'choice' || !option)
    return fault('所选档次不存在，请重新选择', 'There is no such level; choose again');
  const { label, least, most } = option;
  const trace = [said(`“${label}”`, `“${label}”`)];
  if (least === most) return { points: most, trace };
  const bounds = `${formatPoints(least)}–${formatPoints(most)}`;
  const { value } = input;
  if (value === undefined)
    return missing(
      `这一档为 ${bounds} 分，请在其中给分`,
      `This level is worth ${bounds} points: give a value in it`,
    );
  if (!Number.isSafeInteger(value) || value < least || value > most)
    return fault(
      `这一档为 ${bounds} 分，所给分数不在其中`,
      `This level is worth ${bounds} points; the value is outside`,
    );
  return {
    points: value,
    trace: [...trace, said(`在 ${bounds} 分内核定`, `set within ${bounds} points`)],
  };
}
