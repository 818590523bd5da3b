import type { Points } from '../framework/points.ts';

/** What a card says about one leaf. Missing is the absence of a Mark, never zero. */
export type Mark = { score: Points } | 'abstained';

/** How several scores become one. Chosen before the first score, frozen, printed. */
export const POLICIES = [
  'mean',
  'trimmed-per-indicator',
  'trimmed-totals',
  'median',
  'unanimous',
] as const;
export type Policy = (typeof POLICIES)[number];

/** A grade band: half-open, `min` included. Bands are listed from best to worst. */
export interface GradeBand {
  name: string;
  min: Points;
}

export const GRADE_PRESETS = ['guangdong', 'national'] as const;
export type GradePreset = (typeof GRADE_PRESETS)[number];

/** A policy's verdict on one leaf; `value` is null when nobody scored it, or (unanimous) nobody agrees. */
export interface Proposal {
  value: Points | null;
  /** Scores that the value rests on; a trimmed one is not among them. */
  n: number;
  /**
   * The rule that was really applied: 'mean' where a trimming policy met too few scores. Print this
   * one beside the value, not the panel's policy.
   */
  rule: Policy;
}
