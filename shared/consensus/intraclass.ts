import { notComputable, type Statistic, value } from './statistic.ts';

/** Intraclass correlations of Shrout & Fleiss (1979), with the mean squares that they rest on. */
export interface Intraclass {
  /** Indicators rated (targets). */
  n: number;
  /** Experts (judges). */
  k: number;
  /** Mean squares between targets, between judges, and of the rest. */
  bms: Statistic;
  jms: Statistic;
  ems: Statistic;
  /** ICC(2,1): one expert of many such, absolute agreement. */
  single: Statistic;
  /** ICC(2,k): the mean of the k experts, absolute agreement. */
  average: Statistic;
  /** ICC(3,1): one of just these experts, consistency. */
  consistency: Statistic;
}

/** Sums of squares below this share of the largest one are what rounding leaves of 0. */
const NOISE = 1e-12;

/**
 * - ICC(2,1) = (BMS − EMS) ÷ [BMS + (k − 1)EMS + k(JMS − EMS)/n]
 * - ICC(2,k) = (BMS − EMS) ÷ [BMS + (JMS − EMS)/n]
 * - ICC(3,1) = (BMS − EMS) ÷ [BMS + (k − 1)EMS]
 *
 * `ratings[expert][indicator]`, all rows of the same length, rates rather than points (`ratingsOf`).
 * May be negative. Never to be shown alone: where indicators differ little it is low although the
 * experts agree.
 */
export function intraclass(ratings: readonly (readonly number[])[]): Intraclass {
  const k = ratings.length;
  const n = ratings[0]?.length ?? 0;
  if (k < 2 || n < 2) return { n, k, ...none('too-few') };
  const { targets, judges, rest } = sumsOfSquares(ratings, n, k);
  if (targets === 0 && judges === 0 && rest === 0) return { n, k, ...none('no-difference') };

  const [bms, jms, ems] = [targets / (n - 1), judges / (k - 1), rest / ((n - 1) * (k - 1))];
  return {
    n,
    k,
    bms: value(bms),
    jms: value(jms),
    ems: value(ems),
    single: ratio(bms - ems, bms + (k - 1) * ems + (k * (jms - ems)) / n),
    average: ratio(bms - ems, bms + (jms - ems) / n),
    consistency: ratio(bms - ems, bms + (k - 1) * ems),
  };
}

function none(why: 'too-few' | 'no-difference') {
  const figure = notComputable(why);
  const squares = { bms: figure, jms: figure, ems: figure };
  return { ...squares, single: figure, average: figure, consistency: figure };
}

/** A denominator that isn't positive says that these data don't fit the model, not that ICC is big. */
function ratio(numerator: number, denominator: number): Statistic {
  return denominator > 0 ? value(numerator / denominator) : notComputable('no-difference');
}

function sumsOfSquares(ratings: readonly (readonly number[])[], n: number, k: number) {
  const grand = mean(ratings.flat());
  const rows = ratings.map(mean);
  const columns = Array.from({ length: n }, (_, at) => mean(ratings.map((row) => row[at] ?? 0)));
  const targets = k * squares(columns.map((column) => column - grand));
  const judges = n * squares(rows.map((row) => row - grand));
  const rest = squares(
    ratings.flatMap((row, expert) =>
      row.map((rating, at) => rating - (rows[expert] ?? 0) - (columns[at] ?? 0) + grand),
    ),
  );
  const size = squares(ratings.flat());
  const clean = (sum: number) => (sum <= size * NOISE ? 0 : sum);
  return { targets: clean(targets), judges: clean(judges), rest: clean(rest) };
}

const mean = (figures: readonly number[]): number =>
  figures.reduce((sum, figure) => sum + figure, 0) / figures.length;

const squares = (figures: readonly number[]): number =>
  figures.reduce((sum, figure) => sum + figure * figure, 0);
