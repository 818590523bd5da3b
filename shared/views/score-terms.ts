import type { Shift, Stability } from '../consensus/stability.ts';
import type { Policy } from '../consensus/terms.ts';
import type { Points } from '../framework/points.ts';
import type { SeatId } from '../panel/terms.ts';
import type { Basis } from '../scorecard/basis.ts';
import type { CardLine } from '../scorecard/terms.ts';

/** One indicator's scores as the whole room may know them after the reveal. */
export interface Spread {
  leaf: string;
  /** The round that these scores are from: the latest revealed one that covered the indicator. */
  round: number;
  /** Cards that count here, those that abstained among them. */
  cards: number;
  /** Scores given; abstentions and unfinished cards are not in it. */
  n: number;
  abstained: number;
  /** Ascending, without names. */
  values: Points[];
  /** (max − min) ÷ points in hundredths of a percent; null when nobody scored. */
  range: number | null;
  flag: 'none' | 'amber' | 'red';
  /** The policy's value and the rule that was really applied. */
  value: Points | null;
  rule: Policy;
}

export interface NamedScore {
  seat: SeatId;
  name: string;
  /** null: missing. */
  score: Points | 'abstained' | null;
  /** As printed: listed deductions, then the words. */
  reason: string;
  /** What the score rests on, where more than the score was entered. */
  basis: Basis | null;
}

/** An indicator on the console: by name, and whether the sheet was edited after the decision. */
export type ConsoleSpread = Spread & {
  named: NamedScore[];
  draftDiffers: boolean;
  /** What \`decide\` sends back as \`base\`: rises when other scores count here. */
  edition: number;
};

/** The reader's own score is far from the mean of the others; told to nobody else but the console. */
export interface Apart {
  /** |score − mean of the others| ÷ points, hundredths of a percent. */
  gap: number;
  above: boolean;
}

/** A revealed round. */
export interface RoundView {
  number: number;
  /** Leaf ids, in printing order. */
  leaves: string[];
  /** Cards revealed, of so many experts who took part. */
  cards: number;
  of: number;
}

/** How an indicator's scores moved in a further round, over those who scored it in both. */
export interface ShiftView extends Shift {
  leaf: string;
  /** The round before. */
  from: number;
  /** Who changed, from what to what; null where the reader sees no names. */
  who: { seat: SeatId; name: string; before: Points; after: Points }[] | null;
}

/** A further round beside what stood before it. Descriptive only. */
export interface StabilityView extends Omit<Stability, 'leaves'> {
  round: number;
  shifts: ShiftView[];
}

/** What the last round said of an indicator that is now scored again. */
export interface LastScore extends Spread {
  /** null where this seat has no standing score. */
  own: CardLine | null;
  /** The others' reasons without names, sorted; none where the rules don't show them. */
  reasons: string[];
}
