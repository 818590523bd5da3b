import type { Context } from '../context.ts';
import { compareToRate } from '../fractions.ts';
import { measured } from '../measured.ts';
import type { Evaluation, RuleInput, RuleOf } from '../terms.ts';
import { percent, said } from '../trace.ts';

/** [RU5] The first row that is reached, from the highest rate down; `below` where none is. */
export function evaluateThreshold(
  { measure, rows, below }: RuleOf<'threshold'>,
  input: RuleInput | null,
  { facts }: Context,
): Evaluation {
  const rate = measured(measure, input, facts);
  if (!('fraction' in rate)) return rate;
  const falling = [...rows].sort((a, b) => b.least - a.least);
  const reached = falling.find((row) => compareToRate(rate.fraction, row.least) >= 0);
  if (reached) {
    const bound = percent(reached.least);
    return {
      points: reached.points,
      trace: [rate.clause, said(`达到 ${bound}`, `reaches ${bound}`)],
    };
  }
  const lowest = percent(falling.at(-1)?.least ?? 0);
  return { points: below, trace: [rate.clause, said(`低于 ${lowest}`, `below ${lowest}`)] };
}
