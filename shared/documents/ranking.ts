import { formatPoints } from '../framework/points.ts';
import type { Ranking } from '../sitting/ranking.ts';
import { cell, headOf, type Table } from './table.ts';
import { type Language, words } from './words.ts';

/** 项目绩效评价排名表: the concluded projects by rank, then those that have no total yet. */
export function rankingTable({ rows, open }: Ranking, language: Language): Table {
  const w = (key: keyof typeof words) => words[key][language];
  return {
    title: w('rankingTitle'),
    paper: 'portrait',
    widths: [20, 100, 32, 28],
    head: headOf([w('rank'), w('project'), w('scoreSum'), w('grade')]),
    body: [
      ...rows.map(({ rank, name, total, grade }) => [
        cell('word', String(rank)),
        cell('leaf', name),
        cell('number', formatPoints(total)),
        cell('word', grade),
      ]),
      ...open.map(({ name }) => [
        cell('word', ''),
        cell('leaf', name),
        cell('word', w('notConcluded'), 1, 2),
      ]),
    ],
    foot: [],
  };
}
