import type { Context } from '../context.ts';
import type { Evaluation, RuleInput, RuleOf } from '../terms.ts';
import { fault, missing, pointsEn, pointsZh, said } from '../trace.ts';

/** [RU4] `each` for every item that is met, the maximum for all of them, never more than that. */
export function evaluatePerItem(
  { count, each }: RuleOf<'per-item'>,
  input: RuleInput | null,
  { points }: Context,
): Evaluation {
  if (input === null)
    return missing(`请填满足几项（共 ${count} 项）`, `Enter how many of ${count} are met`);
  const met = input.kind === 'count' ? input.met : NaN;
  if (!Number.isSafeInteger(met) || met < 0 || met > count)
    return fault(
      `满足的项数应在 0 到 ${count} 之间`,
      `The number of items met must be between 0 and ${count}`,
    );
  if (met === count)
    return { points, trace: [said(`${count} 项全部满足`, `all ${count} items are met`)] };
  const due = met * each;
  const trace = [
    said(
      `${count} 项中满足 ${met} 项，每项 ${pointsZh(each)}`,
      `${met} of ${count} items are met, ${pointsEn(each)} each`,
    ),
  ];
  if (due <= points) return { points: due, trace };
  return { points, trace: [...trace, said('不超过满分', 'never more than the maximum')] };
}
