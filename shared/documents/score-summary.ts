import { type Points } from '../framework/points.ts';
import { sumRowsOf } from '../framework/sum-rows.ts';
import { depthOf, leavesOf, totalPoints } from '../framework/tree.ts';
import { type CardFacts, hasCard, valuesOf } from './cards.ts';
import { type CompleteSums, completeSums } from './complete-sums.ts';
import type { ResultFacts } from './facts.ts';
import { levelHeads, levelWidths, nameCells, numberCell } from './level-columns.ts';
import { notesOf } from './notes.ts';
import { cell, type Cell, headOf, type Orientation, PAPER_WIDTH, type Table } from './table.ts';
import { type Language, words } from './words.ts';
import { scoreList } from './score-list.ts';

export const SCORES_TITLE = { zh: '专家评分汇总表', en: 'Scores of the Experts' };

const COLUMNS = {
  sorted: { zh: '各专家评分（从低到高）', en: 'Scores given, in ascending order' },
  n: { zh: 'n', en: 'n' },
  abstained: { zh: '弃评', en: 'abst.' },
  recused: { zh: '回避', en: 'rec.' },
  absent: { zh: '未评', en: 'none' },
  open: {
    zh: '有弃评、回避或未评指标的，该专家在该级不计小计；合成时不计入 n。',
    en: 'Where an expert has no score on an indicator, the levels above it have no subtotal in that column; n counts only scores given.',
  },
};

/** Millimetres. An expert's column holds a name of three characters on one line. */
const NUMBER = 11;
const N = 7;
const DECIDED = 15.5;
const LEAST = 11.5;
const WIDEST = 16;
const ROOM: Record<Orientation, number> = { portrait: 72, landscape: 100 };

/**
 * 专家评分汇总表: every score beside every other, with n, the policy's value and the decision; subtotals
 * by level. A reader without names gets each indicator's scores in ascending order.
 */
export function scoreSummaryTable(facts: ResultFacts, language: Language): Table {
  const { framework } = facts.setup;
  const levels = depthOf(framework);
  const experts = facts.named ? facts.scorecards : [];
  const sums = (valueOf: (leaf: string) => Points | null | undefined) =>
    completeSums(
      framework,
      Object.fromEntries(leavesOf(framework).map(({ id }) => [id, valueOf(id) ?? null])),
    );
  const proposed = sums((id) => facts.bases[id]?.value);
  const decided = sums((id) => facts.tally.decisions[id]?.score);
  const own = experts.map((card) => completeSums(framework, valuesOf(card)));
  const { paper, widths } = layoutOf(levels, facts.named ? experts.length : 0);
  const sumCells = (sum: (sums: CompleteSums) => Points | null | undefined): Cell[] => [
    ...(facts.named ? own.map((each) => numberCell(sum(each))) : [cell('text', '')]),
    cell('word', ''),
    ...[proposed, decided].map((each) => numberCell(sum(each))),
  ];
  const body = sumRowsOf(framework, levels).map((row) => {
    const names = nameCells(row, levels, language);
    if (row.kind === 'sum') {
      const { id } = row.level;
      return [...names, numberCell(decided.points[id]), ...sumCells(({ scores }) => scores[id])];
    }
    const { id, points } = row.leaf;
    const basis = facts.bases[id];
    return [
      ...[...names, numberCell(points)],
      ...(facts.named
        ? experts.map((card) => entryCell(card, id, language))
        : [cell('word', scoreList(basis?.values ?? []))]),
      cell('word', String(basis?.n ?? 0)),
      ...[basis?.value, facts.tally.decisions[id]?.score].map((each) => numberCell(each)),
    ];
  });
  const given = facts.named ? experts.map(({ name }) => name) : [COLUMNS.sorted[language]];
  const heads = [COLUMNS.n, words.proposed, words.decidedScore].map((text) => text[language]);
  return {
    title: SCORES_TITLE[language],
    ...{ paper, widths },
    head: headOf([...levelHeads(levels, language), words.points[language], ...given, ...heads]),
    body,
    foot: [
      [
        cell('label', words.sum[language], 1, levels),
        numberCell(totalPoints(framework)),
        ...sumCells(({ total }) => total),
      ],
      [
        cell('label', words.note[language]),
        cell('note', remarks(facts, language).join('\n'), 1, widths.length - 1),
      ],
    ],
  };
}

function remarks(facts: ResultFacts, language: Language): string[] {
  const leaves = leavesOf(facts.setup.framework);
  const open = facts.scorecards.some(
    (card) => hasCard(card) && leaves.some(({ id }) => card.lines[id]?.kind !== 'score'),
  );
  const gaps = facts.named && open ? [COLUMNS.open[language]] : [];
  return [...notesOf(facts, language, true), ...gaps];
}

function entryCell(card: CardFacts, leaf: string, language: Language): Cell {
  const entry = card.lines[leaf];
  if (entry?.kind === 'score') return numberCell(entry.score);
  return cell('word', COLUMNS[entry?.kind ?? 'absent'][language]);
}

/** Upright as long as each expert has room for a score; without names there is one column for all. */
function layoutOf(levels: number, experts: number): { paper: Orientation; widths: number[] } {
  const fixed = NUMBER + N + 2 * DECIDED;
  const room = (paper: Orientation) => PAPER_WIDTH[paper] - ROOM[paper] - fixed;
  const paper = experts > 0 && room('portrait') / experts < LEAST ? 'landscape' : 'portrait';
  const columns = Math.max(1, experts);
  const each = halves(experts === 0 ? room(paper) : Math.min(WIDEST, room(paper) / columns));
  const names = PAPER_WIDTH[paper] - fixed - each * columns;
  const given = Array.from({ length: columns }, () => each);
  return { paper, widths: [...levelWidths(levels, names), NUMBER, ...given, N, DECIDED, DECIDED] };
}

/** Down to half a millimetre. */
const halves = (width: number): number => Math.floor(2 * width) / 2;
