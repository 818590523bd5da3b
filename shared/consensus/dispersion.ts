import { type Points, rate } from '../framework/points.ts';
import { type Agreement, agreementOf } from './agreement.ts';
import { quantile } from './quantiles.ts';
import { type Flag, rangeFlag, rangePercent } from './spread.ts';
import { notComputable, type Statistic, value } from './statistic.ts';

/** The mean of the others is this share (1 ÷ it) of the points away: an outlier. */
const OUTLIER_FRACTION = 5;

/** How far one score is from the others. */
export interface Gap {
  score: Points;
  /** |score − mean of the others| ÷ points, 0 … 1. */
  gap: Statistic;
  /** The same as printed: integer hundredths of a percent, half up; null below two scores. */
  percent: number | null;
  /** The score is above the mean of the others. */
  above: boolean;
  /** The gap is 20 % or more. Decided on integers. */
  outlier: boolean;
}

/** How far the experts are apart on one indicator. */
export interface Dispersion {
  n: number;
  /** (max − min) ÷ points, integer hundredths of a percent; null when nobody scored. */
  range: number | null;
  /** From the range: the primary sign. */
  flag: Flag;
  agreement: Agreement;
  /** In points (not hundredths), like `sd` and `iqr`. */
  mean: Statistic;
  /** Sample standard deviation, n − 1. */
  sd: Statistic;
  /** SD ÷ mean. */
  cv: Statistic;
  /** Q3 − Q1, type 7. Secondary: it is 0 for [0, 2.5, 2.5, 2.5, 5]. */
  iqr: Statistic;
  /** Within-group agreement against random scoring, 0 … 1; see `withinGroupAgreement`. */
  rwg: Statistic;
  /** In the order of the scores given. */
  gaps: Gap[];
}

/** Of the scores given on one indicator (abstained and missing ones left out), in any order. */
export function dispersion(
  scores: readonly Points[],
  leaf: { points: Points; step: Points },
): Dispersion {
  const sorted = [...scores].sort((a, b) => a - b);
  const n = sorted.length;
  const range = rangePercent(sorted, leaf.points);
  const sum = sorted.reduce((total, score) => total + score, 0);
  const few = notComputable('too-few');
  const variance = n < 2 ? null : sampleVariance(sorted, sum);
  return {
    n,
    range,
    flag: rangeFlag(range),
    agreement: agreementOf(sorted, leaf.step),
    mean: n === 0 ? few : value(sum / n / 100),
    sd: variance === null ? few : value(Math.sqrt(variance) / 100),
    cv: variance === null ? few : variation(Math.sqrt(variance), sum / n),
    iqr: n < 2 ? few : value((quantile(sorted, 0.75) - quantile(sorted, 0.25)) / 100),
    rwg: variance === null ? few : withinGroupAgreement(variance, leaf),
    gaps: scores.map((score) => gapOf(score, sum, n, leaf.points)),
  };
}

function sampleVariance(scores: readonly Points[], sum: Points): number {
  const n = scores.length;
  // n·Σx² − (Σx)² is an exact integer, so equal scores give exactly 0.
  const squares = scores.reduce((total, score) => total + score * score, 0);
  return (n * squares - sum * sum) / (n * (n - 1));
}

function variation(sd: number, mean: number): Statistic {
  return mean === 0 ? notComputable('mean-zero') : value(sd / mean);
}

/**
 * r_wg = 1 − s² ÷ σ²EU, not below 0 (James, Demaree & Wolf 1984), where σ²EU = step²·(A² − 1) ÷ 12 is
 * the variance of random scoring on A = points ÷ step + 1 equal steps.
 */
function withinGroupAgreement(
  variance: number,
  { points, step }: { points: Points; step: Points },
): Statistic {
  if (step <= 0 || points % step !== 0) return notComputable('uneven-grid');
  const options = points / step + 1;
  if (options < 2) return notComputable('no-difference');
  const random = (step * step * (options * options - 1)) / 12;
  return value(Math.max(0, 1 - variance / random));
}

function gapOf(score: Points, sum: Points, n: number, points: Points): Gap {
  const none = { percent: null, above: false, outlier: false };
  if (n < 2) return { score, gap: notComputable('too-few'), ...none };
  const others = n - 1;
  const signed = score * others - (sum - score);
  const apart = Math.abs(signed);
  return {
    score,
    gap: value(apart / others / points),
    percent: rate(apart, others * points),
    above: signed > 0,
    outlier: OUTLIER_FRACTION * apart >= points * others,
  };
}
