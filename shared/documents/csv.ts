import { formatPoints, type Points } from '../framework/points.ts';
import { depthOf, leavesOf } from '../framework/tree.ts';
import type { CardEntry } from './cards.ts';
import type { ResultFacts } from './facts.ts';
import { levelHeads } from './level-columns.ts';
import { type Language, words } from './words.ts';
import { scoreList } from './score-list.ts';

const W = {
  values: { zh: '各专家评分（从低到高）', en: 'Scores given, in ascending order' },
  n: { zh: 'n', en: 'n' },
  round: { zh: '轮次', en: 'Round' },
  abstained: { zh: '弃评', en: 'abstained' },
  recused: { zh: '回避', en: 'recused' },
  absent: { zh: '未评', en: 'no score' },
};

/** Of the file, after the project's. */
export const CSV_NAME = { zh: '评分与定分', en: 'scores and decisions' };

/** Excel reads a file without it in the office's old encoding, and Chinese as rubbish. */
const BOM = '\ufeff';
/** What a spreadsheet may take for a formula, in half and full width. */
const FORMULA = /^[=+\-@\t\r＝＋－＠]/;

/**
 * The result as one table, a row for each indicator: scores by expert (in ascending order where the
 * reader has no names), n, the policy's value, decision, deduction and reason. RFC 4180 in UTF-8
 * with a byte order mark; texts that a spreadsheet might take for a formula begin with an apostrophe.
 */
export function resultCsv(facts: ResultFacts, language: Language): string {
  const { setup, bases, tally, named, scorecards } = facts;
  const levels = depthOf(setup.framework);
  const w = (key: keyof typeof words) => words[key][language];
  const heads = [
    ...levelHeads(levels, language),
    ...[w('points'), w('selfScore')],
    ...(named ? scorecards.map(({ name }) => name) : [W.values[language]]),
    ...[W.round[language], W.n[language], w('proposed'), w('decidedScore'), w('deduction')],
    w('reason'),
  ];
  const rows = leavesOf(setup.framework).map(({ id, path, points }) => {
    const basis = bases[id];
    const decision = tally.decisions[id];
    // A leaf above the last level keeps its own column: those below stay empty.
    const names = Array.from({ length: levels }, (_, at) => path[at] ?? '');
    return [
      ...[...names, formatPoints(points), number(setup.selfAssessment[id]?.score)],
      ...(named
        ? scorecards.map(({ lines }) => entry(lines[id], language))
        : [scoreList(basis?.values ?? [])]),
      ...[String(basis?.round ?? ''), String(basis?.n ?? ''), number(basis?.value)],
      ...[number(decision?.score), number(decision && points - decision.score)],
      decision?.reason ?? '',
    ];
  });
  return csvOf([heads, ...rows]);
}

/** RFC 4180: lines end with CRLF; quotes around what needs them. */
export function csvOf(rows: readonly (readonly string[])[]): string {
  return BOM + rows.map((row) => `${row.map(field).join(',')}\r\n`).join('');
}

function field(text: string): string {
  const safe = FORMULA.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

function entry(line: CardEntry | undefined, language: Language): string {
  return line?.kind === 'score' ? formatPoints(line.score) : W[line?.kind ?? 'absent'][language];
}

function number(points: Points | null | undefined): string {
  return points === null || points === undefined ? '' : formatPoints(points);
}
