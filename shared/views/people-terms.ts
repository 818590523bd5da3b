import type { CardId, SeatId } from '../panel/terms.ts';
import type { CardContent } from '../scorecard/terms.ts';

export interface OwnCard {
  card: CardId;
  status: 'open' | 'submitted';
  /** Leaf ids that this seat scores in the round, in printing order. */
  leaves: string[];
  /** Seen somebody's scores since, to compare them: the card can't be taken back any more. */
  bound: boolean;
  /** null unless the secretary keys this card in from paper. */
  keyedIn: KeyedInView | null;
}

/** A card that is keyed in from paper, as whoever compares it with the paper sees it. */
export interface KeyedInView {
  seat: SeatId;
  name: string;
  status: 'open' | 'submitted' | 'confirmed';
  /** What `confirm-card` sends back as `base`. */
  handedInAt: number;
  /** null while the secretary still types. */
  content: CardContent | null;
}

/** How far somebody is in the round, for chair and secretary. */
export interface ProgressRow {
  seat: SeatId;
  name: string;
  finished: boolean;
  joined: boolean;
  /** null unless this card is keyed in from paper. */
  keyedIn: 'open' | 'submitted' | 'confirmed' | null;
}

/** Who takes no part in what, and why. */
export interface RecusalView {
  /** What `lift-recusal` names. */
  recusal: number;
  seat: SeatId;
  name: string;
  /** null: the whole project. */
  leaves: string[] | null;
  reason: string;
  /** ISO time it was recorded. */
  at: string;
}

/** A recusal that was a mistake; a reveal before it was lifted did without the expert there. */
export type LiftedView = RecusalView & { lift: { reason: string; at: string } };

/** What is not quite usual about who took part; for people, as it is printed with names. */
export interface Attendance {
  recusals: RecusalView[];
  lifted: LiftedView[];
  /** Cards that a reveal did without. */
  absent: { round: number; seat: SeatId; name: string }[];
  /** Cards keyed in from paper, and who compared them. */
  keyedIn: { round: number; seat: SeatId; name: string; by: string }[];
}
