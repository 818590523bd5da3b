import { formatPoints, type Points } from '../framework/points.ts';
import type { Rate, Sentence, Trace } from './terms.ts';

export const said = (zh: string, en: string): Sentence => ({ zh, en });
export const missing = (zh: string, en: string): { missing: Sentence } => ({ missing: { zh, en } });
export const fault = (zh: string, en: string): { fault: Sentence } => ({ fault: { zh, en } });

/** The whole calculation as one sentence: "…；扣 4 分；得 1 分". */
export function traceText(trace: Trace, language: keyof Sentence): string {
  return trace.map((clause) => clause[language]).join(language === 'zh' ? '；' : '; ');
}

export const pointsZh = (points: Points): string => `${formatPoints(points)} 分`;
export const pointsEn = (points: Points): string =>
  `${formatPoints(points)} ${points === 100 ? 'point' : 'points'}`;

/** '95%', '64.39%'. */
export const percent = (rate: Rate): string => `${formatPoints(rate)}%`;

/** The clause that ends a calculation. */
export const gives = (points: Points): Sentence =>
  said(`得 ${pointsZh(points)}`, `gives ${pointsEn(points)}`);
