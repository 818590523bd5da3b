import { formatPoints, type Points } from '../framework/points.ts';
import { leavesOf } from '../framework/tree.ts';
import type { Notes } from '../panel/notes.ts';
import type { Timing } from '../panel/timing.ts';
import { formatMoment } from './dates.ts';
import type { ResultFacts } from './facts.ts';
import { cell, headOf, type Table } from './table.ts';
import { type Language, say, words } from './words.ts';
import { scoreList } from './score-list.ts';

/** What was said in the meeting, and how long it took. */
export interface Minutes {
  startedAt: string | null;
  endedAt: string | null;
  /** By leaf id; only leaves with words in their note. */
  lines: Record<string, { note: string; values: readonly Points[]; spent: number }>;
}

const COURSE = {
  zh: '评分开始 {start}；形成结论 {end}；历时 {took}。各项用时为组长提请讨论至定分的时间。',
  en: 'Scoring began {start}; concluded {end}; it took {took}. The time of an indicator runs from its being put up for discussion to its decision.',
};
const OTHERS = {
  zh: '其余 {n} 项指标没有讨论记录。',
  en: 'No notes on the other {n} indicators.',
};
const TOOK = {
  minutes: { zh: '{minutes} 分钟', en: '{minutes} min' },
  hours: { zh: '{hours} 小时 {minutes} 分钟', en: '{hours} h {minutes} min' },
};

/** The minutes from what a reader was sent; null where there are no notes for this reader. */
export function minutesOf(
  notes: Notes | null,
  timing: Timing,
  spreads: readonly { leaf: string; values: readonly Points[] }[],
): Minutes | null {
  const lines = spreads.flatMap(({ leaf, values }) => {
    const note = notes?.[leaf]?.trim() ?? '';
    return note === '' ? [] : [[leaf, { note, values, spent: timing.spent[leaf] ?? 0 }] as const];
  });
  if (lines.length === 0) return null;
  const { startedAt, endedAt } = timing;
  return { startedAt, endedAt, lines: Object.fromEntries(lines) };
}

/** 会议讨论记录: for each indicator that was noted, what was given, what was said, what was decided. */
export function minutesTable(facts: ResultFacts, minutes: Minutes, language: Language): Table {
  const w = (key: keyof typeof words) => words[key][language];
  const leaves = leavesOf(facts.setup.framework);
  const noted = leaves.filter(({ id }) => Object.hasOwn(minutes.lines, id));
  const others = leaves.length - noted.length;
  const heads = ['number', 'indicator', 'scoresGiven', 'proposed', 'decidedScore', 'took'] as const;
  return {
    title: w('minutesTitle'),
    paper: 'portrait',
    widths: [10, 40, 27, 14, 14, 15, 60],
    head: headOf([...heads.map(w), w('discussion')]),
    body: noted.map(({ id, path }, index) => {
      const { note, values, spent } = minutes.lines[id]!;
      const value = facts.bases[id]?.value ?? null;
      const score = facts.tally.decisions[id]?.score;
      return [
        cell('word', String(index + 1)),
        cell('leaf', path.join(' / ')),
        cell('word', scoreList(values)),
        cell('number', value === null ? '' : formatPoints(value)),
        cell('number', score === undefined ? '' : formatPoints(score)),
        cell('word', spent === 0 ? '' : tookWords(spent, language)),
        cell('text', note),
      ];
    }),
    foot: [
      [
        cell(
          'note',
          [courseOf(minutes, language), others > 0 ? say(OTHERS, language, { n: others }) : '']
            .filter(Boolean)
            .join('\n'),
          1,
          7,
        ),
      ],
    ],
  };
}

/** When scoring began and when it was concluded; '' where that is not known. */
export function courseOf(
  { startedAt, endedAt }: Pick<Minutes, 'startedAt' | 'endedAt'>,
  language: Language,
): string {
  if (!startedAt || !endedAt) return '';
  const took = Math.max(0, Date.parse(endedAt) - Date.parse(startedAt));
  return say(COURSE, language, {
    start: formatMoment(startedAt, language),
    end: formatMoment(endedAt, language),
    took: tookWords(took, language),
  });
}

/** In minutes, rounded up: nobody's words took no time at all. */
export function tookWords(milliseconds: number, language: Language): string {
  const whole = Math.ceil(milliseconds / 60_000);
  const [hours, minutes] = [Math.floor(whole / 60), whole % 60];
  return say(hours > 0 ? TOOK.hours : TOOK.minutes, language, { hours, minutes });
}
