import type { RefusalReason } from './card-refusal.ts';
import type { Journal } from './journal.ts';
import type { RefusedValues } from './refused-values.ts';

/** What a card document works with. */
export interface CardTools {
  journal: Journal;
  refused: RefusedValues;
  now: () => number;
  /** Something that a reader of the card can see has changed. */
  onChange: () => void;
}

/** How a card document stands. */
export interface CardStatus {
  /** The server's content has arrived: from here on the card can be edited, online or not. */
  ready: boolean;
  online: boolean;
  /** Set once the server has ended this device's access; the journal keeps what was unsaved. */
  closed: RefusalReason | null;
  /** Milliseconds since 1970 of the latest acknowledgement to this page. */
  lastSaved: number | null;
  /** Whether there is a step to take back, or forth again. */
  undo: boolean;
  redo: boolean;
}
