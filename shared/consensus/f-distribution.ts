import { logGamma } from './log-gamma.ts';

const SMALLEST = 1e-300;
const PRECISION = 1e-15;
const MOST_STEPS = 10_000;

/**
 * P(X > x) for an F distribution with `df1` and `df2` degrees of freedom, which need not be whole
 * but are from 1 on: the regularised incomplete beta function I(df2/2, df1/2) at df2 ÷ (df2 + df1·x).
 * x ≥ 0; 1 at x = 0.
 */
export function fUpperTail(x: number, df1: number, df2: number): number {
  if (x <= 0) return 1;
  return incompleteBeta(df2 / 2, df1 / 2, df2 / (df2 + df1 * x));
}

/** I(a, b; x), 0 < x < 1, by its continued fraction (Numerical Recipes 6.4). */
function incompleteBeta(a: number, b: number, x: number): number {
  // The fraction converges fast on one side of the mean; the other side is the complement.
  if (x > (a + 1) / (a + b + 2)) return 1 - incompleteBeta(b, a, 1 - x);
  const front = logGamma(a + b) - logGamma(a) - logGamma(b) + a * Math.log(x) + b * Math.log1p(-x);
  return (Math.exp(front) * fraction(a, b, x)) / a;
}

/** Evaluated by Lentz' method. */
function fraction(a: number, b: number, x: number): number {
  let c = 1;
  let d = 1 / awayFromZero(1 - ((a + b) * x) / (a + 1));
  let result = d;
  for (let m = 1; m < MOST_STEPS; m += 1) {
    const even = (m * (b - m) * x) / ((a + 2 * m - 1) * (a + 2 * m));
    d = 1 / awayFromZero(1 + even * d);
    c = awayFromZero(1 + even / c);
    result *= d * c;
    const odd = (-(a + m) * (a + b + m) * x) / ((a + 2 * m) * (a + 2 * m + 1));
    d = 1 / awayFromZero(1 + odd * d);
    c = awayFromZero(1 + odd / c);
    result *= d * c;
    if (Math.abs(d * c - 1) < PRECISION) break;
  }
  return result;
}

const awayFromZero = (x: number): number => (Math.abs(x) < SMALLEST ? SMALLEST : x);
