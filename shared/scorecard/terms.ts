import type { Mark } from '../consensus/terms.ts';
import type { Basis } from './basis.ts';

/** What a card says about one leaf. An absent mark is "missing": neither zero nor abstained. */
export interface CardLine {
  mark?: Mark;
  reason: string;
  /** What the score rests on: the fact entered, listed deductions. Absent where nothing is. */
  basis?: Basis;
}

/** A card's content by leaf id; leaves never touched are absent. */
export type CardContent = Record<string, CardLine>;

/** What one accepted edit changed on one leaf; an absent field did not change, a null one was cleared. */
export interface CardChange {
  leaf: string;
  mark?: Mark | null;
  reason?: string;
  basis?: Basis | null;
}

/** Characters (UTF-16 units) of one reason. */
export const MAX_REASON = 2000;
/** Bytes of one live update frame; a first sync after an absence may be larger. */
export const MAX_UPDATE_BYTES = 8 * 1024;
export const MAX_CATCH_UP_BYTES = 256 * 1024;
