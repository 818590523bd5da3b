import { gradeOf, type GradeBands } from '../consensus/grades.ts';
import { formatPoints, type Points } from '../framework/points.ts';
import { type LevelCell, rowsOf } from '../framework/rows.ts';
import { leavesOf, totalPoints } from '../framework/tree.ts';
import type { ResultFacts } from './facts.ts';
import { legendOf, notesOf } from './notes.ts';
import { selfSums } from './self-assessment.ts';
import { cell, type Cell, headOf, type Table } from './table.ts';
import { textWidths } from './text-widths.ts';
import { type Language, say, words } from './words.ts';

/** Levels of the framework that this form is made for. */
export const OPINION_LEVELS = 3;

/** Millimetres; beside them criteria and reasons share the rest. */
const [LEVELS, NUMBER, SCORES] = [[19, 19, 27], 11, [14.5, 14.5]];
const TEXTS = [47, 28] as const;

/**
 * 重点项目绩效评价小组意见表, the form of the Zhongshan reference: levels with their points in the
 * name, self-assessment beside the experts' score, and the reason for each deduction.
 */
export function opinionTable(facts: ResultFacts, language: Language): Table {
  const { framework, selfAssessment } = facts.setup;
  const { decisions, total } = facts.tally;
  const self = selfSums(framework, selfAssessment);
  const w = (key: keyof typeof words) => words[key][language];
  const heads = ['level1', 'level2', 'level3', 'points', 'criteria'] as const;
  const body = rowsOf(framework, OPINION_LEVELS).map(({ leaf, cells }) => [
    ...cells.map((each) => levelCell(each, language)),
    cell('number', formatPoints(leaf.points ?? 0)),
    cell('text', leaf.criteria),
    number(selfAssessment[leaf.id]?.score),
    number(decisions[leaf.id]?.score),
    cell('text', decisions[leaf.id]?.reason ?? ''),
  ]);
  const label = (text: string) => cell('label', text, 1, OPINION_LEVELS);
  const leaves = leavesOf(framework);
  const [criteria, reason] = textWidths(TEXTS, {
    criteria: leaves.map(({ criteria: text }) => text),
    reasons: leaves.map(({ id }) => decisions[id]?.reason ?? ''),
  });
  return {
    title: w('opinionTitle'),
    paper: 'portrait',
    widths: [...LEVELS, NUMBER, criteria, ...SCORES, reason],
    head: headOf([...heads.map(w), w('selfScore'), w('expertScore'), w('reason')]),
    body,
    foot: [
      [
        label(w('sum')),
        number(totalPoints(framework)),
        cell('text', ''),
        number(self.total),
        number(total),
        cell('text', ''),
      ],
      [
        label(w('grade')),
        cell('note', legendOf(facts.bands), 1, 2),
        cell('word', self.total === null ? '' : gradeName(self.total, facts)),
        cell('word', facts.grade),
        cell('text', ''),
      ],
      [label(w('note')), cell('note', notesOf(facts, language, false).join('\n'), 1, 5)],
    ],
  };
}

const LEVEL_CELL = { zh: '{name} ({points}分)', en: '{name} ({points})' };

function levelCell({ leaf, name, points, rowspan, colspan }: LevelCell, language: Language): Cell {
  if (leaf) return cell('leaf', name, rowspan, colspan);
  const text = say(LEVEL_CELL, language, { name, points: formatPoints(points) });
  return cell('level', text, rowspan, colspan);
}

/** A score, or an empty cell where there is none. */
function number(points: Points | null | undefined): Cell {
  return cell('number', points === null || points === undefined ? '' : formatPoints(points));
}

function gradeName(total: Points, { bands }: ResultFacts): string {
  return gradeOf(total, bands as GradeBands).name;
}
