import type { Points } from '../framework/points.ts';
import type { PartId } from './analysis.ts';
import type { Staging } from './stage.ts';
import type { Ink } from './ink.ts';
import type { SeatId, Section, Setup } from './terms.ts';

/** A settlement of one indicator as the chair states it. */
export interface Decision {
  leaf: string;
  score: Points;
  reason: string;
}

/** A decision with the `edition` of the scores that the chair saw; others are not settled unseen. */
export interface BasedDecision extends Decision {
  base?: number;
}

/** What a person asks for. Imperative; who asks comes from the socket, never from the command. */
export type Command =
  /** `base` is the setup counter that the writer saw: a stale writer is told, never overwrites. */
  | { [S in Section]: { type: 'edit-setup'; section: S; value: Setup[S]; base: number } }[Section]
  | { type: 'void-link'; seat: SeatId }
  | { type: 'join' }
  /** The first round without `leaves`; a further one names what it scores again. */
  | { type: 'open-round'; leaves?: string[] }
  /** `seat`: whose paper card; absent for the own one. */
  | { type: 'submit-card'; seat?: SeatId }
  | { type: 'take-back-card'; seat?: SeatId }
  /** `leaves` null: from the whole project. */
  | { type: 'recuse'; seat: SeatId; leaves: string[] | null; reason: string }
  /** `recusal`: as the view numbers them. */
  | { type: 'lift-recusal'; recusal: number; reason: string }
  | { type: 'key-in'; seat: SeatId }
  | { type: 'stop-key-in'; seat: SeatId }
  | { type: 'compare-card'; seat: SeatId }
  /** `base`: the hand-in that was compared with the paper. */
  | { type: 'confirm-card'; seat: SeatId; base: number }
  /** `without`: the unfinished seats that the chair was shown and confirmed. */
  | { type: 'reveal'; without: SeatId[] }
  | { type: 'discuss'; leaf: string }
  | ({ type: 'set-stage' } & Staging)
  | { type: 'decide'; decisions: BasedDecision[] }
  /**
   * `text` null: the draft again. `base`: the edition of the text that this replaces. `answers`: the
   * edition of the decisions that it answers.
   */
  | { type: 'write-analysis'; part: PartId; text: string | null; base: number; answers: number }
  | { type: 'conclude' }
  /** `ink`: signed by hand on the screen; without it by confirming. */
  | { type: 'sign'; dissent: string; ink?: Ink }
  /** `without`: the seats without a signature that the chair was shown and confirmed. */
  | { type: 'seal'; without: SeatId[] }
  | { type: 'request-reopening'; reason: string }
  /** By the second person, or by the one who asked. */
  | { type: 'decline-reopening' }
  | { type: 'approve-reopening' };
