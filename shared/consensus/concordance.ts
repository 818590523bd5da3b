import { chiSquareUpperTail } from './chi-square.ts';
import { fUpperTail } from './f-distribution.ts';
import { notComputable, type Obstacle, type Statistic, value } from './statistic.ts';

/** How far experts put the indicators in the same order. */
export interface Kendall {
  /** Experts. */
  m: number;
  /** Indicators. */
  n: number;
  /** Σ(t³ − t) over all groups of t tied indicators of an expert. */
  ties: number;
  /** Kendall's W, corrected for ties: 0 none … 1 complete. */
  w: Statistic;
  /** m(n − 1)W with `df` degrees of freedom. */
  chiSquare: Statistic;
  df: number;
  /** P(χ² this large | no agreement). An approximation: with n ≤ 7 look at `fp` as well. */
  p: Statistic;
  /** (m − 1)W ÷ (1 − W), with `fdf` degrees of freedom. */
  f: Statistic;
  /** (n − 1) − 2/m, and (m − 1) times that. */
  fdf: readonly [number, number];
  /** P(F this large | no agreement): nearer than `p` with few indicators. */
  fp: Statistic;
}

/**
 * Kendall's coefficient of concordance (Kendall & Babington Smith 1939; ties: Siegel & Castellan
 * 1988): W = 12S ÷ [m²(n³ − n) − mΣT]. `ratings[expert][indicator]`, all rows of the same length;
 * ratings are ranked expert by expert, so use rates (`ratingsOf`), never points.
 */
export function kendall(ratings: readonly (readonly number[])[]): Kendall {
  const m = ratings.length;
  const n = ratings[0]?.length ?? 0;
  const ties = ratings.reduce((sum, row) => sum + tieTerm(row), 0);
  const df1 = m < 2 || n < 2 ? 0 : n - 1 - 2 / m;
  const fdf = [df1, (m - 1) * df1] as const;
  const figures = { m, n, ties, df: Math.max(0, n - 1), fdf };
  const without = (why: Obstacle): Kendall => {
    const none = notComputable(why);
    return { ...figures, w: none, chiSquare: none, p: none, f: none, fp: none };
  };
  if (m < 2 || n < 2) return without('too-few');
  const range = m * m * (n ** 3 - n) - m * ties;
  if (range === 0) return without('no-difference');

  const ranks = ratings.map(ranksOf);
  const mean = (m * (n + 1)) / 2;
  const sums = Array.from({ length: n }, (_, column) =>
    ranks.reduce((sum, row) => sum + (row[column] ?? 0), 0),
  );
  const squares = sums.reduce((sum, rankSum) => sum + (rankSum - mean) ** 2, 0);
  const w = (12 * squares) / range;
  const chiSquare = m * (n - 1) * w;
  const f = w < 1 ? ((m - 1) * w) / (1 - w) : null;
  return {
    ...figures,
    w: value(w),
    chiSquare: value(chiSquare),
    p: value(chiSquareUpperTail(chiSquare, n - 1)),
    f: f === null ? notComputable('unbounded') : value(f),
    fp: fTail(f, fdf),
  };
}

/** Two experts and two indicators leave no degree of freedom; complete agreement has no F. */
function fTail(f: number | null, [df1, df2]: readonly [number, number]): Statistic {
  if (f === null) return notComputable('unbounded');
  return df1 < 1 || df2 < 1 ? notComputable('too-few') : value(fUpperTail(f, df1, df2));
}

/** Ranks from 1, ties sharing the mean of their ranks: halves at most, so sums stay exact. */
function ranksOf(row: readonly number[]): number[] {
  return row.map((rating) => {
    const below = row.filter((other) => other < rating).length;
    const same = row.filter((other) => other === rating).length;
    return below + (same + 1) / 2;
  });
}

function tieTerm(row: readonly number[]): number {
  const groups = [...new Set(row)].map((rating) => row.filter((other) => other === rating).length);
  return groups.reduce((sum, t) => sum + t ** 3 - t, 0);
}
