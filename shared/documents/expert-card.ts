import { sumRowsOf } from '../framework/sum-rows.ts';
import { depthOf, leavesOf, totalPoints } from '../framework/tree.ts';
import { type CardEntry, type CardFacts, valuesOf } from './cards.ts';
import { completeSums } from './complete-sums.ts';
import type { ResultFacts } from './facts.ts';
import { levelHeads, levelWidths, nameCells, numberCell } from './level-columns.ts';
import { selfSums } from './self-assessment.ts';
import { cell, type Cell, headOf, type Orientation, type Table } from './table.ts';
import { textWidths } from './text-widths.ts';
import { type Language, words } from './words.ts';

export const CARD_TITLE = { zh: '专家评分表', en: "Expert's Scorecard" };

const COLUMNS = {
  score: { zh: '评分', en: 'Score' },
  reason: { zh: '评分（扣分）理由', en: 'Reason' },
  abstained: { zh: '弃评', en: 'Abstained' },
  recused: { zh: '回避', en: 'Recused' },
  absent: { zh: '未评', en: 'No score' },
  signature: { zh: '专家签字', en: 'Signature' },
  date: { zh: '日期', en: 'Date' },
};
const DATE = { zh: '　　　年　　月　　日', en: '' };

/** Millimetres by columns: levels, points, criteria, self score, score, reason. */
const ROOM: Record<Orientation, { levels: number; numbers: number; reason: number; all: number }> =
  {
    portrait: { levels: 62, numbers: 12, reason: 43, all: 180 },
    landscape: { levels: 92, numbers: 12, reason: 60, all: 267 },
  };

/** What is filled in of a card; a form for paper has none of it. */
export interface Filled {
  line(leaf: string): CardEntry | undefined;
  values: Readonly<Record<string, number | null>>;
}

/**
 * 专家评分表: one expert's scores with reasons beside tree, criteria and self-assessment, subtotals by
 * level, and room for the signature. Levels that a missing score leaves open have no sum.
 */
export function expertCardTable(facts: ResultFacts, card: CardFacts, language: Language): Table {
  const filled: Filled = { line: (leaf) => card.lines[leaf], values: valuesOf(card) };
  return scorecardTable(facts.setup, filled, language);
}

/** The same table, filled in or empty. */
export function scorecardTable(
  { framework, selfAssessment }: ResultFacts['setup'],
  filled: Filled | null,
  language: Language,
): Table {
  const levels = depthOf(framework);
  const paper: Orientation = levels > 3 ? 'landscape' : 'portrait';
  const assessed = Object.keys(selfAssessment).length > 0;
  const self = selfSums(framework, selfAssessment);
  const given = completeSums(framework, filled?.values ?? {});
  const w = (key: keyof typeof COLUMNS) => COLUMNS[key][language];
  const own = (id: string): Cell[] => (assessed ? [numberCell(self.scores[id])] : []);
  const head = [words.points, words.criteria, ...(assessed ? [words.selfScore] : [])];
  const leaves = leavesOf(framework);
  const widths = widthsOf(levels, paper, assessed, {
    criteria: leaves.map(({ criteria }) => criteria),
    reasons: leaves.map(({ id }) => filled?.line(id)?.reason ?? ''),
  });

  const body = sumRowsOf(framework, levels).map((row) => {
    const names = nameCells(row, levels, language);
    if (row.kind === 'sum') {
      const { id } = row.level;
      const [points, score] = [numberCell(given.points[id]), numberCell(given.scores[id])];
      return [...names, points, cell('text', ''), ...own(id), score, cell('text', '')];
    }
    const { id, points, criteria } = row.leaf;
    const line = filled?.line(id);
    return [
      ...names,
      ...[numberCell(points), cell('text', criteria), ...own(id)],
      scoreCell(line, language),
      cell('text', line?.reason ?? ''),
    ];
  });
  return {
    title: CARD_TITLE[language],
    paper,
    widths,
    head: headOf([
      ...levelHeads(levels, language),
      ...head.map((text) => text[language]),
      ...[w('score'), w('reason')],
    ]),
    body,
    foot: [
      [
        cell('label', words.sum[language], 1, levels),
        ...[numberCell(totalPoints(framework)), cell('text', '')],
        ...(assessed ? [numberCell(self.total)] : []),
        ...[numberCell(given.total), cell('text', '')],
      ],
      [
        cell('label', w('signature'), 1, levels),
        cell('text', '\n\n', 1, 2),
        cell('label', w('date'), 1, assessed ? 2 : 1),
        cell('word', DATE[language]),
      ],
    ],
  };
}

function scoreCell(line: CardEntry | undefined, language: Language): Cell {
  if (!line) return cell('number', '');
  return line.kind === 'score'
    ? numberCell(line.score)
    : cell('word', COLUMNS[line.kind][language]);
}

function widthsOf(
  levels: number,
  paper: Orientation,
  assessed: boolean,
  texts: Parameters<typeof textWidths>[1],
): number[] {
  const { levels: room, numbers, reason: usual, all } = ROOM[paper];
  const columns = assessed ? 3 : 2;
  const rest = all - room - usual - columns * numbers;
  const [criteria, reason] = textWidths([rest, usual], texts);
  const own = assessed ? [numbers] : [];
  return [...levelWidths(levels, room), numbers, criteria, ...own, numbers, reason];
}
