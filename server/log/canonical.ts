import canonicalize from 'canonicalize';
import { DraftInvalid } from './errors.ts';

/** A lone surrogate, which JSON.stringify leaves as an escape and RFC 8785 (I-JSON) forbids. */
const LONE_SURROGATE = /(?:^|[^\\])(?:\\\\)*\\ud[89a-f]/;

/**
 * RFC 8785 text of a JSON value. It holds no raw control character: those are escaped.
 * @throws DraftInvalid for NaN, infinities, bigint, undefined, lone surrogates, too deep nesting.
 */
export function canonical(value: unknown): string {
  let text: string | undefined;
  try {
    text = canonicalize(value);
  } catch (cause) {
    throw new DraftInvalid(cause instanceof Error ? cause.message : 'not JSON', cause);
  }
  if (text === undefined) throw new DraftInvalid('a value is missing');
  return wellFormed(text);
}

/**
 * The value that `text` stands for, as every later reader will see it.
 * @throws DraftInvalid for what canonicalize lets through as broken text, such as a function.
 */
export function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (cause) {
    throw new DraftInvalid('a value is not JSON', cause);
  }
}

/**
 * The canonical text of `value` and a copy of what that text stands for: undefined members gone,
 * -0 as 0, later changes by the caller without effect. A live reader then sees what a replay sees.
 *
 * Every append pays this, so plain data takes a short way, a third of the cost of
 * `canonical` and `parsed`, with the same result: a copy whose keys are in order is
 * written in that order by JSON.stringify, whose numbers and strings are those of RFC 8785.
 * @throws DraftInvalid as `canonical` and `parsed` do.
 */
export function canonicalCopy(value: unknown): { text: string; copy: unknown } {
  const copy = ordered(value, 0);
  if (copy !== UNUSUAL) return { text: wellFormed(JSON.stringify(copy)), copy };
  const text = canonical(value);
  return { text, copy: parsed(text) };
}

const UNUSUAL = Symbol('take the long way');

/** Keys an object doesn't keep in insertion order, or that would not become a property at all. */
const UNRULY_KEY = /^\d|^__proto__$/;

/** Nesting beyond this is nothing we write; the long way refuses it once the stack is used up. */
const DEEP = 100;

function ordered(value: unknown, depth: number): unknown {
  switch (typeof value) {
    case 'string':
    case 'boolean':
      return value;
    case 'number':
      return Number.isFinite(value) ? value + 0 : UNUSUAL;
    case 'object':
      if (value === null) return null;
      if (depth > DEEP) return UNUSUAL;
      return Array.isArray(value) ? orderedArray(value, depth) : orderedObject(value, depth);
    default:
      return UNUSUAL;
  }
}

function orderedArray(array: unknown[], depth: number): unknown {
  const copy: unknown[] = [];
  for (const member of array) {
    const kept = ordered(member, depth + 1);
    if (kept === UNUSUAL) return UNUSUAL;
    copy.push(kept);
  }
  return copy;
}

function orderedObject(object: object, depth: number): unknown {
  const prototype = Object.getPrototypeOf(object);
  if (prototype !== Object.prototype && prototype !== null) return UNUSUAL;
  const copy: Record<string, unknown> = {};
  for (const key of Object.keys(object).sort()) {
    const member = (object as Record<string, unknown>)[key];
    if (member === undefined) continue;
    const kept = UNRULY_KEY.test(key) ? UNUSUAL : ordered(member, depth + 1);
    if (kept === UNUSUAL) return UNUSUAL;
    copy[key] = kept;
  }
  return copy;
}

function wellFormed(text: string): string {
  if (text.includes('\\ud') && LONE_SURROGATE.test(text)) {
    throw new DraftInvalid('text with half a surrogate pair');
  }
  return text;
}
