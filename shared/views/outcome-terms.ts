import type { Points } from '../framework/points.ts';
import type { Decision } from '../panel/commands.ts';
import type { Ink } from '../panel/ink.ts';
import type { SeatId } from '../panel/terms.ts';

/** Where the decisions stand. Undecided leaves count nothing yet and are counted in `open`. */
export interface Tally {
  decided: number;
  of: number;
  /** By level and leaf id: decided score, points, and how many leaves below are undecided. */
  levels: Record<string, { score: Points; points: Points; open: number }>;
  total: Points;
  /** The grade of the total, once everything is decided. */
  grade: string | null;
  decisions: Record<string, { score: Points; reason: string }>;
  /** The exact total of the policy's values where it differs from the sum of the rounded ones. */
  unrounded: Points | null;
}

/** Signatures are public in the room; names are added for people, not for the projection. */
export interface OutcomeView {
  total: Points;
  grade: string;
  at: string;
  sheet: Decision[];
  signed: number;
  signing: number;
}

export interface SignatureView {
  seat: SeatId;
  name: string;
  at: string | null;
  dissent: string;
  /** As drawn; null where it is missing or was confirmed instead. */
  ink: Ink | null;
}

/** A wish to reopen that waits for the second person: for everybody who may have to sign again. */
export interface ReopeningView {
  by: SeatId;
  name: string;
  at: string;
  reason: string;
}

/** A result that was reopened and no longer holds. */
export interface EarlierView {
  number: number;
  total: Points;
  grade: string;
  concludedAt: string;
  sheet: Decision[];
  signatures: SignatureView[];
  seal: SealView | null;
  reopened: ReopeningView & { approvedBy: SeatId; approverName: string; approvedAt: string };
}

/** What people know of reopenings; the projection is sent none of it. */
export interface Reopenings {
  reopening: ReopeningView | null;
  /** The oldest first. */
  earlier: EarlierView[];
}

export interface SealView {
  at: string;
  /** Hex SHA-256: the head of the log's hash chain. */
  head: string;
  entries: number;
  /** Fingerprint of the key that signs the head; null in panels made before there was one. */
  key: string | null;
}
