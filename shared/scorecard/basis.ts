import { parseDeductions, parseInput } from '../rules/inputs.ts';
import type { Deduction, RuleInput } from '../rules/terms.ts';
import { canonicalJson } from './canonical-json.ts';

/** What a score rests on. Absent parts say nothing; a basis of absent parts only is none. */
export interface Basis {
  /** The fact that the indicator's rule computes with. */
  input?: RuleInput;
  /** In the order listed; together they are meant to be the maximum less the score. In a line one
   * part may still be missing: 0, or ''. */
  deductions?: Deduction[];
}

/**
 * UTF-16 units of a basis as text. In the worst case three bytes each, it still fits into one live
 * update (MAX_UPDATE_BYTES).
 */
export const MAX_BASIS = 2400;

/** Its one text; `parseBasis` takes no other. */
export function encodeBasis(basis: Basis): string {
  return canonicalJson(basis);
}

/** The basis that `encodeBasis` made this text of, or null for whatever else it is. Never throws. */
export function parseBasis(value: unknown): Basis | null {
  if (typeof value !== 'string' || value.length > MAX_BASIS) return null;
  const basis = readBasis(parseJson(value));
  return basis && encodeBasis(basis) === value ? basis : null;
}

type Parts = { [Part in keyof Basis]?: Basis[Part] | null | undefined };

/** The basis without empty parts, as it may be stored; null where nothing is left. */
export function tidyBasis({ input, deductions }: Parts): Basis | null {
  const basis: Basis = input ? { input } : {};
  const listed = deductions?.filter((one) => !isBlank(one)) ?? [];
  if (listed.length > 0) basis.deductions = listed;
  return Object.keys(basis).length === 0 ? null : basis;
}

export function sameBasis(one: Basis | null | undefined, other: Basis | null | undefined): boolean {
  if (!one || !other) return !one && !other;
  return one === other || encodeBasis(one) === encodeBasis(other);
}

/** Each part that is named must be one; what is not named here falls out, and so is refused. */
function readBasis(value: unknown): Basis | null {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return null;
  const given = value as Record<string, unknown>;
  const basis: Basis = {};
  if (given['input'] !== undefined) {
    const input = parseInput(given['input']);
    if (!input) return null;
    basis.input = input;
  }
  if (given['deductions'] !== undefined) {
    const deductions = parseDeductions(given['deductions']);
    if (!deductions || deductions.length === 0 || deductions.some(isBlank)) return null;
    basis.deductions = deductions;
  }
  return Object.keys(basis).length === 0 ? null : basis;
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

const isBlank = ({ amount, reason }: Deduction): boolean => amount === 0 && reason === '';
