import { bandsOf } from '../consensus/grades.ts';
import type { GradeBand, Mark, Proposal } from '../consensus/terms.ts';
import { type Points, rate } from '../framework/points.ts';
import type { Indicator } from '../framework/terms.ts';
import { isLeaf } from '../framework/tree.ts';
import { type Analysis, changedSince, leafIn, type PartId } from '../panel/analysis.ts';
import { type LevelResult, resultOf } from '../panel/result.ts';
import type { Ink } from '../panel/ink.ts';
import { signersOf } from '../panel/recusal.ts';
import type { EarlierResult } from '../panel/reopening.ts';
import { standingCards, standingLine } from '../panel/standing.ts';
import type { ConcludedState } from '../panel/state.ts';
import type { Chair, Expert, Project, Rules, SealKey, SeatId } from '../panel/terms.ts';
import type { Basis } from '../scorecard/basis.ts';
import { reasonOf } from '../scorecard/deductions.ts';
import { selfSums } from './self-assessment.ts';

/** The first field of the file; a later form gets another number. */
export const RESULT_FORMAT = 'heyi-result/1';

/**
 * A concluded panel as one plain object. Points are integers in hundredths of a point, rates
 * integers in hundredths of a percent, money fen, times ISO 8601 UTC. Fields are only ever added
 * within a format.
 */
export interface ResultJson {
  format: typeof RESULT_FORMAT;
  project: Project;
  /** Individual scores were made up for a demonstration. */
  illustrative: boolean;
  rules: Rules;
  /** From best to worst; `min` is included. */
  bands: GradeBand[];
  framework: { title: string; points: Points; indicators: ResultIndicator[] };
  total: Points;
  /** The total without rounding each indicator, or null where it is the same. */
  unrounded: Points | null;
  grade: string;
  concludedAt: string;
  /** The last round. */
  round: { number: number; openedAt: string; revealedAt: string };
  /** Every round with the leaves that it scored; `scores` holds those that stand. */
  rounds: ResultRound[];
  experts: Expert[];
  chair: Chair;
  /** Seats whose cards are in the last round, and those that it was revealed without. */
  included: SeatId[];
  without: SeatId[];
  /** Who took no part, from the project (null) or from leaves. */
  recusals: { seat: SeatId; leaves: string[] | null; reason: string; at: string }[];
  scores: ResultScores;
  signatures: { seat: SeatId; at: string | null; dissent: string; ink: Ink | null }[];
  /**
   * What chair and secretary wrote in place of drafts: the problems, the suggestions, and by leaf id
   * the paragraph of an indicator. Parts that nobody wrote follow from the decisions.
   */
  analysis: {
    problems: ResultText | null;
    suggestions: ResultText | null;
    paragraphs: Record<string, ResultText>;
  };
  /** null before the seal. `head`: hex hash of the last of `entries` log entries. */
  seal: ResultSeal | null;
  /** Results that were reopened and no longer hold, the oldest first. */
  earlier: EarlierResult[];
}

export interface ResultSeal {
  at: string;
  without: SeatId[];
  head: string;
  entries: number;
  /** The key that signs the head, see log.json; null in panels made before there was one. */
  key: SealKey | null;
}

/** `changed`: leaves whose decision says something else than what the text was written on. */
export interface ResultText {
  text: string;
  by: SeatId;
  at: string;
  changed: string[];
}

export interface ResultRound {
  number: number;
  openedAt: string;
  revealedAt: string;
  leaves: string[];
  included: SeatId[];
  without: SeatId[];
  /** Seats whose card was keyed in from paper, each with the seat that confirmed it. */
  keyedIn: Record<SeatId, SeatId>;
}

/** A level with its subtotal, or a leaf with its decision. */
export type ResultIndicator = ResultLevel | ResultLeaf;

interface ResultNode {
  id: string;
  name: string;
  points: Points;
  score: Points;
  rate: number | null;
  /** What the unit gave itself; null where it left out this leaf or one below. */
  selfScore: Points | null;
}

export interface ResultLevel extends ResultNode {
  children: ResultIndicator[];
}

export interface ResultLeaf extends ResultNode {
  criteria: string;
  explanation: string;
  /** Why the unit gave itself `selfScore`. */
  selfReason: string;
  /** The round that the scores are from. */
  round: number;
  /** What the policy made of the scores: `n` it rests on, and the rule really applied. */
  proposal: Proposal;
  /** The chair's decision; its score is the leaf's `score`. */
  decision: { reason: string; at: string; position: number };
}

/** `reason` as printed: listed deductions, then the words. `basis` where more than a score was entered. */
interface ResultLine {
  mark: Mark;
  reason: string;
  basis?: Basis;
}

/** By name where the panel's anonymity allows it; otherwise sorted values by leaf id. */
export type ResultScores =
  | { anonymity: 'named'; cards: Record<SeatId, Record<string, ResultLine>> }
  | {
      anonymity: 'anonymous';
      leaves: Record<string, { values: readonly Points[]; abstained: number }>;
    };

/** What anybody in the room but the projection may keep. `head`: the log's newest hash. */
export function resultJson(state: ConcludedState, head: string): ResultJson {
  const { setup, rounds, outcome } = state;
  const last = rounds.at(-1)!;
  const { project, framework, illustrative, rules, experts, chair } = setup;
  const result = resultOf(state);
  const self = selfSums(framework, setup.selfAssessment).scores;
  return {
    format: RESULT_FORMAT,
    project,
    illustrative,
    rules,
    bands: [...bandsOf(rules.grades)],
    framework: {
      title: framework.title,
      points: state.leaves.reduce((sum, { points }) => sum + points, 0),
      indicators: framework.indicators.map((each) =>
        indicatorOf(each, { state, levels: result.levels, self }),
      ),
    },
    total: result.total,
    unrounded: result.unrounded,
    grade: outcome.grade,
    concludedAt: outcome.at,
    round: { number: last.number, openedAt: last.openedAt, revealedAt: last.revealedAt },
    rounds: rounds.map(({ number, openedAt, revealedAt, leaves, cards, without, keyedIn }) => ({
      ...{ number, openedAt, revealedAt, leaves: leaves.map(({ id }) => id) },
      ...{ included: Object.keys(cards), without, keyedIn },
    })),
    experts,
    chair,
    included: Object.keys(last.cards),
    without: last.without,
    recusals: state.recusals
      .filter(({ lifted }) => lifted === null)
      .map(({ seat, leaves, reason, at }) => ({ seat, leaves, reason, at })),
    scores: scoresOf(state),
    signatures: signersOf(state).map((seat) => {
      const signature = state.signatures.find((each) => each.seat === seat);
      const { at = null, dissent = '', ink = null } = signature ?? {};
      return { seat, at, dissent, ink };
    }),
    analysis: analysisOf(state.analysis),
    seal:
      state.phase === 'sealed'
        ? {
            at: state.seal.at,
            without: state.seal.without,
            head,
            entries: state.seal.position,
            key: state.key,
          }
        : null,
    earlier: state.earlier,
  };
}

function analysisOf(analysis: Analysis): ResultJson['analysis'] {
  const textOf = (part: PartId): ResultText | null => {
    const written = analysis.parts[part];
    if (!written || written.text === null) return null;
    const { text, by, at } = written;
    return { text, by, at, changed: changedSince(analysis, part) };
  };
  const paragraphs = Object.keys(analysis.parts).flatMap((part) => {
    const [leaf, text] = [leafIn(part), textOf(part as PartId)];
    return leaf !== null && text ? [[leaf, text] as const] : [];
  });
  return {
    problems: textOf('problems'),
    suggestions: textOf('suggestions'),
    paragraphs: Object.fromEntries(paragraphs),
  };
}

interface Sums {
  state: ConcludedState;
  levels: Record<string, LevelResult>;
  self: Record<string, Points | null>;
}

function indicatorOf(indicator: Indicator, sums: Sums): ResultIndicator {
  const { state, levels, self } = sums;
  const { id, name, criteria, explanation } = indicator;
  const { points, score } = levels[id]!;
  const node = {
    ...{ id, name, points, score, rate: points === 0 ? null : rate(score, points) },
    selfScore: self[id] ?? null,
  };
  if (!isLeaf(indicator))
    return { ...node, children: indicator.children.map((child) => indicatorOf(child, sums)) };
  const { reason, at, position } = state.sheet.decisions[id]!;
  return {
    ...{ ...node, criteria, explanation },
    selfReason: state.setup.selfAssessment[id]?.reason ?? '',
    round: state.standings[id]!.round,
    proposal: state.standings[id]!.proposal,
    decision: { reason, at, position },
  };
}

function scoresOf(state: ConcludedState): ResultScores {
  const { setup, leaves: all, standings } = state;
  if (setup.rules.anonymity === 'anonymous') {
    const leaves = all.map(({ id }) => {
      const { scores, abstained } = standings[id]!.aggregate;
      return [id, { values: scores, abstained }] as const;
    });
    return { anonymity: 'anonymous', leaves: Object.fromEntries(leaves) };
  }
  const cards = Object.entries(standingCards(state)).map(([seat, marks]) => {
    const lines = Object.entries(marks).map(([leaf, mark]) => {
      const line = standingLine(state, leaf, seat);
      const basis = line?.basis;
      const reason = line ? reasonOf(line) : '';
      return [leaf, { mark, reason, ...(basis ? { basis } : {}) }] as const;
    });
    return [seat, Object.fromEntries(lines)] as const;
  });
  return { anonymity: 'named', cards: Object.fromEntries(cards) };
}
