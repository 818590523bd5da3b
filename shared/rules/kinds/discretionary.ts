import type { Context } from '../context.ts';
import { MAX_DEDUCTIONS, type Deduction, type Evaluation, type RuleInput } from '../terms.ts';
import { fault, missing, pointsEn, pointsZh, said } from '../trace.ts';

/**
 * [RU7] The maximum less what is listed, each with its reason. An empty list is the maximum; no list
 * at all is still open: nobody has looked.
 */
export function evaluateDiscretionary(input: RuleInput | null, { points }: Context): Evaluation {
  if (input === null)
    return missing(
      '请列出扣分项；没有扣分的，请确认满分',
      'List the deductions, or confirm that there are none',
    );
  if (input.kind !== 'deductions' || input.deductions.length > MAX_DEDUCTIONS)
    return fault('请逐条填写扣分项', 'List the deductions one by one');
  const { deductions } = input;
  const invalid = deductions.findIndex(
    ({ amount }) => !Number.isSafeInteger(amount) || amount <= 0,
  );
  if (invalid >= 0)
    return fault(`第 ${invalid + 1} 条扣分应大于 0`, `Deduction ${invalid + 1} must be over 0`);
  const unexplained = deductions.findIndex(({ reason }) => reason.trim() === '');
  if (unexplained >= 0)
    return missing(
      `请写明第 ${unexplained + 1} 条扣分的理由`,
      `Give the reason of deduction ${unexplained + 1}`,
    );
  const taken = deductions.reduce((sum, { amount }) => sum + amount, 0);
  if (taken > points)
    return fault(
      `扣分合计 ${pointsZh(taken)}，超过分值 ${pointsZh(points)}`,
      `The deductions come to ${pointsEn(taken)}, more than the ${pointsEn(points)} there are`,
    );
  if (deductions.length === 0) return { points, trace: [said('无扣分', 'no deduction')] };
  const total = said(`共扣 ${pointsZh(taken)}`, `less ${pointsEn(taken)} in all`);
  const clauses = deductions.map(clauseOf);
  return { points: points - taken, trace: deductions.length > 1 ? [...clauses, total] : clauses };
}

function clauseOf({ amount, reason }: Deduction) {
  const words = reason.trim().replace(/[。；;，,]+$/, '');
  return said(`${words}，扣 ${pointsZh(amount)}`, `${words}: less ${pointsEn(amount)}`);
}
