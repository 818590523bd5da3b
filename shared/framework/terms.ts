import type { Nature, Rule } from '../rules/terms.ts';
import type { Points } from './points.ts';

/**
 * A node of the indicator tree. A node without children is a leaf: it is scored, and carries
 * points, a grid and criteria. A node with children is a level: its points are what its leaves add
 * up to, and `points` holds what the secretary declared for it (or null: nothing declared).
 */
export interface Indicator {
  /** Unique in its framework, stable under renaming and moving: /^[a-z0-9-]{1,24}$/. */
  id: string;
  name: string;
  points: Points | null;
  /** Leaf only: scores are whole multiples of it from 0, or the maximum itself. */
  step: Points;
  criteria: string;
  explanation: string;
  /** Leaf only: who answers for it (责任单位). Absent: nobody is named. */
  responsible?: string;
  /** Leaf only. Absent in panels recorded before there were rules: `leavesOf` reads it. */
  nature?: Nature;
  /** Leaf only, as the secretary confirmed it. Absent as `nature` is, or null: scored by hand. */
  rule?: Rule | null;
  children: Indicator[];
}

/** An indicator system: at most `MAX_LEVELS` deep, worth `TOTAL_POINTS`. */
export interface Framework {
  title: string;
  indicators: Indicator[];
}

/** A leaf of a checked framework, in printing order, with everything a scorer needs. */
export interface Leaf {
  id: string;
  /** Names from the first level down to the leaf's own. */
  path: string[];
  points: Points;
  step: Points;
  criteria: string;
  explanation: string;
  nature: Nature;
  rule: Rule | null;
}

/** What the implementing unit gave itself, by leaf id. */
export type SelfAssessment = Record<string, { score: Points; reason: string }>;

export const MAX_LEVELS = 4;
export const MAX_LEAVES = 200;
export const TOTAL_POINTS: Points = 100_00;
