import { logGamma } from './log-gamma.ts';

const SMALLEST = 1e-300;
const PRECISION = 1e-15;
const MOST_STEPS = 10_000;

/**
 * P(X > x) for a chi-square distribution with `df` degrees of freedom: the regularised upper
 * incomplete gamma function Q(df/2, x/2). x ≥ 0, df a whole number from 1 on; 1 at x = 0.
 */
export function chiSquareUpperTail(x: number, df: number): number {
  const [a, z] = [df / 2, x / 2];
  if (z <= 0) return 1;
  // Each expansion converges fast on its own side of the mean (Numerical Recipes 6.2).
  return z < a + 1 ? 1 - lowerSeries(a, z) : upperFraction(a, z);
}

/** P(a, z) = e^−z z^a ÷ Γ(a) · Σ z^k ÷ (a (a+1) … (a+k)). */
function lowerSeries(a: number, z: number): number {
  let term = 1 / a;
  let sum = term;
  for (let k = 1; k < MOST_STEPS && term > sum * PRECISION; k += 1) {
    term *= z / (a + k);
    sum += term;
  }
  return sum * density(a, z);
}

/** Q(a, z) as a continued fraction, evaluated by Lentz' method. */
function upperFraction(a: number, z: number): number {
  let b = z + 1 - a;
  let c = 1 / SMALLEST;
  let d = 1 / b;
  let result = d;
  for (let k = 1; k < MOST_STEPS; k += 1) {
    const numerator = -k * (k - a);
    b += 2;
    d = 1 / awayFromZero(numerator * d + b);
    c = awayFromZero(b + numerator / c);
    result *= d * c;
    if (Math.abs(d * c - 1) < PRECISION) break;
  }
  return result * density(a, z);
}

const awayFromZero = (x: number): number => (Math.abs(x) < SMALLEST ? SMALLEST : x);

const density = (a: number, z: number): number => Math.exp(a * Math.log(z) - z - logGamma(a));
