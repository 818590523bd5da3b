/** Why a figure can't be had from these scores. Shown instead of a number, never as 0. */
export type Obstacle =
  /** Too few scores, experts or indicators. */
  | 'too-few'
  /** Divided by a mean of 0. */
  | 'mean-zero'
  /** Nothing differs, so there is nothing to agree or disagree on. */
  | 'no-difference'
  /** The formula needs equal steps up to the maximum. */
  | 'uneven-grid'
  /** Agreement is complete, and the figure without bound. */
  | 'unbounded';

/** A figure, or why there is none. Statistics are floats; points never are. */
export type Statistic =
  { kind: 'value'; value: number } | { kind: 'not-computable'; why: Obstacle };

export const value = (figure: number): Statistic => ({ kind: 'value', value: figure });

export const notComputable = (why: Obstacle): Statistic => ({ kind: 'not-computable', why });
