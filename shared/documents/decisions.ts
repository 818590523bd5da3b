import { type Points } from '../framework/points.ts';
import { leavesOf } from '../framework/tree.ts';
import type { ResultFacts } from './facts.ts';
import { numberCell } from './level-columns.ts';
import { cell, headOf, type Table } from './table.ts';
import { type Language, words } from './words.ts';
import { scoreList } from './score-list.ts';

/** Every decision in printing order: what was given, what the policy made of it, what was settled and why. */
export function decisionsTable(facts: ResultFacts, language: Language): Table {
  const { bases, tally } = facts;
  const leaves = leavesOf(facts.setup.framework);
  const w = (key: keyof typeof words) => words[key][language];
  const heads = ['number', 'indicator', 'points', 'scoresGiven', 'proposed'] as const;
  const proposed = leaves.map(({ id }) => bases[id]?.value ?? null);
  return {
    title: words.decidedScore[language],
    paper: 'portrait',
    widths: [10, 44, 13, 32, 16, 15, 50],
    head: headOf([...heads.map(w), w('decidedScore'), w('reason')]),
    body: leaves.map(({ id, path, points }, at) => [
      cell('word', String(at + 1)),
      cell('leaf', path.at(-1) ?? ''),
      numberCell(points),
      cell('word', scoreList(bases[id]?.values ?? [])),
      numberCell(bases[id]?.value),
      numberCell(tally.decisions[id]?.score),
      cell('text', tally.decisions[id]?.reason ?? ''),
    ]),
    foot: [
      [
        cell('label', w('sum'), 1, 2),
        numberCell(sum(leaves.map(({ points }) => points))),
        cell('text', ''),
        ...[numberCell(sum(proposed)), numberCell(tally.total), cell('text', '')],
      ],
    ],
  };
}

/** null where something is missing. */
function sum(values: readonly (Points | null)[]): Points | null {
  return values.reduce<Points | null>(
    (total, each) => (total === null || each === null ? null : total + each),
    0,
  );
}
