import { formatPoints, rate } from '../framework/points.ts';
import { type LevelCell, rowsOf } from '../framework/rows.ts';
import { depthOf, totalPoints } from '../framework/tree.ts';
import type { ResultFacts } from './facts.ts';
import { notesOf } from './notes.ts';
import { cell, type Cell, PAPER_WIDTH, type Table } from './table.ts';
import { type Language, words } from './words.ts';

const NAME = 18;
const LEAF_NAME = 30;
const WEIGHT = 13.5;
const SCORE = 15;

/**
 * 项目绩效评价评分表, the form of the Fengshun reference: name and weight for each level, whatever
 * their number, criteria and score; then total, grade and notes.
 */
export function scoringTable(facts: ResultFacts, language: Language): Table {
  const { framework } = facts.setup;
  const whole = totalPoints(framework);
  const levels = depthOf(framework);
  const w = (key: keyof typeof words) => words[key][language];
  const names = ['level1', 'level2', 'level3', 'level4'] as const;
  const shown = Array.from({ length: levels }, (_, index) => w(names[index] ?? 'level4'));
  const paper = levels > 2 ? 'landscape' : 'portrait';
  const left = Array.from({ length: levels }, (_, index) => [
    index === levels - 1 ? LEAF_NAME : NAME,
    WEIGHT,
  ]).flat();
  const used = left.reduce((sum, width) => sum + width, SCORE);
  const label = (text: string) => cell('label', text, 1, 2 * levels + 1);
  return {
    title: w('scoringTitle'),
    paper,
    widths: [...left, PAPER_WIDTH[paper] - used, SCORE],
    head: [
      [
        ...shown.map((text) => cell('head', text, 1, 2)),
        cell('head', w('criteria'), 2),
        cell('head', w('score'), 2),
      ],
      shown.flatMap(() => [cell('head', w('name')), cell('head', w('weight'))]),
    ],
    body: rowsOf(framework, levels).map(({ leaf, cells }) => [
      ...cells.flatMap((each) => levelCells(each, whole)),
      cell('text', leaf.criteria),
      cell('number', scoreText(facts, leaf.id)),
    ]),
    foot: [
      [label(w('scoreSum')), cell('number', formatPoints(facts.tally.total))],
      [label(w('grade')), cell('word', facts.grade)],
      [
        cell('label', w('note'), 1, 2),
        cell('note', notesOf(facts, language, true).join('\n'), 1, 2 * levels),
      ],
    ],
  };
}

/** Name and weight; a leaf above the last level takes the columns below it with its name. */
function levelCells(each: LevelCell, whole: number): [Cell, Cell] {
  const weight = whole === 0 ? '' : formatPoints(rate(each.points, whole));
  return [
    cell(each.leaf ? 'leaf' : 'level', each.name, each.rowspan, 2 * each.colspan - 1),
    cell('number', weight, each.rowspan),
  ];
}

function scoreText({ tally }: ResultFacts, leaf: string): string {
  const score = tally.decisions[leaf]?.score;
  return score === undefined ? '' : formatPoints(score);
}
