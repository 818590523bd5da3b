import { z } from 'zod';
import { MAX_POINTS } from '../framework/points.ts';
import {
  MAX_ITEMS,
  MAX_LABEL,
  MAX_OPTIONS,
  MAX_PARTS,
  MAX_RATE,
  MAX_RULE_DEPTH,
  NATURES,
  STEP_ROUNDINGS,
  type Rule,
} from './terms.ts';

/**
 * The shapes of rules, strict and bounded. Only shapes: whether a rule fits its points is for
 * `checkRule`. What is entered for them is read by `parseInput`.
 */
const points = z.int().min(0).max(MAX_POINTS);
const label = z.string().max(MAX_LABEL);
const rate = z.int().min(0).max(MAX_RATE);

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

export const natureSchema = z.enum(NATURES);
export const ruleSchema: z.ZodType<Rule> = ruleOfDepth(MAX_RULE_DEPTH);
