import type { Language } from './words.ts';

const DIGITS = '零一二三四五六七八九';

/** 1 … 99 as documents count: 一, 十, 十二, 二十, 二十一. */
export function chineseNumber(n: number): string {
  const [tens, ones] = [Math.floor(n / 10), n % 10];
  const ten = tens === 0 ? '' : `${tens === 1 ? '' : DIGITS[tens]}十`;
  return `${ten}${ones === 0 && tens > 0 ? '' : DIGITS[ones]}`;
}

/**
 * The number before a heading, by the level of the heading, as official documents have it: 一、 then
 * （一） then 1. then （1）; in English 1. then A. then (1) then (a).
 */
export function headingNumber(level: number, n: number, language: Language): string {
  if (language === 'en') {
    const letter = String.fromCharCode(64 + n);
    if (level === 2) return `${n > 26 ? n : letter}. `;
    if (level >= 4) return `(${n > 26 ? n : letter.toLowerCase()}) `;
    return level === 3 ? `(${n}) ` : `${n}. `;
  }
  if (level === 1) return `${chineseNumber(n)}、`;
  if (level === 2) return `（${chineseNumber(n)}）`;
  return level === 3 ? `${n}. ` : `（${n}）`;
}
