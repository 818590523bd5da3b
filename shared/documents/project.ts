import { formatRate } from '../framework/points.ts';
import { executionRate, formatWan, formatYuan } from '../framework/money.ts';
import type { Setup } from '../panel/terms.ts';
import { formatMoment } from './dates.ts';
import type { ResultFacts } from './facts.ts';
import { type Language, say, words } from './words.ts';

/** A fact of the header; facts that nobody gave are not among them. */
export interface HeaderFact {
  label: string;
  value: string;
}

/** What the header of each document says about the project. */
export function headerFacts({ setup, concludedAt }: ResultFacts, language: Language): HeaderFact[] {
  const value = formatMoment(concludedAt, language);
  const concluded = value === '' ? [] : [{ label: words.concludedAt[language], value }];
  return [...projectFacts(setup, language), ...concluded];
}

/** As far as it is known before there is a result. */
export function projectFacts(
  { project }: Pick<Setup, 'project'>,
  language: Language,
): HeaderFact[] {
  const { name, department, unit, period, budget, spent } = project;
  const rate = executionRate(spent, budget);
  const facts = [
    ['project', name],
    ['department', department],
    ['unit', unit],
    ['period', period],
    ['budget', money(budget, language)],
    ['spent', money(spent, language)],
    ['execution', rate === null ? '' : formatRate(rate)],
  ] as const;
  return facts
    .filter(([, value]) => value !== '')
    .map(([key, value]) => ({ label: words[key][language], value }));
}

function money(fen: number | null, language: Language): string {
  if (fen === null) return '';
  const amount = language === 'zh' ? formatWan(fen) : formatYuan(fen);
  return say(words.money, language, { amount });
}
