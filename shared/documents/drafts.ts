import type { Leaf } from '../framework/terms.ts';
import { leavesOf } from '../framework/tree.ts';
import { leafIn, type PartId, type Written } from '../panel/analysis.ts';
import { deductionSentence } from '../scorecard/deduction-text.ts';
import { paragraph } from './blocks.ts';
import type { Block } from './document.ts';
import type { ResultFacts } from './facts.ts';
import { problemLines, suggestionLines } from './problem-lines.ts';
import { type Language, say } from './words.ts';

/** What a draft follows from: there is one as soon as there are decisions. */
export type Decided = Pick<ResultFacts, 'setup' | 'tally'>;

const W = {
  full: { zh: '得满分，未扣分。', en: 'Full points.' },
  fullBecause: { zh: '{reason}。得满分，未扣分。', en: '{reason}. Full points.' },
  changed: {
    zh: '（以上文字写成后，{leaves}的定分有改动。）',
    en: '(After this was written, the decision on {leaves} changed.)',
  },
  others: { zh: '{leaves}等 {n} 项指标', en: '{leaves} and others, {n} in all,' },
  comma: { zh: '、', en: ', ' },
};
/** A note names so many indicators at most. */
const MOST_NAMES = 3;

/**
 * The draft of a part, its lines set apart by line ends: what the document says as long as nobody
 * writes something else. '' for an indicator that is not decided.
 */
export function draftOf(part: PartId, decided: Decided, language: Language): string {
  if (part === 'problems') return problemLines(decided, language).join('\n');
  if (part === 'suggestions') return suggestionLines(decided, language).join('\n');
  const leaf = leavesOf(decided.setup.framework).find(({ id }) => id === leafIn(part));
  return leaf ? sentenceOf(leaf, decided, language) : '';
}

function sentenceOf({ id, points }: Leaf, { tally }: Decided, language: Language): string {
  const decision = tally.decisions[id];
  if (!decision) return '';
  const reason = decision.reason.trim();
  if (decision.score < points) return deductionSentence(reason, points - decision.score, language);
  const because = reason.replace(/[，,、；;。.\s]+$/, '');
  return because === '' ? W.full[language] : say(W.fullBecause, language, { reason: because });
}

/** [AN7] That decisions beneath a text changed after it was written; nothing where none did. */
export function changedNote(
  { changed }: Written[string],
  { setup }: Decided,
  language: Language,
): Block[] {
  if (changed.length === 0) return [];
  return [
    paragraph(say(W.changed, language, { leaves: namesOf(changed, setup, language) }), 'small'),
  ];
}

/** The first few by name, and how many there are. */
export function namesOf(
  ids: readonly string[],
  { framework }: Decided['setup'],
  language: Language,
): string {
  const leaves = leavesOf(framework).filter(({ id }) => ids.includes(id));
  const names = leaves.slice(0, MOST_NAMES).map(({ path }) => `“${path.at(-1) ?? ''}”`);
  const listed = names.join(W.comma[language]);
  if (leaves.length <= MOST_NAMES) return listed;
  return say(W.others, language, { leaves: listed, n: leaves.length });
}
