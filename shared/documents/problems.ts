import type { LISTS } from '../panel/analysis.ts';
import { totalPoints } from '../framework/tree.ts';
import { heading, ownWords, paragraph } from './blocks.ts';
import type { Block } from './document.ts';
import { changedNote, draftOf } from './drafts.ts';
import type { ResultFacts } from './facts.ts';
import { headingNumber } from './numbering.ts';
import type { Language } from './words.ts';

const TITLES = {
  problems: { zh: '主要问题', en: 'Main problems' },
  suggestions: { zh: '意见建议', en: 'Suggestions' },
};
const DRAFT = { zh: '（草稿）', en: ' (draft)' };
const SAID = {
  zh: '以下由程序按定分的扣分理由汇集，供撰写人改写，不是评审组的结论。',
  en: 'Gathered by the program from the reasons of the decisions, to be rewritten; not a conclusion of the panel.',
};

/**
 * 主要问题 and 意见建议: as chair or secretary wrote them; else gathered from the deductions, and
 * called a draft. Nothing deducted, nothing to suggest.
 */
export function listBlocks(facts: ResultFacts, language: Language): Block[] {
  return [
    ...blocksOf('problems', 2, facts, language),
    ...blocksOf('suggestions', 3, facts, language),
  ];
}

function blocksOf(
  part: (typeof LISTS)[number],
  number: number,
  facts: ResultFacts,
  language: Language,
): Block[] {
  const title = (draft: string) =>
    heading(1, `${headingNumber(1, number, language)}${TITLES[part][language]}${draft}`);
  const written = facts.written[part];
  if (written)
    return [title(''), ...ownWords(written.text), ...changedNote(written, facts, language)];
  const draft = draftOf(part, facts, language);
  if (draft === '') return [];
  const lines = draft.split('\n').map((line) => paragraph(line, 'draft'));
  const deducted = facts.tally.total < totalPoints(facts.setup.framework);
  const said = deducted ? [paragraph(SAID[language], 'small')] : [];
  return [title(DRAFT[language]), ...said, ...lines];
}
