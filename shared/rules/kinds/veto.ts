import type { Context, Evaluate } from '../context.ts';
import type { Evaluation, RuleInput, RuleOf } from '../terms.ts';
import { fault, said } from '../trace.ts';

/** [RU8] Any condition that is met gives 0, whatever else was entered. Otherwise the other rule. */
export function evaluateVeto(
  rule: RuleOf<'veto'>,
  input: RuleInput | null,
  context: Context,
  evaluate: Evaluate,
): Evaluation {
  if (input !== null && input.kind !== 'veto')
    return fault('请勾选是否出现不得分的情形', 'Tick which of the conditions are met');
  const hits = input?.hits ?? [];
  const unknown = hits.some((hit) => rule.conditions[hit] === undefined);
  if (unknown) return fault('所选情形不存在，请重新勾选', 'There is no such condition; tick again');
  if (hits.length > 0) {
    const named = hits.map((hit) => `“${rule.conditions[hit]}”`).join('、');
    return {
      points: 0,
      trace: [said(`出现${named}，不得分`, `${named} occurred: nothing is given`)],
    };
  }
  const clear = said('未出现不得分的情形', 'none of the excluding conditions occurred');
  if (rule.otherwise === null) {
    // Without another rule only the ticks decide: somebody must have looked at them.
    return input === null
      ? { missing: said('请确认是否出现不得分的情形', 'Confirm whether a condition is met') }
      : { points: context.points, trace: [clear] };
  }
  const inner = evaluate(rule.otherwise, input?.of ?? null, context);
  return 'points' in inner ? { ...inner, trace: [...inner.trace, clear] } : inner;
}
