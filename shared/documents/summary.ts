import { formatPoints, formatRate, formatRate2, rate } from '../framework/points.ts';
import { totalPoints } from '../framework/tree.ts';
import type { ResultFacts } from './facts.ts';
import { selfSums } from './self-assessment.ts';
import { cell, type Cell, headOf, type Table } from './table.ts';
import { type Language, words } from './words.ts';

/**
 * 项目绩效评价综合得分: points, score and rate of each dimension, and the grade. Where the unit has assessed itself,
 * its score stands beside the panel's.
 */
export function summaryTable(facts: ResultFacts, language: Language): Table {
  const { framework, selfAssessment } = facts.setup;
  const { levels, total } = facts.tally;
  const assessed = Object.keys(selfAssessment).length > 0;
  const self = selfSums(framework, selfAssessment);
  const w = (key: keyof typeof words) => words[key][language];
  const number = (points: number | null | undefined): Cell =>
    cell('number', points === null || points === undefined ? '' : formatPoints(points));
  const own = (points: number | null | undefined) => (assessed ? [number(points)] : []);
  const whole = totalPoints(framework);
  return {
    title: w('summaryTitle'),
    paper: 'portrait',
    widths: assessed ? [56, 28, 32, 32, 32] : [66, 34, 40, 40],
    head: headOf([
      w('dimension'),
      w('points'),
      ...(assessed ? [w('selfScore')] : []),
      w('evaluated'),
      w('rate'),
    ]),
    body: framework.indicators.map(({ id, name }) => {
      const { points, score } = levels[id] ?? { points: 0, score: 0 };
      return [
        cell('leaf', name),
        number(points),
        ...own(self.scores[id]),
        number(score),
        cell('number', points === 0 ? '' : formatRate(rate(score, points))),
      ];
    }),
    foot: [
      [
        cell('label', w('sum')),
        number(whole),
        ...own(self.total),
        number(total),
        cell('number', whole === 0 ? '' : formatRate2(rate(total, whole))),
      ],
      [cell('label', w('grade')), cell('word', facts.grade, 1, assessed ? 4 : 3)],
    ],
  };
}
