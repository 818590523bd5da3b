import { formatPoints, type Points } from '../../shared/framework/points.ts';

/** What this office writes most often. Reasons are part of the record and stay in its language. */
const COMMON = ['无佐证', '仅部分完成', '未见相关制度', '资料不完整'];

/** The phrases for a deduction reason; with what is deducted, where anything is. */
export function phrasesFor(deducted: Points): string[] {
  return deducted > 0 ? [...COMMON, `酌情扣${formatPoints(deducted)}分`] : COMMON;
}

/** A phrase behind what is there already, parted as this office does. */
export function withPhrase(reason: string, phrase: string): string {
  const text = reason.trimEnd();
  if (text === '') return phrase;
  return /[；;。，,、：:]$/.test(text) ? text + phrase : `${text}；${phrase}`;
}
