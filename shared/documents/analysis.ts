import { formatPoints, formatRate, rate } from '../framework/points.ts';
import type { Indicator } from '../framework/terms.ts';
import { isLeaf, leavesOf, totalPoints } from '../framework/tree.ts';
import { partOf } from '../panel/analysis.ts';
import { heading, ownWords, paragraph } from './blocks.ts';
import type { Block } from './document.ts';
import type { ResultFacts } from './facts.ts';
import { headingNumber } from './numbering.ts';
import { changedNote, draftOf } from './drafts.ts';
import { listBlocks } from './problems.ts';
import { type Language, say } from './words.ts';

export const ANALYSIS_TITLE = { zh: '指标分析', en: 'Analysis by Indicator' };

const W = {
  section: { zh: '指标得分分析', en: 'Scores by indicator' },
  whole: {
    zh: '评审组对{project}的 {n} 项指标逐项评议并定分，总分{points}分，评价得分{score}分，评价等级为“{grade}”。其中：{parts}。',
    en: 'The panel settled the {n} indicators of {project}: {score} of {points} points, grade {grade}. {parts}.',
  },
  part: {
    zh: '{name}得分{score}分（分值{points}分，得分率{rate}）',
    en: '{name} {score} of {points} ({rate})',
  },
  semicolon: { zh: '；', en: '; ' },
  level: {
    zh: '{name}（分值{points}分，得分{score}分，得分率{rate}）',
    en: '{name} ({points} points, score {score}, {rate})',
  },
  leaf: {
    zh: '{name}。（分值{points}分，得分{score}分）',
    en: '{name}. ({points} points, score {score}) ',
  },
};

/**
 * 指标分析 in the manner of the reports: a heading for each level with its points and score, a
 * paragraph for each indicator from its decision and reason, then problems and suggestions gathered
 * from the deductions. [AN8] What chair or secretary wrote stands in place of its draft; names and
 * numbers of headings and leads are always the result's.
 */
export function analysisBlocks(facts: ResultFacts, language: Language): Block[] {
  const { framework, project } = facts.setup;
  const parts = framework.indicators.map(({ id, name }) => {
    const { points, score } = sumOf(facts, id);
    return say(W.part, language, { name, ...numbers(points, score) });
  });
  const levels = framework.indicators.some((each) => !isLeaf(each));
  const whole = say(W.whole, language, {
    project: project.name,
    n: leavesOf(framework).length,
    ...{ points: formatPoints(totalPoints(framework)), score: formatPoints(facts.tally.total) },
    ...{ grade: facts.grade, parts: parts.join(W.semicolon[language]) },
  });
  return [
    heading(1, `${headingNumber(1, 1, language)}${W.section[language]}`),
    paragraph(whole),
    ...framework.indicators.flatMap((each, at) =>
      blocksUnder(each, 2, at + 1, levels, facts, language),
    ),
    ...listBlocks(facts, language),
  ];
}

/**
 * A leaf is a paragraph below its level's heading; beside a level it has a heading of its own, or it
 * would read as part of the level before it.
 */
function blocksUnder(
  indicator: Indicator,
  level: number,
  number: number,
  beside: boolean,
  facts: ResultFacts,
  language: Language,
): Block[] {
  const { id, name, children } = indicator;
  const { points, score } = sumOf(facts, id);
  if (isLeaf(indicator) && !beside) {
    const lead = say(W.leaf, language, { name, ...numbers(points, score) });
    return sentenceBlocks(facts, id, lead, language);
  }
  const title = say(W.level, language, { name, ...numbers(points, score) });
  const levels = children.some((child) => !isLeaf(child));
  return [
    heading(level, `${headingNumber(level, number, language)}${title}`),
    ...(isLeaf(indicator) ? sentenceBlocks(facts, id, '', language) : []),
    ...children.flatMap((child, at) =>
      blocksUnder(child, level + 1, at + 1, levels, facts, language),
    ),
  ];
}

/** What is said of a leaf, behind `lead`: its draft, or what was written in its place. */
function sentenceBlocks(
  facts: ResultFacts,
  leaf: string,
  lead: string,
  language: Language,
): Block[] {
  const part = partOf(leaf);
  const written = facts.written[part];
  if (!written) return [paragraph(lead + draftOf(part, facts, language))];
  const [first, ...rest] = ownWords(written.text);
  // Behind its lead the first line is one paragraph with it, whose numbers are the result's.
  const text = first?.kind === 'paragraph' ? first.text : '';
  const opening = lead === '' ? (first ? [first] : []) : [paragraph(lead + text)];
  return [...opening, ...rest, ...changedNote(written, facts, language)];
}

function sumOf({ tally }: ResultFacts, id: string): { points: number; score: number } {
  return tally.levels[id] ?? { points: 0, score: 0 };
}

function numbers(points: number, score: number): Record<string, string> {
  return {
    points: formatPoints(points),
    score: formatPoints(score),
    rate: points === 0 ? '–' : formatRate(rate(score, points)),
  };
}
