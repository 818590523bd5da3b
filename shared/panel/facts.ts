import type { Points } from '../framework/points.ts';
import type { CardChange, CardContent } from '../scorecard/terms.ts';
import type { PartId } from './analysis.ts';
import type { Decision } from './commands.ts';
import type { Ink } from './ink.ts';
import type { StoredSetup } from './setup.ts';
import type { Staging } from './stage.ts';
import type { CardId, SealKey, SeatId, Section, Setup } from './terms.ts';

/**
 * What a log entry says happened. Past tense; a command is the wish, a fact is what came of it.
 * Facts are hashed and exported, so none carries a secret, a Yjs byte or an expert's draft text.
 */
export type Fact =
  /**
   * `sitting`: the sitting on whose agenda the panel stands; absent for a panel of its own. `key`:
   * signs the checkpoints of this log; absent in panels made before there was one.
   */
  | { type: 'panel-created'; setup: StoredSetup; sitting?: string; key?: SealKey }
  | { [S in Section]: { type: 'setup-changed'; section: S; value: Setup[S] } }[Section]
  | { type: 'link-voided'; seat: SeatId }
  | { type: 'seat-joined'; seat: SeatId }
  /** `leaves`: what a further round scores again; absent in the first one, which scores all. */
  | { type: 'round-opened'; round: number; leaves?: string[] }
  | { type: 'scores-changed'; card: CardId; leaves: string[] }
  | { type: 'expert-recused'; seat: SeatId; leaves: string[] | null; reason: string }
  /**
   * `recusal`: which one, from 1 in the order of their recording. `cards`: handed in without what is
   * scored again now, and so opened again.
   */
  | {
      type: 'recusal-lifted';
      recusal: number;
      seat: SeatId;
      leaves: string[] | null;
      reason: string;
      cards: CardId[];
    }
  /** The secretary keys in `card`, the paper card of `seat`, instead of the expert. */
  | { type: 'paper-card-opened'; card: CardId; seat: SeatId }
  /** The expert scores again; what was keyed in counts for nothing. */
  | { type: 'paper-card-dropped'; card: CardId; seat: SeatId }
  /** `to` sees the paper card in order to compare it. */
  | { type: 'paper-card-shown'; card: CardId; seat: SeatId; to: SeatId }
  | { type: 'paper-card-confirmed'; card: CardId; seat: SeatId }
  | { type: 'card-submitted'; card: CardId; seat: SeatId }
  | { type: 'card-reopened'; card: CardId; seat: SeatId }
  | {
      type: 'revealed';
      round: number;
      without: SeatId[];
      /** The submitted cards as they stood at this position: what the consensus rests on. */
      cards: Record<SeatId, CardContent>;
    }
  | { type: 'discussion-opened'; leaf: string }
  | ({ type: 'stage-set' } & Staging)
  /** One entry for one act: all of its decisions stand, or none. */
  | { type: 'indicators-decided'; decisions: Decision[] }
  /** Words in place of a draft of the analysis; null: the draft again. See `WrittenPart`. */
  | { type: 'analysis-written'; part: PartId; text: string | null; answers: number }
  /** `notes` of the discussion by leaf id; absent in panels concluded before there were any. */
  | { type: 'concluded'; total: Points; grade: string; notes?: Record<string, string> }
  /** `ink`: absent where the signature was confirmed instead of drawn. */
  | { type: 'signed'; seat: SeatId; dissent: string; ink?: Ink }
  | { type: 'sealed'; without: SeatId[]; total: Points; grade: string }
  | { type: 'reopening-requested'; reason: string }
  | { type: 'reopening-declined' }
  /** What is superseded. `head`: hex hash of the entry that sealed it, or null where none had. */
  | { type: 'reopened'; number: number; total: Points; grade: string; head: string | null };

export type FactType = Fact['type'];

/** One entry as the fold sees it: the log's envelope, the fact, and an edit's changes. */
export interface Entry {
  /** 1, 2, 3 … in this panel. */
  position: number;
  /** ISO 8601 UTC, for people; order is by position only. */
  at: string;
  actor: SeatId;
  operation?: string;
  bumps: string[];
  fact: Fact;
  /** Only with `scores-changed`: from the entry's payload. */
  changes?: CardChange[];
  /** Only with `scores-changed`: Yjs updates in base64, for the sync endpoint; no fold reads them. */
  updates?: string[];
}

/** The payload stored beside a `scores-changed` entry and bound to it by digest. */
export interface EditPayload {
  /** Yjs updates as received, base64. */
  updates: string[];
  changes: CardChange[];
}
