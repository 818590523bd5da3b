import type { Points } from '../framework/points.ts';

/** numerator ÷ denominator hundredths of a point, not rounded. numerator ≥ 0, denominator > 0. */
export interface Fraction {
  numerator: number;
  denominator: number;
}

/**
 * The sum of fractions, rounded half up once, to 0.01 point. BigInt, because the common
 * denominator of a whole sheet passes 2^53.
 */
export function sumHalfUp(fractions: readonly Fraction[]): Points {
  let numerator = 0n;
  let denominator = 1n;
  for (const part of fractions) {
    const below = BigInt(part.denominator);
    numerator = numerator * below + BigInt(part.numerator) * denominator;
    denominator *= below;
    const shared = greatestCommonDivisor(numerator, denominator);
    numerator /= shared;
    denominator /= shared;
  }
  return Number((2n * numerator + denominator) / (2n * denominator));
}

function greatestCommonDivisor(a: bigint, b: bigint): bigint {
  while (b !== 0n) [a, b] = [b, a % b];
  return a;
}
