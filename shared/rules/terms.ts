import type { Points } from '../framework/points.ts';

/** Objective: a fact decides it, so experts must agree. Subjective: they may differ. */
export const NATURES = ['objective', 'subjective'] as const;
export type Nature = (typeof NATURES)[number];

/** Integer hundredths of a percent: 95 % is 9500. */
export type Rate = number;

/** What counts as a step where the last one is not full. Always written down, never assumed. */
export const STEP_ROUNDINGS = ['floor', 'ceil', 'linear'] as const;
export type StepRounding = (typeof STEP_ROUNDINGS)[number];

/**
 * The rate that a rule asks for: part ÷ whole. `project`: money paid ÷ money granted of the project
 * itself, known without asking, unless the expert enters another figure. Names are as printed:
 * 执行率, 支付额, 预算额.
 */
export interface Measure {
  name: string;
  part: string;
  whole: string;
  of: 'project' | 'money' | 'count';
}

/**
 * How the criteria of an indicator give points, as the secretary confirmed it. The maximum is not in
 * it: it is the indicator's (or the part's) points, and `checkRule` says where the two differ.
 */
export type Rule =
  /** 目标明确(5分),基本明确(3分),不明确(0分) */
  | { kind: 'levels'; options: { label: string; points: Points }[] }
  /** …或原因不合理(0-2分): a choice, then a value between its ends. */
  | { kind: 'range'; options: { label: string; least: Points; most: Points }[] }
  /** ≥95%得5分,每下降10%扣1分,扣完5分为止; `above`: every rise over `from` is what costs. */
  | {
      kind: 'step';
      measure: Measure;
      side: 'below' | 'above';
      from: Rate;
      every: Rate;
      each: Points;
      rounding: StepRounding;
      most: Points;
    }
  /** 全部满足(10分),每满足一个(2.5分): of `count` items; all of them give the maximum. */
  | { kind: 'per-item'; count: number; each: Points }
  /** 满意度100%(5分),≥90%(4分)…低于60%(0分): the first row, from the top, that is reached. */
  | {
      kind: 'threshold';
      measure: Measure;
      rows: { least: Rate; points: Points }[];
      below: Points;
    }
  /** 支付额/预算额度 × 分值, never more than the maximum. */
  | { kind: 'ratio'; measure: Measure }
  /** 酌情扣0.5分: deductions with reasons, down to 0. `usual` is offered for a new one. */
  | { kind: 'discretionary'; usual: Points | null }
  /** …不得分: any of the conditions gives 0; without one the other rule holds (null: the maximum). */
  | { kind: 'veto'; conditions: string[]; otherwise: Rule | null }
  /** 无佐证,按50%计分: half of what the other rule gives. */
  | { kind: 'half'; when: string; of: Rule }
  /** 1.…2分 2.…8分: each part by its own rule. */
  | { kind: 'composite'; parts: RulePart[] };

export interface RulePart {
  label: string;
  points: Points;
  rule: Rule;
}

export type RuleKind = Rule['kind'];
export type RuleOf<K extends RuleKind> = Extract<Rule, { kind: K }>;

/** One listed deduction: 酌情扣0.5分, and why. */
export interface Deduction {
  amount: Points;
  reason: string;
}

/**
 * The fact that an expert enters. Named after its own shape, because several rules take the same:
 * `rate` and `quotient` go with step, threshold and ratio. A rule within a rule has its input inside.
 */
export type RuleInput =
  /** levels; range, with the value inside the chosen range. */
  | { kind: 'choice'; choice: number; value?: Points }
  | { kind: 'rate'; rate: Rate }
  /** Fen where the measure is money, a number of people or things otherwise. */
  | { kind: 'quotient'; part: number; whole: number }
  | { kind: 'count'; met: number }
  | { kind: 'deductions'; deductions: Deduction[] }
  /** Indices of the conditions that are met, ascending. */
  | { kind: 'veto'; hits: number[]; of: RuleInput | null }
  | { kind: 'evidence'; without: boolean; of: RuleInput | null }
  | { kind: 'parts'; parts: (RuleInput | null)[] };

/** What the project itself says: fen, or null where not known. */
export interface ProjectFacts {
  budget: number | null;
  spent: number | null;
}

/** One sentence for people, in both languages of the product. */
export interface Sentence {
  zh: string;
  en: string;
}

/** How the points came about, clause by clause; `traceText` makes one sentence of it. */
export type Trace = Sentence[];

/** Points with their calculation; or what is still to be entered; or what is wrong with it. */
export type Evaluation =
  { points: Points; trace: Trace } | { missing: Sentence } | { fault: Sentence };

/** Characters of a label, a name, a condition. */
export const MAX_LABEL = 200;
export const MAX_OPTIONS = 20;
export const MAX_PARTS = 10;
export const MAX_ITEMS = 100;
export const MAX_DEDUCTIONS = 20;
/** Characters of one deduction's reason. */
export const MAX_DEDUCTION_REASON = 500;
/** Rules within rules: half of a veto on parts, each half of a veto on a rule of its own. */
export const MAX_RULE_DEPTH = 6;
/** 1000 %: more than any honest rate. */
export const MAX_RATE: Rate = 1000_00;
