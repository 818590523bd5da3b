import { halfWidth } from './points.ts';

/** Longer than any honest amount; bounds the work on pasted text. */
const MAX_TEXT = 40;
/** Fen: 10 trillion yuan, beyond any budget and still an exact integer. */
export const MAX_MONEY = 10_000_000_000_000_00;

const AMOUNT = /^[¥￥]?(\d*)(?:\.(\d+))?(亿|万)?(元|圆|)整?$/;
const PLACES: Record<string, number> = { 亿: 10, 万: 6, '': 2 };

/**
 * Fen (hundredths of a yuan) from what a person typed or pasted: "1200000", "1,200,000.50 元",
 * "１２０万元", "120.5万", "¥3亿". Null for anything else: a sign, a fraction of a fen, more than
 * `MAX_MONEY`. Read digit by digit: 1.005 万 times 10,000 is not 10,050 in floating point.
 */
export function parseMoney(text: string): number | null {
  if (text.length > MAX_TEXT) return null;
  const match = AMOUNT.exec(
    halfWidth(text)
      .replace('。', '.')
      .replaceAll(/[\s,，、]/g, ''),
  );
  if (!match) return null;
  const [, whole = '', fraction = '', unit = ''] = match;
  if (whole === '' && fraction === '') return null;
  const places = PLACES[unit]!;
  const digits = fraction.replace(/0+$/, '');
  if (digits.length > places) return null;
  const fen = Number(whole + digits.padEnd(places, '0'));
  return fen <= MAX_MONEY ? fen : null;
}

/** '1,200,000' or '1,200,000.50': yuan with groups of three, fen only where there are any. */
export function formatYuan(fen: number): string {
  const size = Math.abs(fen);
  const whole = String(Math.floor(size / 100)).replace(/\B(?=(\d{3})+$)/g, ',');
  const rest = size % 100;
  const fraction = rest === 0 ? '' : `.${String(rest).padStart(2, '0')}`;
  return `${fen < 0 ? '-' : ''}${whole}${fraction}`;
}

/** The same amount in 万元 with every digit it has: '120', '120.05'. */
export function formatWan(fen: number): string {
  const whole = Math.floor(Math.abs(fen) / 1_000_000);
  const rest = String(Math.abs(fen) % 1_000_000)
    .padStart(6, '0')
    .replace(/0+$/, '');
  const grouped = String(whole).replace(/\B(?=(\d{3})+$)/g, ',');
  return `${fen < 0 ? '-' : ''}${grouped}${rest === '' ? '' : `.${rest}`}`;
}

/**
 * spent ÷ budget in integer hundredths of a percent, half up; null where either is unknown or the
 * budget is 0. In BigInt, because a large amount in fen times 10,000 is no safe integer.
 */
export function executionRate(spent: number | null, budget: number | null): number | null {
  if (spent === null || budget === null || spent < 0 || budget <= 0) return null;
  const doubled = BigInt(spent) * 20_000n + BigInt(budget);
  return Number(doubled / (BigInt(budget) * 2n));
}
