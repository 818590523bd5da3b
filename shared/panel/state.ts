import type { Aggregate } from '../consensus/aggregate.ts';
import type { Proposal } from '../consensus/terms.ts';
import type { Leaf } from '../framework/terms.ts';
import type { Points } from '../framework/points.ts';
import type { CardContent } from '../scorecard/terms.ts';
import type { Analysis } from './analysis.ts';
import type { Ink } from './ink.ts';
import type { EarlierResult, Reopening } from './reopening.ts';
import type { Stage } from './stage.ts';
import type { Notes } from './notes.ts';
import type { SealKey, SeatId, Setup } from './terms.ts';
import type { Timing } from './timing.ts';

/** Facts about a panel that hold in every phase. Never sent to anybody: views are built from it. */
interface Common {
  /** Position of the last entry folded. */
  position: number;
  /** How many of those were scorecard edits: `version` hides them, see views/version.ts. */
  cardEdits: number;
  createdAt: string;
  /** The sitting whose people, rules and links this panel has; null for a panel of its own. */
  sitting: string | null;
  setup: Setup;
  /** The log's fence counters, as they stand at `position`. */
  fences: Record<string, number>;
  /** Positions of commands already carried out, by `seat:operation`. */
  operations: Record<string, number>;
  joined: SeatId[];
  /** How often an expert was taken off a seat: whoever sits there next gets another link. */
  departures: Record<SeatId, number>;
  /** Bound by the first entry; null in panels made before there was one. */
  key: SealKey | null;
  /** In the order in which they were recorded. Read with recusal.ts. */
  recusals: Recusal[];
  stage: Stage;
  timing: Timing;
  notes: Notes;
  /** Read with analysis.ts. */
  analysis: Analysis;
  /** Results that were reopened, the oldest first. */
  earlier: EarlierResult[];
}

export interface Card {
  status: 'open' | 'submitted';
  content: CardContent;
  /** null: nobody has keyed in a paper card in this round. Read with paper-card.ts. */
  keyedIn: KeyedIn | null;
}

/** A card on paper as the secretary keys it in; it stands in for the expert's own unless dropped. */
export interface KeyedIn {
  status: 'open' | 'submitted' | 'confirmed' | 'dropped';
  content: CardContent;
  /** Position of the latest hand-in: what is confirmed. 0 before the first. */
  handedInAt: number;
  /** Who was shown it, to compare it with the paper. */
  shownTo: SeatId[];
  confirmedBy: SeatId | null;
}

/** An expert who takes no part, for a reason that is printed. */
export interface Recusal {
  seat: SeatId;
  /** null: the whole project. */
  leaves: string[] | null;
  reason: string;
  at: string;
  by: SeatId;
  /** Taken back as a mistake: from then on it counts for nothing, and stays on record. */
  lifted: Lift | null;
}

export interface Lift {
  reason: string;
  at: string;
  by: SeatId;
}

/** One blind scoring, of all indicators or of some. */
export interface Round {
  number: number;
  openedAt: string;
  /** What is scored in it, in printing order. */
  leaves: Leaf[];
  cards: Record<SeatId, Card>;
  /** While it is scored: by leaf id, over all cards, kept incrementally from accepted edits. */
  aggregates: Record<string, Aggregate>;
}

/** What a reveal fixed for good. */
export interface RevealedRound {
  number: number;
  openedAt: string;
  revealedAt: string;
  leaves: Leaf[];
  /** The cards handed in, in seat order. */
  cards: Record<SeatId, CardContent>;
  /** Whose card was not handed in. */
  without: SeatId[];
  /** Cards keyed in from paper, each with who confirmed it. */
  keyedIn: Record<SeatId, SeatId>;
}

/** The scores of one indicator that hold now: those of the latest revealed round that covered it. */
export interface Standing {
  round: number;
  /** Whose cards count here, in seat order; an abstention is among them. */
  seats: SeatId[];
  aggregate: Aggregate;
  /** The policy's value. */
  proposal: Proposal;
}

export interface DecidedIndicator {
  score: Points;
  reason: string;
  at: string;
  position: number;
}

/** The consensus sheet: what chair and secretary type, and what the chair settled. */
export interface Sheet {
  draft: CardContent;
  /** Position of the last edit of a leaf's draft. */
  draftedAt: Record<string, number>;
  decisions: Record<string, DecidedIndicator>;
  /** The leaf under discussion. */
  discussing: string | null;
}

export interface Signature {
  seat: SeatId;
  at: string;
  /** '' for a signature without a dissent. */
  dissent: string;
  /** null: confirmed instead of drawn. */
  ink: Ink | null;
}

export interface Seal {
  at: string;
  without: SeatId[];
  /** Of the entry that sealed. */
  position: number;
}

export interface Outcome {
  total: Points;
  grade: string;
  at: string;
}

/** From the first round on. */
interface Begun {
  /** All leaves of the frozen framework, in printing order. */
  leaves: Leaf[];
  /** The latest round; scored now, or the last one revealed. */
  round: Round;
  /** The revealed rounds in their order. */
  rounds: RevealedRound[];
  /** By leaf id: every leaf from the first reveal on, none before. Read with standing.ts. */
  standings: Record<string, Standing>;
  /**
   * By leaf id: how often its standing scores became others, by a reveal, a recusal or a lift. A
   * decision names the one that it answers; a count of its own, since positions tell who is busy.
   */
  editions: Record<string, number>;
  /** Kept over further rounds; empty before the first reveal. */
  sheet: Sheet;
}
interface Concluded extends Begun {
  outcome: Outcome;
  signatures: Signature[];
  reopening: Reopening | null;
}
interface Sealed extends Concluded {
  seal: Seal;
}

export type PanelState = Common &
  (
    | { phase: 'setup' }
    | ({ phase: 'scoring' } & Begun)
    | ({ phase: 'revealed' } & Begun)
    | ({ phase: 'concluded' } & Concluded)
    | ({ phase: 'sealed' } & Sealed)
  );

export type ScoringState = Extract<PanelState, { phase: 'scoring' }>;
/** From the opening of the first round on. */
export type BegunState = Exclude<PanelState, { phase: 'setup' }>;
export type RevealedState = Extract<PanelState, { phase: 'revealed' | 'concluded' | 'sealed' }>;
export type ConcludedState = Extract<PanelState, { phase: 'concluded' | 'sealed' }>;

/** From the reveal on. */
export function isRevealed(state: PanelState): state is RevealedState {
  return state.phase === 'revealed' || isConcluded(state);
}

export function isConcluded(state: PanelState): state is ConcludedState {
  return state.phase === 'concluded' || state.phase === 'sealed';
}
