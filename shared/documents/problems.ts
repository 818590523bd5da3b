import { formatPoints, type Points } from '../framework/points.ts';
import { leavesUnder } from '../framework/tree.ts';
import { heading, paragraph } from './blocks.ts';
import { problemIn } from '../scorecard/deduction-text.ts';
import type { Block } from './document.ts';
import type { ResultFacts } from './facts.ts';
import { headingNumber } from './numbering.ts';
import { type Language, say } from './words.ts';

const W = {
  problems: { zh: '主要问题（草稿）', en: 'Main problems (draft)' },
  suggestions: { zh: '意见建议（草稿）', en: 'Suggestions (draft)' },
  said: {
    zh: '以下由程序按定分的扣分理由汇集，供撰写人改写，不是评审组的结论。',
    en: 'Gathered by the program from the reasons of the decisions, to be rewritten; not a conclusion of the panel.',
  },
  none: { zh: '各项指标均得满分，没有扣分。', en: 'Every indicator has its full points.' },
  problem: {
    zh: '{problem}（{where}，扣{deducted}分）。',
    en: '{problem} ({where}; {deducted} deducted).',
  },
  unexplained: { zh: '未写明问题', en: 'No problem stated' },
  where: { zh: '{level}：{leaves}', en: '{level}: {leaves}' },
  suggestion: {
    zh: '{level}方面：针对{problems}，建议＿＿＿＿（请写明整改措施、责任单位和完成时限）。',
    en: '{level}: regarding {problems}, we suggest ____ (state measure, who is responsible, and by when).',
  },
  quoted: { zh: '“{text}”', en: '“{text}”' },
  comma: { zh: '、', en: ', ' },
};

interface Problem {
  text: string;
  leaves: string[];
  deducted: Points;
}

/** 主要问题 and 意见建议 as a draft: the deductions by dimension, one problem said once. */
export function problemBlocks(facts: ResultFacts, language: Language): Block[] {
  const dimensions = facts.setup.framework.indicators.map((indicator) => ({
    level: indicator.name,
    problems: problemsUnder(facts, leavesUnder(indicator), language),
  }));
  const found = dimensions.filter(({ problems }) => problems.length > 0);
  const title = (n: number, text: Record<Language, string>) =>
    heading(1, `${headingNumber(1, n, language)}${text[language]}`);
  const draft = (text: string) => paragraph(text, 'draft');
  if (found.length === 0) return [title(2, W.problems), draft(W.none[language])];
  const listed = found.flatMap(({ level, problems }) =>
    problems.map((each) => problemText(level, each, language)),
  );
  return [
    title(2, W.problems),
    paragraph(W.said[language], 'small'),
    ...listed.map((text, at) => draft(`${at + 1}. ${text}`)),
    title(3, W.suggestions),
    paragraph(W.said[language], 'small'),
    ...found.map(({ level, problems }, at) => {
      const quoted = problems.map(({ text }) => say(W.quoted, language, { text: inQuotes(text) }));
      const values = { level, problems: quoted.join(W.comma[language]) };
      return draft(`${at + 1}. ${say(W.suggestion, language, values)}`);
    }),
  ];
}

/** Quotation marks inside a quotation are single ones. */
function inQuotes(text: string): string {
  return text.replaceAll('“', '‘').replaceAll('”', '’');
}

function problemText(level: string, problem: Problem, language: Language): string {
  const leaves = problem.leaves.join(W.comma[language]);
  return say(W.problem, language, {
    problem: problem.text,
    where: say(W.where, language, { level, leaves }),
    deducted: formatPoints(problem.deducted),
  });
}

/** Indicators whose reasons name the same problem are one problem of several indicators. */
function problemsUnder(
  { tally }: ResultFacts,
  leaves: readonly { id: string; name: string }[],
  language: Language,
): Problem[] {
  const problems = new Map<string, Problem>();
  for (const { id, name } of leaves) {
    const { points, score } = tally.levels[id] ?? { points: 0, score: 0 };
    if (score >= points) continue;
    const text = problemIn(tally.decisions[id]?.reason ?? '') || W.unexplained[language];
    const problem = problems.get(text) ?? { text, leaves: [], deducted: 0 };
    problem.leaves.push(name);
    problem.deducted += points - score;
    problems.set(text, problem);
  }
  return [...problems.values()];
}
