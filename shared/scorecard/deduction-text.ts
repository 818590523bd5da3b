import { formatPoints, parsePoints, type Points } from '../framework/points.ts';

const ENDING = /[，,、；;。.\s]+$/;
const AMOUNT = /扣(?:除|减)?\s*(\d+(?:\.\d{1,2})?)\s*分/g;
/** '，酌情扣0.5分' at the end of a reason or before its next part. */
const TAKEN = /[，,；;]?\s*(?:酌情|共|合计|应)?扣(?:除|减)?\s*\d+(?:\.\d{1,2})?\s*分(?=$|[；;。])/g;

/** Every amount that a text says was deducted, in its order. */
export function amountsInText(text: string): Points[] {
  return [...text.matchAll(AMOUNT)].map(([, amount]) => parsePoints(amount!) ?? 0);
}

/** What the reason itself says was deducted, added up; null where it names no amount. */
export function deductedInText(reason: string): Points | null {
  const amounts = amountsInText(reason);
  return amounts.length === 0 ? null : amounts.reduce((sum, each) => sum + each, 0);
}

/**
 * A reason as a sentence of a report: it says how much was deducted, by itself where it does already,
 * and ends with a full stop. The words stay those of the office.
 */
export function deductionSentence(reason: string, deducted: Points, language: 'zh' | 'en'): string {
  const text = reason.trim().replace(ENDING, '');
  const stop = language === 'zh' ? '。' : '.';
  const says = deductedInText(text);
  if (says === deducted) return `${text}${stop}`;
  const amount = formatPoints(deducted);
  const zh = says === null ? `扣${amount}分` : `合计扣${amount}分`;
  const taken = language === 'zh' ? zh : `${amount} deducted`;
  const comma = language === 'zh' ? '，' : '; ';
  return text === '' ? `${taken}${stop}` : `${text}${comma}${taken}${stop}`;
}

/** The reason without the amounts: what the problem is. '' where it says nothing else. */
export function problemIn(reason: string): string {
  return reason.trim().replace(TAKEN, '').replace(ENDING, '');
}
