import { formatPoints } from '../framework/points.ts';
import type { Rate } from './terms.ts';

/**
 * A rate held exactly, part ÷ whole: nothing is rounded before the points are. In BigInt, because an
 * amount in fen times 10,000 is no safe integer.
 */
export interface Fraction {
  part: bigint;
  /** Over 0. */
  whole: bigint;
}

const HUNDRED_PERCENT = 100_00n;

export const fractionOfRate = (rate: Rate): Fraction => ({
  part: BigInt(rate),
  whole: HUNDRED_PERCENT,
});

/** Below 0, 0 or above 0, as a fraction is below, at or above a rate. */
export function compareToRate({ part, whole }: Fraction, rate: Rate): number {
  const difference = part * HUNDRED_PERCENT - BigInt(rate) * whole;
  return difference < 0n ? -1 : difference > 0n ? 1 : 0;
}

/** How far a fraction is from a rate, as a fraction of 100 %: 64.4 % is 30.6 points from 95 %. */
export function distance(fraction: Fraction, rate: Rate): Fraction {
  const difference = fraction.part * HUNDRED_PERCENT - BigInt(rate) * fraction.whole;
  const part = difference < 0n ? -difference : difference;
  return { part, whole: fraction.whole * HUNDRED_PERCENT };
}

/** numerator ÷ denominator, half up. Both are at least 0, the denominator over 0. */
export function roundHalfUp(numerator: bigint, denominator: bigint): number {
  return Number((numerator * 2n + denominator) / (denominator * 2n));
}

/** The same, half down: what a rounding half up of the rest leaves to be taken. */
export function roundHalfDown(numerator: bigint, denominator: bigint): number {
  return Number((numerator * 2n + denominator - 1n) / (denominator * 2n));
}

export function floorOf(numerator: bigint, denominator: bigint): number {
  return Number(numerator / denominator);
}

export function ceilOf(numerator: bigint, denominator: bigint): number {
  return Number((numerator + denominator - 1n) / denominator);
}

/** '64.39', in percent with at most two places, and whether that is all of it. */
export function percentOf({ part, whole }: Fraction): { text: string; exact: boolean } {
  const scaled = part * HUNDRED_PERCENT;
  return { text: formatPoints(roundHalfUp(scaled, whole)), exact: scaled % whole === 0n };
}

/** '= 64.4%' or '≈ 64.39%': a printed rate never passes for an exact one. */
export function writtenRate(fraction: Fraction): string {
  const { text, exact } = percentOf(fraction);
  return `${exact ? '=' : '≈'} ${text}%`;
}
