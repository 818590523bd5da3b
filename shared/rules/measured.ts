import { formatYuan } from '../framework/money.ts';
import { fractionOfRate, writtenRate, type Fraction } from './fractions.ts';
import {
  MAX_RATE,
  type Evaluation,
  type Measure,
  type ProjectFacts,
  type RuleInput,
  type Sentence,
} from './terms.ts';
import { fault, missing, percent, said } from './trace.ts';

/** The rate that was entered, or that the project's facts give, and how it reads. */
export type Measured =
  { fraction: Fraction; clause: Sentence } | Exclude<Evaluation, { points: number }>;

/**
 * The rate of a measure. An entered figure goes before the project's own: an expert who has seen the
 * vouchers may know better. The rate stays exact; only its printed form has two places.
 */
export function measured(measure: Measure, input: RuleInput | null, facts: ProjectFacts): Measured {
  if (input === null) return measure.of === 'project' ? fromFacts(measure, facts) : asked(measure);
  if (input.kind === 'rate') return fromRate(measure, input.rate);
  if (input.kind === 'quotient') return quotient(measure, input.part, input.whole);
  return fault(
    `这条标准按${measure.name}计分，请填百分比或两个数`,
    `This criterion goes by a rate (${measure.name}): enter a percentage or the two figures`,
  );
}

function fromFacts(measure: Measure, { budget, spent }: ProjectFacts): Measured {
  if (budget === null || spent === null || budget <= 0) return asked(measure);
  return quotient(measure, spent, budget);
}

function asked({ name, part, whole }: Measure): Measured {
  return missing(
    `请填${name}，或分别填${part}和${whole}`,
    `Enter the rate (${name}), or both figures (${part}, ${whole})`,
  );
}

function fromRate(measure: Measure, rate: number): Measured {
  const most = measure.of === 'count' ? 100_00 : MAX_RATE;
  if (!Number.isSafeInteger(rate) || rate < 0 || rate > most)
    return fault(
      `${measure.name}应在 0 到 ${percent(most)} 之间，最多两位小数`,
      `The rate (${measure.name}) must be between 0 and ${percent(most)}, with at most two decimals`,
    );
  const written = percent(rate);
  return {
    fraction: fractionOfRate(rate),
    clause: said(`${measure.name} ${written}`, `${measure.name} ${written}`),
  };
}

function quotient(measure: Measure, part: number, whole: number): Measured {
  const { name } = measure;
  if (!Number.isSafeInteger(part) || part < 0 || !Number.isSafeInteger(whole) || whole <= 0)
    return fault(
      `${measure.whole}必须大于 0，${measure.part}不能小于 0`,
      `“${measure.whole}” must be over 0, “${measure.part}” not below 0`,
    );
  if (measure.of === 'count' && part > whole)
    return fault(
      `${measure.part}不能多于${measure.whole}`,
      `“${measure.part}” can't be more than “${measure.whole}”`,
    );
  // More than a typed rate may be is a slip of units, and its steps would pass exact numbers.
  if (BigInt(part) * 100_00n > BigInt(whole) * BigInt(MAX_RATE))
    return fault(
      `${measure.part}超过${measure.whole}的 ${percent(MAX_RATE)}，请核对两个数的单位`,
      `“${measure.part}” is over ${percent(MAX_RATE)} of “${measure.whole}”: check the units of both`,
    );
  const fraction = { part: BigInt(part), whole: BigInt(whole) };
  const [zh, en] = measure.of === 'count' ? ['', ''] : [' 元', ' yuan'];
  const show = measure.of === 'count' ? String : formatYuan;
  const rate = writtenRate(fraction);
  const formula = (unit: string) =>
    `${name} = ${measure.part} ${show(part)}${unit} ÷ ${measure.whole} ${show(whole)}${unit} ${rate}`;
  return { fraction, clause: said(formula(zh), formula(en)) };
}
