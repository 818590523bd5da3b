import type { GradeBand, Policy } from '../consensus/terms.ts';
import type { Points } from '../framework/points.ts';
import { type Written, writtenIn } from '../panel/analysis.ts';
import type { Ink } from '../panel/ink.ts';
import { chairSeat } from '../panel/seats.ts';
import type { Person, SeatId, Setup } from '../panel/terms.ts';
import { type CardFacts, cardsOf } from './cards.ts';
import type { Timing } from '../panel/timing.ts';
import { minutesOf, type Minutes } from './minutes.ts';
import type { EarlierView, SealView, SignatureView, Tally } from '../views/outcome-terms.ts';
import type { Attendance } from '../views/people-terms.ts';
import type { RoundView, StabilityView } from '../views/score-terms.ts';
import type { Paper, View } from '../views/terms.ts';

/** A person of the signature block. */
export interface Signer extends Person {
  seat: SeatId;
  chair: boolean;
  /** ISO time, or null for a signature that is missing. */
  at: string | null;
  dissent: string;
  ink: Ink | null;
}

/** What the decision of a leaf started from. */
export interface Basis {
  /** The round that the scores are from. */
  round: number;
  /** Scores given, ascending, without names. */
  values: readonly Points[];
  /** Cards that count here. */
  cards: number;
  /** Scores given. */
  n: number;
  abstained: number;
  /** The policy's value, and the rule that was really applied. */
  value: Points | null;
  rule: Policy;
}

/** Everything that the documents of a concluded panel print. */
export interface ResultFacts {
  panel: string;
  setup: Setup;
  bands: readonly GradeBand[];
  tally: Tally;
  grade: string;
  concludedAt: string;
  /** Experts of the panel. */
  experts: number;
  /** Cards that count on most indicators; where another number does, its basis says so. */
  cards: number;
  rounds: RoundView[];
  /** How each further round moved the scores, the oldest first. */
  movements: StabilityView[];
  timing: Timing;
  /** null for a reader without names. */
  attendance: Attendance | null;
  bases: Record<string, Basis>;
  /** By name, in seat order; an expert of an anonymous panel has the own card only. */
  scorecards: CardFacts[];
  /** Are those the cards of all who scored? */
  named: boolean;
  /** null for a reader without names (the projection). */
  signers: Signer[] | null;
  /** Words of chair and secretary in place of drafts. */
  written: Written;
  /** null for a reader who gets none, and where nothing was noted. */
  minutes: Minutes | null;
  seal: SealView | null;
  /** Results that were reopened and no longer hold, the oldest first. */
  earlier: EarlierFacts[];
}

/** A result that was reopened, as far as it is printed. */
export interface EarlierFacts {
  number: number;
  total: Points;
  grade: string;
  concludedAt: string;
  decisions: Record<string, { score: Points; reason: string }>;
  signers: Signer[];
  seal: SealView | null;
  reopened: { by: SeatId; approvedBy: SeatId; approvedAt: string; reason: string };
}

/**
 * The facts from what one seat was sent, so that no document can print more than its reader may
 * know. Null before the conclusion.
 */
export function resultFacts(paper: Paper, view: View): ResultFacts | null {
  const { tally, outcome, spreads, seal } = view;
  if (!tally || !outcome || !spreads) return null;
  const bases = spreads.map(({ leaf, round, values, cards, n, abstained, value, rule }) => {
    return [leaf, { round, values, cards, n, abstained, value, rule }] as const;
  });
  return {
    panel: paper.panel,
    setup: paper.setup,
    bands: paper.bands,
    tally,
    grade: outcome.grade,
    concludedAt: outcome.at,
    experts: expertsOf(paper.setup, view),
    cards: mostFrequent(spreads.map(({ cards }) => cards)),
    rounds: view.rounds,
    movements: view.movements,
    timing: view.timing,
    attendance: view.role === 'projection' ? null : view.attendance,
    bases: Object.fromEntries(bases),
    ...cardsOf(paper.setup, view),
    signers: view.role === 'projection' ? null : signersOf(paper.setup, view.signatures ?? []),
    minutes: view.role === 'projection' ? null : minutesOf(view.notes, view.timing, spreads),
    written: view.role === 'projection' ? {} : writtenIn(view.analysis),
    seal,
    earlier:
      view.role === 'projection' ? [] : view.earlier.map((each) => earlierOf(paper.setup, each)),
  };
}

/** The projection's paper names nobody; what it may know is how many took part at most. */
function expertsOf({ experts }: Setup, { role, rounds }: View): number {
  return role === 'projection' ? Math.max(...rounds.map(({ of }) => of)) : experts.length;
}

/** Of several that are as frequent the largest. */
function mostFrequent(numbers: readonly number[]): number {
  const times = new Map<number, number>();
  for (const each of numbers) times.set(each, (times.get(each) ?? 0) + 1);
  const ranked = [...times].sort(([a, m], [b, n]) => n - m || b - a);
  return ranked[0]?.[0] ?? 0;
}

function earlierOf(setup: Setup, view: EarlierView): EarlierFacts {
  const { number, total, grade, concludedAt, sheet, signatures, seal, reopened } = view;
  return {
    ...{ number, total, grade, concludedAt, seal },
    decisions: Object.fromEntries(
      sheet.map(({ leaf, score, reason }) => [leaf, { score, reason }]),
    ),
    signers: signersOf(setup, signatures),
    reopened,
  };
}

function signersOf(setup: Setup, signatures: readonly SignatureView[]): Signer[] {
  return signatures.map(({ seat, at, dissent, ink }) => {
    const { name, title, organisation } = personOn(setup, seat);
    return { seat, name, title, organisation, chair: seat === chairSeat(setup), at, dissent, ink };
  });
}

function personOn({ experts, chair }: Setup, seat: SeatId): Person {
  if (seat === 'chair' && chair.kind === 'separate') return chair;
  return experts.find((expert) => expert.seat === seat) ?? NOBODY;
}

const NOBODY: Person = { name: '', title: '', organisation: '' };

/** The first 16 hex digits of the seal's head in groups of four: 'A1B2 C3D4 …', on every page. */
export function shortCode(head: string): string {
  return head
    .slice(0, 16)
    .toUpperCase()
    .replace(/(.{4})(?=.)/g, '$1 ');
}
