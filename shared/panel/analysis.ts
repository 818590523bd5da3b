import { MAX_REASON } from '../scorecard/terms.ts';
import type { Points } from '../framework/points.ts';
import type { Decision } from './commands.ts';
import type { PanelState } from './state.ts';
import type { SeatId } from './terms.ts';

/**
 * What a person may put into words in 指标分析: the paragraph of an indicator (`leaf:<id>`), the
 * problems, the suggestions. A part that nobody wrote is the draft that follows from the decisions.
 */
export type PartId = 'problems' | 'suggestions' | `leaf:${string}`;
export const LISTS = ['problems', 'suggestions'] as const;

/** Characters (UTF-16 units) of the problems, or of the suggestions. */
export const MAX_LIST = 10_000;

/** The words of chair and secretary, and the decisions that they answer. */
export interface Analysis {
  /** Only parts that somebody wrote once. */
  parts: Readonly<Record<string, WrittenPart>>;
  /** Rises whenever a decision comes to say something else; a text names the one that it answers. */
  edition: number;
  /** By leaf id: what was decided last, and the edition that it made. Outlives a reopened decision. */
  decided: Readonly<Record<string, { score: Points; reason: string; edition: number }>>;
}

export interface WrittenPart {
  /** null: taken back, so the draft stands again. */
  text: string | null;
  /** How often it was written: what a writer replaces. */
  edition: number;
  /** The edition of the decisions that it answers. */
  answers: number;
  by: SeatId;
  at: string;
}

export const NO_ANALYSIS: Analysis = { parts: {}, edition: 0, decided: {} };

export const partOf = (leaf: string): PartId => `leaf:${leaf}`;

/** The leaf of a paragraph; null for problems and suggestions, which are about all of them. */
export const leafIn = (part: string): string | null =>
  part.startsWith('leaf:') ? part.slice('leaf:'.length) : null;

export const longestIn = (part: PartId): number => (leafIn(part) === null ? MAX_LIST : MAX_REASON);

/**
 * [AN4] From the reveal to the conclusion, between rounds: what is concluded and signed includes
 * these words. Not while a round is scored, when there is no draft to write on.
 */
export const analysisIsOpen = (state: PanelState): boolean => state.phase === 'revealed';

/** The analysis after an act of decisions: only one that says something else makes an edition. */
export function analysisDecided(analysis: Analysis, decisions: readonly Decision[]): Analysis {
  const said = decisions.filter(({ leaf, score, reason }) => {
    const before = analysis.decided[leaf];
    return before?.score !== score || before.reason !== reason;
  });
  if (said.length === 0) return analysis;
  const edition = analysis.edition + 1;
  const latest = said.map(({ leaf, score, reason }) => [leaf, { score, reason, edition }] as const);
  return {
    ...analysis,
    edition,
    decided: { ...analysis.decided, ...Object.fromEntries(latest) },
  };
}

export function analysisWritten(
  analysis: Analysis,
  { part, text, answers }: { part: PartId; text: string | null; answers: number },
  { by, at }: { by: SeatId; at: string },
): Analysis {
  const edition = (analysis.parts[part]?.edition ?? 0) + 1;
  const written: WrittenPart = { text, edition, answers, by, at };
  return { ...analysis, parts: { ...analysis.parts, [part]: written } };
}

/**
 * [AN7] The leaves of a written part whose decisions came to say something else than what it answers;
 * in the order in which they were decided. None for a draft: it follows by itself.
 */
export function changedSince({ parts, decided }: Analysis, part: string): string[] {
  const written = parts[part];
  if (written === undefined || written.text === null) return [];
  const own = leafIn(part);
  return Object.entries(decided)
    .filter(([leaf, { edition }]) => (own ?? leaf) === leaf && edition > written.answers)
    .map(([leaf]) => leaf);
}

/** The texts that stand in place of drafts, and what changed beneath them. */
export type Written = Readonly<Record<string, { text: string; changed: readonly string[] }>>;

export const writtenSoFar = (analysis: Analysis): Written =>
  standing(analysis.parts, (part) => changedSince(analysis, part));

/** The same from what a reader was sent. */
export const writtenIn = (sent: Sent | null): Written =>
  standing(sent?.parts ?? {}, (part) => sent!.parts[part]!.changed);

interface Sent {
  parts: Readonly<Record<string, { text: string | null; changed: readonly string[] }>>;
}

function standing(
  parts: Readonly<Record<string, { text: string | null }>>,
  changed: (part: string) => readonly string[],
): Written {
  const texts = Object.entries(parts).flatMap(([part, { text }]) =>
    text === null ? [] : [[part, { text, changed: changed(part) }] as const],
  );
  return Object.fromEntries(texts);
}
