import type { Fact } from '../panel/facts.ts';
import type { SeatId, Setup } from '../panel/terms.ts';
import { formatDay, formatMoment, formatTime } from './dates.ts';
import type { LogJsonEntry } from './log-json.ts';
import { narratorFor } from './narrator.ts';
import { Proposals } from './proposals.ts';
import { cell, headOf, type Table } from './table.ts';
import { tell, type Told } from './tell.ts';
import { type Language, words } from './words.ts';

/** One line of the record, such as "组长 定分 完成质量 8.0（合成 7.9）". */
export interface Sentence extends Told {
  /** Log positions of the first and the last entry that it tells of. */
  from: number;
  to: number;
  /** ISO time of the last one. */
  at: string;
  /** Everybody it is about; the actor first. */
  seats: SeatId[];
}

/**
 * The log as sentences, in its order. A card that is filled in makes an entry for every few
 * keystrokes, so the edits of one card (or of one part of the setup) in between two other acts are
 * told once, where the first of them stands.
 */
export function sentencesOf(entries: readonly LogJsonEntry[], setup: Setup): Sentence[] {
  const narrator = narratorFor(setup);
  const proposals = new Proposals(setup);
  return merged(entries).flatMap(({ from, to, at, actor, fact }) => {
    proposals.read(fact);
    return tell(fact, actor, narrator, proposals.values).map((told) => ({
      ...told,
      ...{ from, to, at, seats: [actor, ...told.seats] },
    }));
  });
}

/** Those about a seat and an indicator; null: about any. */
export function sentencesAbout(
  sentences: readonly Sentence[],
  seat: SeatId | null,
  leaf: string | null,
): Sentence[] {
  return sentences.filter(
    ({ seats, leaves }) =>
      (seat === null || seats.includes(seat)) && (leaf === null || leaves.includes(leaf)),
  );
}

/** The record as a table to print; the first line of a day gives its date. */
export function recordTable(sentences: readonly Sentence[], language: Language): Table {
  const w = (key: keyof typeof words) => words[key][language];
  return {
    title: w('recordTitle'),
    paper: 'portrait',
    widths: [22, 39, 119],
    head: headOf([w('entry'), w('time'), w('happening')]),
    body: sentences.map(({ from, to, at, quote, ...texts }, index) => [
      cell('word', from === to ? String(from) : `${from}–${to}`),
      cell('word', startsDay(sentences, index) ? formatMoment(at, language) : formatTime(at)),
      cell('text', quote === '' ? texts[language] : `${texts[language]}\n${quote}`),
    ]),
    foot: [],
  };
}

/** Is this the first sentence of its day? */
export function startsDay(sentences: readonly Sentence[], index: number): boolean {
  const before = sentences[index - 1];
  return !before || formatDay(before.at, 'en') !== formatDay(sentences[index]!.at, 'en');
}

interface Span {
  from: number;
  to: number;
  at: string;
  actor: SeatId;
  fact: Fact;
}

function merged(entries: readonly LogJsonEntry[]): Span[] {
  const spans: Span[] = [];
  let open = new Map<string, Span>();
  for (const { position, at, actor, fact } of entries) {
    const key = editKey(actor, fact);
    if (key === null) open = new Map();
    const before = key === null ? undefined : open.get(key);
    if (before) {
      before.to = position;
      before.at = at;
      before.fact = joined(before.fact, fact);
      continue;
    }
    const span: Span = { from: position, to: position, at, actor, fact };
    spans.push(span);
    if (key !== null) open.set(key, span);
  }
  return spans;
}

function editKey(actor: SeatId, fact: Fact): string | null {
  if (fact.type === 'scores-changed') return `${actor} ${fact.card}`;
  // What the wall showed decides nothing: one line between two other acts, however many slides.
  if (fact.type === 'stage-set') return `${actor} stage`;
  // Words are saved as they are typed.
  if (fact.type === 'analysis-written') return `${actor} analysis ${fact.part}`;
  return fact.type === 'setup-changed' ? `${actor} ${fact.section}` : null;
}

function joined(first: Fact, second: Fact): Fact {
  if (first.type !== 'scores-changed' || second.type !== 'scores-changed') return second;
  return { ...first, leaves: [...new Set([...first.leaves, ...second.leaves])] };
}
