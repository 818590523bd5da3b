import { formatPoints, type Points } from '../framework/points.ts';
import type { Indicator } from '../framework/terms.ts';
import { leavesUnder } from '../framework/tree.ts';
import { problemIn } from '../scorecard/deduction-text.ts';
import type { Decided } from './drafts.ts';
import { type Language, say } from './words.ts';

const W = {
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
  more: { zh: '……', en: '…' },
  comma: { zh: '、', en: ', ' },
};

/** So many characters of a problem are quoted where its suggestion is asked for. */
const QUOTED = 60;

interface Problem {
  text: string;
  leaves: string[];
  deducted: Points;
}

/** 主要问题 from the deductions: by dimension, one problem said once. */
export function problemLines(decided: Decided, language: Language): string[] {
  const found = foundIn(decided, language);
  if (found.length === 0) return [W.none[language]];
  const texts = found.flatMap(({ level, problems }) =>
    problems.map((each) => problemText(level, each, language)),
  );
  return numbered(texts);
}

/** 意见建议 with a gap for the measure, by dimension; none where nothing was deducted. */
export function suggestionLines(decided: Decided, language: Language): string[] {
  const texts = foundIn(decided, language).map(({ level, problems }) => {
    const quoted = problems.map(({ text }) =>
      say(W.quoted, language, { text: inQuotes(briefly(text, language)) }),
    );
    return say(W.suggestion, language, { level, problems: quoted.join(W.comma[language]) });
  });
  return numbered(texts);
}

const numbered = (texts: readonly string[]): string[] =>
  texts.map((text, at) => `${at + 1}. ${text}`);

/** The dimensions in which points were deducted. */
function foundIn({ setup, tally }: Decided, language: Language) {
  return setup.framework.indicators
    .map((indicator) => ({
      level: indicator.name,
      problems: problemsUnder(tally, leavesUnder(indicator), language),
    }))
    .filter(({ problems }) => problems.length > 0);
}

/** The beginning of a long one: the problems above it say it whole. */
function briefly(text: string, language: Language): string {
  const characters = [...text];
  if (characters.length <= QUOTED) return text;
  return characters.slice(0, QUOTED).join('').trimEnd() + W.more[language];
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
  tally: Decided['tally'],
  leaves: readonly Indicator[],
  language: Language,
): Problem[] {
  const problems = new Map<string, Problem>();
  for (const { id, name } of leaves) {
    const decision = tally.decisions[id];
    const points = tally.levels[id]?.points ?? 0;
    if (!decision || decision.score >= points) continue;
    const text = problemIn(decision.reason) || W.unexplained[language];
    const problem = problems.get(text) ?? { text, leaves: [], deducted: 0 };
    problem.leaves.push(name);
    problem.deducted += points - decision.score;
    problems.set(text, problem);
  }
  return [...problems.values()];
}
