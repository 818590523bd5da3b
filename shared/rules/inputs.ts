import { MAX_MONEY } from '../framework/money.ts';
import { MAX_POINTS } from '../framework/points.ts';
import {
  MAX_DEDUCTION_REASON,
  MAX_DEDUCTIONS,
  MAX_ITEMS,
  MAX_OPTIONS,
  MAX_PARTS,
  MAX_RATE,
  MAX_RULE_DEPTH,
  type Deduction,
  type RuleInput,
} from './terms.ts';

type Fields = Record<string, unknown>;

/**
 * An input as somebody sent it, or null where its shape is wrong: strict and bounded, field by
 * field. Whether it fits its rule is for `evaluate`. By hand and not by a schema, because every
 * scorecard reads it, also on a phone. Never throws.
 */
export function parseInput(given: unknown, depth = MAX_RULE_DEPTH): RuleInput | null {
  if (!isFields(given) || depth === 0) return null;
  switch (given['kind']) {
    case 'choice': {
      const { choice, value } = given;
      if (!isWhole(choice, MAX_OPTIONS - 1)) return null;
      if (has(given, 'choice')) return { kind: 'choice', choice };
      if (!has(given, 'choice', 'value') || !isWhole(value, MAX_POINTS)) return null;
      return { kind: 'choice', choice, value };
    }
    case 'rate': {
      const { rate } = given;
      return has(given, 'rate') && isWhole(rate, MAX_RATE) ? { kind: 'rate', rate } : null;
    }
    case 'quotient': {
      const { part, whole } = given;
      const both = isWhole(part, MAX_MONEY) && isWhole(whole, MAX_MONEY);
      return has(given, 'part', 'whole') && both ? { kind: 'quotient', part, whole } : null;
    }
    case 'count': {
      const { met } = given;
      return has(given, 'met') && isWhole(met, MAX_ITEMS) ? { kind: 'count', met } : null;
    }
    case 'deductions': {
      const deductions = parseDeductions(given['deductions']);
      return has(given, 'deductions') && deductions ? { kind: 'deductions', deductions } : null;
    }
    case 'veto': {
      const { hits } = given;
      const of = parseInner(given['of'], depth);
      if (!has(given, 'hits', 'of') || of === undefined || !isList(hits, MAX_OPTIONS)) return null;
      const ascending = hits.every(
        (hit, at): hit is number =>
          isWhole(hit, MAX_OPTIONS - 1) && (at === 0 || hit > (hits[at - 1] as number)),
      );
      return ascending ? { kind: 'veto', hits: hits as number[], of } : null;
    }
    case 'evidence': {
      const { without } = given;
      const of = parseInner(given['of'], depth);
      if (!has(given, 'of', 'without') || of === undefined) return null;
      return typeof without === 'boolean' ? { kind: 'evidence', without, of } : null;
    }
    case 'parts': {
      if (!has(given, 'parts') || !isList(given['parts'], MAX_PARTS)) return null;
      const parts = given['parts'].map((part) => parseInner(part, depth));
      return parts.every((part) => part !== undefined) ? { kind: 'parts', parts } : null;
    }
    default:
      return null;
  }
}

/** The lines, or null where one of them is none. Each part may still be missing: 0, or ''. */
export function parseDeductions(given: unknown): Deduction[] | null {
  if (!isList(given, MAX_DEDUCTIONS)) return null;
  const lines = given.map(parseDeduction);
  return lines.every((line) => line !== null) ? lines : null;
}

/** Half characters can be neither sent nor stored; a control character is nobody's typing. */
const UNWRITABLE = /[\p{Surrogate}\p{Cc}]/u;

function parseDeduction(given: unknown): Deduction | null {
  if (!isFields(given)) return null;
  const { amount, reason, ...others } = given;
  if (Object.keys(others).length > 0 || !isWhole(amount, MAX_POINTS)) return null;
  if (typeof reason !== 'string' || reason.length > MAX_DEDUCTION_REASON) return null;
  return UNWRITABLE.test(reason) ? null : { amount, reason };
}

/** undefined: neither an input nor the null that says that there is none yet. */
function parseInner(given: unknown, depth: number): RuleInput | null | undefined {
  return given === null ? null : (parseInput(given, depth - 1) ?? undefined);
}

const has = (given: Fields, ...fields: string[]): boolean =>
  Object.keys(given).length === fields.length + 1 &&
  fields.every((field) => Object.hasOwn(given, field));

function isFields(given: unknown): given is Fields {
  return typeof given === 'object' && given !== null && !Array.isArray(given);
}

const isList = (given: unknown, most: number): given is unknown[] =>
  Array.isArray(given) && given.length <= most;

const isWhole = (given: unknown, most: number): given is number =>
  Number.isSafeInteger(given) && (given as number) >= 0 && (given as number) <= most;
