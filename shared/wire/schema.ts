import { z } from 'zod';
import { GRADE_PRESETS, POLICIES } from '../consensus/terms.ts';
import { MAX_LEAVES, type Indicator } from '../framework/terms.ts';
import type { Command } from '../panel/commands.ts';
import { ANONYMITY, MAX_DISSENT, MAX_EXPERTS, MAX_NEXT_STEPS } from '../panel/terms.ts';
import { isInk, MAX_INK_POINTS, MAX_STROKES } from '../panel/ink.ts';
import { SLIDES } from '../panel/stage.ts';
import { natureSchema, ruleSchema } from '../rules/schema.ts';
import { MAX_MINUTES } from '../panel/timing.ts';
import { type PartId, MAX_LIST } from '../panel/analysis.ts';
import { MAX_REASON } from '../scorecard/terms.ts';
import { evidenceSchema } from './evidence.ts';
import type { Envelope } from './events.ts';

/**
 * The shapes of what clients send. Only shapes and hard limits: whether a setup is complete or a
 * decision allowed is decided by the panel. Strict everywhere, so that a field such as `role` that
 * somebody adds is refused and not ignored.
 */
const points = z.int().min(0).max(1_000_00);
const id = z.string().regex(/^[a-z0-9-]{1,24}$/);
export const seat = z.string().regex(/^(secretary|projection|chair|e([1-9]|1[0-5]))$/);
const line = z.string().max(200);
const paragraph = z.string().max(4000);
const money = z.int().min(0).nullable();
const minutes = (most: number) => z.int().min(1).max(most).nullable();

/** Deeper than a framework may be, so that the checks can say so; bounded, so that they end. */
const MAX_DEPTH = 6;
const MAX_CHILDREN = MAX_LEAVES;

const indicatorFields = {
  id,
  name: line,
  points: points.nullable(),
  step: z.int().min(0).max(100_00),
  criteria: paragraph,
  explanation: paragraph,
  responsible: line.optional(),
  nature: natureSchema.optional(),
  rule: ruleSchema.nullable().optional(),
};

function indicatorOfDepth(depth: number): z.ZodType<Indicator> {
  const children: z.ZodType<Indicator[]> =
    depth === 1
      ? z.array(z.never()).max(0)
      : z.array(indicatorOfDepth(depth - 1)).max(MAX_CHILDREN);
  return z.strictObject({ ...indicatorFields, children });
}

const framework = z.strictObject({
  title: line,
  indicators: z.array(indicatorOfDepth(MAX_DEPTH)).max(MAX_CHILDREN),
});

const person = { name: line, title: line, organisation: line };

const SECTION_VALUES = {
  project: z.strictObject({
    name: line,
    department: line,
    unit: line,
    budget: money,
    spent: money,
    period: line,
  }),
  framework,
  selfAssessment: z.record(id, z.strictObject({ score: points, reason: paragraph })),
  evidence: evidenceSchema,
  experts: z
    .array(z.strictObject({ seat: z.string().regex(/^e([1-9]|1[0-5])$/), ...person }))
    .max(MAX_EXPERTS)
    .refine((experts) => new Set(experts.map((expert) => expert.seat)).size === experts.length),
  chair: z.discriminatedUnion('kind', [
    z.strictObject({ kind: z.literal('expert'), seat }),
    z.strictObject({ kind: z.literal('separate'), ...person }),
  ]),
  rules: z.strictObject({
    policy: z.enum(POLICIES),
    grades: z.enum(GRADE_PRESETS),
    blind: z.boolean(),
    anonymity: z.enum(ANONYMITY),
    projection: z
      .strictObject({ reasons: z.boolean(), nextSteps: z.string().max(MAX_NEXT_STEPS) })
      .optional(),
    allotments: z
      .strictObject({
        indicator: minutes(MAX_MINUTES.indicator),
        meeting: minutes(MAX_MINUTES.meeting),
      })
      .optional(),
    lastReasons: z.boolean().optional(),
  }),
};

const base = z.int().min(0);
export const editOf = <S extends keyof typeof SECTION_VALUES>(section: S) =>
  z.strictObject({
    type: z.literal('edit-setup'),
    section: z.literal(section),
    value: SECTION_VALUES[section],
    base,
  });

const PART = /^(problems|suggestions|leaf:[a-z0-9-]{1,24})$/;
const decision = z.strictObject({
  leaf: id,
  score: points,
  reason: z.string().max(MAX_REASON),
  base: base.optional(),
});
const seats = z.array(seat).max(MAX_EXPERTS + 3);

const command = z.union([
  z.discriminatedUnion('section', [
    editOf('project'),
    editOf('framework'),
    editOf('selfAssessment'),
    editOf('evidence'),
    editOf('experts'),
    editOf('chair'),
    editOf('rules'),
  ]),
  z.discriminatedUnion('type', [
    z.strictObject({ type: z.literal('void-link'), seat }),
    z.strictObject({
      type: z.literal('open-round'),
      leaves: z.array(id).min(1).max(MAX_LEAVES).optional(),
    }),
    z.strictObject({ type: z.literal('submit-card'), seat: seat.optional() }),
    z.strictObject({ type: z.literal('take-back-card'), seat: seat.optional() }),
    z.strictObject({
      type: z.literal('recuse'),
      seat,
      leaves: z.array(id).min(1).max(MAX_LEAVES).nullable(),
      reason: z.string().max(MAX_DISSENT),
    }),
    z.strictObject({
      type: z.literal('lift-recusal'),
      recusal: z.int().min(1),
      reason: z.string().max(MAX_DISSENT),
    }),
    z.strictObject({ type: z.literal('key-in'), seat }),
    z.strictObject({ type: z.literal('stop-key-in'), seat }),
    z.strictObject({ type: z.literal('compare-card'), seat }),
    z.strictObject({ type: z.literal('confirm-card'), seat, base }),
    z.strictObject({ type: z.literal('reveal'), without: seats }),
    z.strictObject({ type: z.literal('discuss'), leaf: id }),
    z.strictObject({
      type: z.literal('set-stage'),
      led: z
        .strictObject({
          slide: z.enum(SLIDES),
          leaf: id.nullable(),
          step: z.int().min(0).max(MAX_LEAVES),
        })
        .nullable(),
      blank: z.boolean(),
    }),
    z.strictObject({
      type: z.literal('decide'),
      decisions: z.array(decision).min(1).max(MAX_LEAVES),
    }),
    z.strictObject({
      type: z.literal('write-analysis'),
      part: z.custom<PartId>((given) => typeof given === 'string' && PART.test(given)),
      text: z.string().max(MAX_LIST).nullable(),
      base,
      answers: base,
    }),
    z.strictObject({ type: z.literal('conclude') }),
    z.strictObject({
      type: z.literal('sign'),
      dissent: z.string().max(MAX_DISSENT),
      ink: z
        .array(z.array(z.int()).max(2 * MAX_INK_POINTS))
        .max(MAX_STROKES)
        .refine(isInk)
        .optional(),
    }),
    z.strictObject({ type: z.literal('seal'), without: seats }),
    z.strictObject({
      type: z.literal('request-reopening'),
      reason: z.string().max(MAX_DISSENT),
    }),
    z.strictObject({ type: z.literal('decline-reopening') }),
    z.strictObject({ type: z.literal('approve-reopening') }),
  ]),
]);

export const operation = z.string().regex(/^[A-Za-z0-9_-]{8,64}$/);
const envelope = z.strictObject({ operation, command });

/** The envelope, or null where its shape is wrong. Never throws, whatever is given. */
export function parseEnvelope(given: unknown): Envelope | null {
  const parsed = envelope.safeParse(given);
  return parsed.success ? (parsed.data as { operation: string; command: Command }) : null;
}
