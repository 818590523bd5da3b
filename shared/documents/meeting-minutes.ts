import { formatPoints, formatRate } from '../framework/points.ts';
import { findById } from '../framework/tree.ts';
import type { ShiftView } from '../views/score-terms.ts';
import { attendanceNotes } from './attendance.ts';
import { heading, paragraph, tableOf } from './blocks.ts';
import { decisionsTable } from './decisions.ts';
import type { Block } from './document.ts';
import type { ResultFacts } from './facts.ts';
import { courseOf, minutesTable } from './minutes.ts';
import { headingNumber } from './numbering.ts';
import type { HeaderFact } from './project.ts';
import { signaturesTable } from './signatures.ts';
import { cell, headOf, type Table } from './table.ts';
import { type Language, say, words } from './words.ts';

export const MINUTES_TITLE = { zh: '评审会会议记录', en: 'Minutes of the Panel' };

const W = {
  participants: { zh: '评审专家', en: 'Experts' },
  present: { zh: '参加与回避', en: 'Who took part' },
  all: {
    zh: '专家 {n} 人均参加评分，无回避，无未交卷。',
    en: 'All {n} experts scored; nobody was recused or absent.',
  },
  rounds: { zh: '评分轮次', en: 'Rounds' },
  decisions: { zh: '逐项定分', en: 'Decisions' },
  discussion: { zh: '讨论', en: 'Discussion' },
  noNotes: { zh: '没有讨论记录。', en: 'No notes were taken.' },
  dissents: { zh: '保留意见', en: 'Dissents' },
  dissent: { zh: '{name}：{text}', en: '{name}: {text}' },
  noDissent: { zh: '签字的 {n} 人均无保留意见。', en: 'None of the {n} who signed dissented.' },
  unsigned: { zh: '尚未签字：{names}。', en: 'Not signed yet: {names}.' },
  earlier: {
    zh: '本结果为评审会重新开启后形成；此前 {n} 次结果已作废，见“此前结果”。',
    en: 'The panel was reopened: {n} earlier results no longer hold, see “Earlier results”.',
  },
  conclusion: {
    zh: '会议形成结论：评价得分{total}分，评价等级为“{grade}”。',
    en: 'Concluded: {total} points, grade {grade}.',
  },
  round: { zh: '轮次', en: 'Round' },
  scored: { zh: '评分指标', en: 'Indicators' },
  cards: { zh: '交卷', en: 'Cards' },
  changes: { zh: '与上一轮相比', en: 'Compared with the round before' },
  allLeaves: { zh: '全部 {n} 项', en: 'all {n}' },
  of: { zh: '{cards}／{of}', en: '{cards} of {of}' },
  shift: {
    zh: '{name}：{n} 人中 {changed} 人改分，平均分变化 {mean} 分，极差变化 {range}',
    en: '{name}: {changed} of {n} changed, mean {mean}, range {range}',
  },
};

/** Facts of the head of the minutes that the project's do not hold. */
export function minutesFacts({ setup, signers }: ResultFacts, language: Language): HeaderFact[] {
  const comma = language === 'zh' ? '、' : ', ';
  const chair = signers?.find((signer) => signer.chair)?.name ?? '';
  return [
    { label: words.chair[language], value: chair },
    { label: W.participants[language], value: setup.experts.map(({ name }) => name).join(comma) },
  ].filter(({ value }) => value !== '');
}

/**
 * Minutes: who took part, rounds with what was scored again and how it moved, every decision,
 * what was noted of the discussion, dissents, and the signatures.
 */
export function minutesBlocks(facts: ResultFacts, language: Language): Block[] {
  // A table of the document's own title is not named again below its heading.
  const plain = (table: Table): Block => tableOf({ ...table, title: MINUTES_TITLE[language] });
  const sections: [Record<Language, string>, Block[]][] = [
    [W.present, attendanceLines(facts, language)],
    [W.rounds, [plain(roundsTable(facts, language))]],
    [W.decisions, [plain(decisionsTable(facts, language)), paragraph(conclusion(facts, language))]],
    [
      W.discussion,
      facts.minutes
        ? [tableOf(minutesTable(facts, facts.minutes, language))]
        : [paragraph(W.noNotes[language]), ...courseLine(facts, language)],
    ],
    [W.dissents, dissentLines(facts, language)],
  ];
  return [
    ...sections.flatMap(([title, blocks], at) => [
      heading(1, `${headingNumber(1, at + 1, language)}${title[language]}`),
      ...blocks,
    ]),
    tableOf(signaturesTable(facts.signers ?? [], 'portrait', language)),
  ];
}

function attendanceLines(facts: ResultFacts, language: Language): Block[] {
  const { attendance, experts } = facts;
  const usual = attendance && attendance.recusals.length + attendance.absent.length === 0;
  return [
    ...(usual ? [say(W.all, language, { n: experts })] : []),
    ...attendanceNotes(facts, language),
  ].map((text) => paragraph(text));
}

function courseLine({ timing }: ResultFacts, language: Language): Block[] {
  const text = courseOf(timing, language);
  return text === '' ? [] : [paragraph(text)];
}

function conclusion({ tally, grade, earlier }: ResultFacts, language: Language): string {
  const text = say(W.conclusion, language, { total: formatPoints(tally.total), grade });
  if (earlier.length === 0) return text;
  return `${text}${say(W.earlier, language, { n: earlier.length })}`;
}

function dissentLines({ signers }: ResultFacts, language: Language): Block[] {
  const signed = signers?.filter(({ at }) => at !== null) ?? [];
  const unsigned = signers?.filter(({ at }) => at === null) ?? [];
  const dissents = signed.filter(({ dissent }) => dissent !== '');
  const names = unsigned.map(({ name }) => name).join(language === 'zh' ? '、' : ', ');
  return [
    ...dissents.map(({ name, dissent }) => say(W.dissent, language, { name, text: dissent })),
    ...(dissents.length === 0 && signed.length > 0
      ? [say(W.noDissent, language, { n: signed.length })]
      : []),
    ...(names === '' ? [] : [say(W.unsigned, language, { names })]),
  ].map((text) => paragraph(text));
}

/** Each round with what it scored, its cards, and, of each further one, how the scores moved. */
function roundsTable(facts: ResultFacts, language: Language): Table {
  const { rounds, movements, setup } = facts;
  const comma = language === 'zh' ? '、' : ', ';
  const heads = [W.round, W.scored, W.cards, W.changes].map((text) => text[language]);
  const nameOf = (leaf: string) => findById(setup.framework, leaf)?.name ?? leaf;
  const whole = Object.keys(facts.bases).length;
  return {
    title: W.rounds[language],
    paper: 'portrait',
    widths: [14, 66, 20, 80],
    head: headOf(heads),
    body: rounds.map(({ number, leaves, cards, of }) => [
      cell('word', String(number)),
      cell(
        'text',
        leaves.length === whole
          ? say(W.allLeaves, language, { n: whole })
          : leaves.map(nameOf).join(comma),
      ),
      cell('word', say(W.of, language, { cards, of })),
      cell(
        'text',
        shifts(movements.find(({ round }) => round === number)?.shifts ?? [], nameOf, language),
      ),
    ]),
    foot: [],
  };
}

function shifts(
  moved: readonly ShiftView[],
  nameOf: (leaf: string) => string,
  language: Language,
): string {
  return moved
    .filter(({ n }) => n > 0)
    .map(({ leaf, n, changed, mean, range }) =>
      say(W.shift, language, {
        ...{ name: nameOf(leaf), n, changed },
        mean: mean === null ? '–' : signed(mean, formatPoints),
        range: range === null ? '–' : signed(range, formatRate),
      }),
    )
    .join('\n');
}

/** '+0.5', '−0.5', '0'. */
function signed(value: number, format: (value: number) => string): string {
  if (value === 0) return format(0);
  return `${value > 0 ? '+' : '−'}${format(Math.abs(value))}`;
}
