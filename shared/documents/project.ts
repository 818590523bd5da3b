import { formatPoints2 } from '../framework/points.ts';
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
  const { name, department, unit, period, budget, spent } = setup.project;
  const money = (fen: number | null) =>
    fen === null ? '' : say(words.yuan, language, { amount: formatMoney(fen) });
  const facts = [
    ['project', name],
    ['department', department],
    ['unit', unit],
    ['period', period],
    ['budget', money(budget)],
    ['spent', money(spent)],
    ['concludedAt', formatMoment(concludedAt, language)],
  ] as const;
  return facts
    .filter(([, value]) => value !== '')
    .map(([key, value]) => ({ label: words[key][language], value }));
}

/** Fen as yuan: '3,172,000.00'. */
export function formatMoney(fen: number): string {
  return formatPoints2(fen).replace(/\B(?=(\d{3})+(?=\.))/g, ',');
}
