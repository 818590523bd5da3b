import { z } from 'zod';
import { MAX_POINTS } from '../framework/points.ts';
import { MAX_MONEY } from '../framework/money.ts';
import {
  MAX_DEDUCTION_REASON,
  MAX_DEDUCTIONS,
  MAX_ITEMS,
  MAX_LABEL,
  MAX_OPTIONS,
  MAX_PARTS,
  MAX_RATE,
  MAX_RULE_DEPTH,
  NATURES,
  STEP_ROUNDINGS,
  type Rule,
  type RuleInput,
} from './terms.ts';

/**
 * The shapes of rules and of what is entered for them, strict and bounded. Only shapes: whether a
 * rule fits its points is for `checkRule`, whether an input fits its rule for `evaluate`.
 */
const points = z.int().min(0).max(MAX_POINTS);
const label = z.string().max(MAX_LABEL);
const rate = z.int().min(0).max(MAX_RATE);
const index = z
  .int()
  .min(0)
  .max(MAX_OPTIONS - 1);

const measure = z.strictObject({
  name: label,
  part: label,
  whole: label,
  of: z.enum(['project', 'money', 'count']),
});

const flatRules = [
  z.strictObject({
    kind: z.literal('levels'),
    options: z.array(z.strictObject({ label, points })).max(MAX_OPTIONS),
  }),
  z.strictObject({
    kind: z.literal('range'),
    options: z.array(z.strictObject({ label, least: points, most: points })).max(MAX_OPTIONS),
  }),
  z.strictObject({
    kind: z.literal('step'),
    measure,
    side: z.enum(['below', 'above']),
    from: rate,
    every: rate,
    each: points,
    rounding: z.enum(STEP_ROUNDINGS),
    most: points,
  }),
  z.strictObject({
    kind: z.literal('per-item'),
    count: z.int().min(0).max(MAX_ITEMS),
    each: points,
  }),
  z.strictObject({
    kind: z.literal('threshold'),
    measure,
    rows: z.array(z.strictObject({ least: rate, points })).max(MAX_OPTIONS),
    below: points,
  }),
  z.strictObject({ kind: z.literal('ratio'), measure }),
  z.strictObject({ kind: z.literal('discretionary'), usual: points.nullable() }),
] as const;

function ruleOfDepth(depth: number): z.ZodType<Rule> {
  if (depth === 1) return z.discriminatedUnion('kind', [...flatRules]);
  const inner = ruleOfDepth(depth - 1);
  return z.discriminatedUnion('kind', [
    ...flatRules,
    z.strictObject({
      kind: z.literal('veto'),
      conditions: z.array(label).max(MAX_OPTIONS),
      otherwise: inner.nullable(),
    }),
    z.strictObject({ kind: z.literal('half'), when: label, of: inner }),
    z.strictObject({
      kind: z.literal('composite'),
      parts: z.array(z.strictObject({ label, points, rule: inner })).max(MAX_PARTS),
    }),
  ]);
}

const flatInputs = [
  z.strictObject({ kind: z.literal('choice'), choice: index, value: points.optional() }),
  z.strictObject({ kind: z.literal('rate'), rate }),
  z.strictObject({
    kind: z.literal('quotient'),
    part: z.int().min(0).max(MAX_MONEY),
    whole: z.int().min(0).max(MAX_MONEY),
  }),
  z.strictObject({ kind: z.literal('count'), met: z.int().min(0).max(MAX_ITEMS) }),
  z.strictObject({
    kind: z.literal('deductions'),
    deductions: z
      .array(z.strictObject({ amount: points, reason: z.string().max(MAX_DEDUCTION_REASON) }))
      .max(MAX_DEDUCTIONS),
  }),
] as const;

const isAscending = (hits: number[]): boolean =>
  hits.every((hit, place) => place === 0 || hit > hits[place - 1]!);

function inputOfDepth(depth: number): z.ZodType<RuleInput> {
  if (depth === 1) return z.discriminatedUnion('kind', [...flatInputs]);
  const inner = inputOfDepth(depth - 1).nullable();
  return z.discriminatedUnion('kind', [
    ...flatInputs,
    z.strictObject({
      kind: z.literal('veto'),
      hits: z.array(index).max(MAX_OPTIONS).refine(isAscending),
      of: inner,
    }),
    z.strictObject({ kind: z.literal('evidence'), without: z.boolean(), of: inner }),
    z.strictObject({ kind: z.literal('parts'), parts: z.array(inner).max(MAX_PARTS) }),
  ]);
}

export const natureSchema = z.enum(NATURES);
export const ruleSchema: z.ZodType<Rule> = ruleOfDepth(MAX_RULE_DEPTH);
export const inputSchema: z.ZodType<RuleInput> = inputOfDepth(MAX_RULE_DEPTH);

/** An input as somebody sent it, or null where its shape is wrong. Never throws. */
export function parseInput(given: unknown): RuleInput | null {
  const parsed = inputSchema.safeParse(given);
  return parsed.success ? parsed.data : null;
}
