/**
 * Points are integers in hundredths of a point everywhere inside the product; text exists only at
 * the edge. 5 points are `500`, half a point is `50`.
 */
export type Points = number;

/** The most that one text may name: 1000 points. */
export const MAX_POINTS: Points = 1000_00;

/** The grid of a new indicator: half a point. */
export const DEFAULT_STEP: Points = 50;

/** Longer than any honest amount with its spaces; bounds the work on pasted text. */
const MAX_TEXT = 32;

const AMOUNT = /^(\d*)(?:\.(\d{0,2}))?\s*分?$/;

/**
 * Characters that an input method or an office table puts where ASCII is meant: the full-width
 * block, the ideographic space, and the Chinese full stop that a Chinese keyboard gives for a dot.
 * One character stays one character, so offsets into the text keep their meaning.
 */
export function halfWidth(text: string): string {
  if (!/[\uff01-\uff5e\u3000]/.test(text)) return text;
  return text
    .replace(/[\uff01-\uff5e]/g, (c) => String.fromCharCode(c.charCodeAt(0) - 0xfee0))
    .replace(/\u3000/g, ' ');
}

/**
 * Points from what a person typed or pasted: "5", "2.5", ".5", "５．５", " 5 分".
 * Null for anything else: a sign, an exponent, a third decimal, more than `MAX_POINTS`.
 */
export function parsePoints(text: string): Points | null {
  if (text.length > MAX_TEXT) return null;
  const match = AMOUNT.exec(halfWidth(text).replace('。', '.').trim());
  if (!match) return null;
  const [, whole = '', fraction = ''] = match;
  if (whole === '' && fraction === '') return null;
  const points = Number(whole || '0') * 100 + Number(fraction.padEnd(2, '0'));
  return points <= MAX_POINTS ? points : null;
}

/** '13', '23.5', '93.55': trailing zeros dropped. Differences may be negative. */
export function formatPoints(points: Points): string {
  return formatPoints2(points).replace(/\.?0+$/, '');
}

/** '13.00', '93.50': always two places. Throws a RangeError unless `points` is an integer. */
export function formatPoints2(points: Points): string {
  return hundredths(points);
}

/**
 * numerator ÷ denominator, rounded half up to an integer, exactly. Both are integers, numerator ≥ 0
 * and denominator > 0; throws a RangeError otherwise, because a rounded guess would be printed.
 */
export function divideHalfUp(numerator: number, denominator: number): number {
  if (!Number.isSafeInteger(numerator) || numerator < 0) throw new RangeError('numerator');
  if (!Number.isSafeInteger(denominator) || denominator <= 0) throw new RangeError('denominator');
  const rest = numerator % denominator;
  const whole = (numerator - rest) / denominator;
  return rest >= denominator - rest ? whole + 1 : whole;
}

/**
 * score ÷ points in integer hundredths of a percent, half up: 13 of 15 is 8667 (86.67 %).
 * Throws a RangeError where `points` is 0: nothing has no rate.
 */
export function rate(score: Points, points: Points): number {
  return divideHalfUp(score * 100_00, points);
}

/** A rate as the reference tables print it: '86.67%', '94%'. */
export function formatRate(hundredthsOfPercent: number): string {
  return `${formatPoints(hundredthsOfPercent)}%`;
}

/** A rate with two places, as the reference summary prints that of the total: '93.50%'. */
export function formatRate2(hundredthsOfPercent: number): string {
  return `${hundredths(hundredthsOfPercent)}%`;
}

/**
 * Whether a score may be given on an indicator: a whole multiple of `step` from 0 to `points`, or
 * `points` itself. −0 is refused: it would not survive being written down and read again.
 */
export function isOnGrid(score: unknown, points: Points, step: Points): score is Points {
  if (typeof score !== 'number' || !Number.isSafeInteger(score) || Object.is(score, -0)) {
    return false;
  }
  return score >= 0 && score <= points && (score === points || score % step === 0);
}

function hundredths(value: number): string {
  if (!Number.isSafeInteger(value)) throw new RangeError('not an integer in hundredths');
  const size = Math.abs(value);
  const fraction = String(size % 100).padStart(2, '0');
  return `${value < 0 ? '-' : ''}${Math.floor(size / 100)}.${fraction}`;
}
