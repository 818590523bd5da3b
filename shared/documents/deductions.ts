import { formatPoints } from '../framework/points.ts';
import { leavesOf } from '../framework/tree.ts';
import type { ResultFacts } from './facts.ts';
import { cell, headOf, type Table } from './table.ts';
import { type Language, words } from './words.ts';

/** 扣分情况表: every indicator below its points, with what was deducted and why. */
export function deductionsTable(facts: ResultFacts, language: Language): Table {
  const { decisions } = facts.tally;
  const w = (key: keyof typeof words) => words[key][language];
  const rows = leavesOf(facts.setup.framework).flatMap(({ id, path, points }) => {
    const decision = decisions[id];
    if (!decision || decision.score >= points) return [];
    return [{ path, points, deducted: points - decision.score, ...decision }];
  });
  const heads = ['number', 'indicator', 'points', 'score', 'deduction', 'reason'] as const;
  return {
    title: w('deductionsTitle'),
    paper: 'portrait',
    widths: [12, 52, 14, 14, 18, 70],
    head: headOf(heads.map(w)),
    body:
      rows.length === 0
        ? [[cell('note', w('noDeduction'), 1, 6)]]
        : rows.map(({ path, points, score, deducted, reason }, index) => [
            cell('word', String(index + 1)),
            cell('leaf', path.join(' / ')),
            cell('number', formatPoints(points)),
            cell('number', formatPoints(score)),
            cell('number', formatPoints(deducted)),
            cell('text', reason),
          ]),
    foot: [
      [
        cell('label', w('sum'), 1, 4),
        cell('number', formatPoints(rows.reduce((sum, { deducted }) => sum + deducted, 0))),
        cell('text', ''),
      ],
    ],
  };
}
