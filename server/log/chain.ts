import { createHash, hash as digest } from 'node:crypto';
import { canonical, canonicalCopy, parsed } from './canonical.ts';
import { DraftInvalid } from './errors.ts';
import type { Draft, LogEntry, LogRecord } from './port.ts';

/** The hash before the first entry: 32 zero bytes, written in hex like every hash. */
export const GENESIS = '0'.repeat(64);

/** Where a panel's log ends: `{ position: 0, hash: GENESIS }` while it is empty. */
export interface Head {
  position: number;
  hash: string;
}

export const EMPTY: Head = { position: 0, hash: GENESIS };

/** A record as stores keep it: the very texts that were hashed, entry and payload canonical. */
export interface Stored {
  entry: string;
  hash: string;
  payload?: string;
}

/** "heyi-log/v1" and a zero byte, so that no other use of SHA-256 can yield one of our hashes. */
const DOMAIN = Buffer.from('heyi-log/v1\0', 'latin1');
const PREFIX = DOMAIN.length + 32;

/**
 * Reused for every entry of ordinary size: the one-shot digest over one buffer costs a third less
 * than a streaming one, and every append pays it. Safe because hashing is synchronous.
 */
const scratch = Buffer.alloc(64 * 1024);
DOMAIN.copy(scratch);

/**
 * SHA-256("heyi-log/v1\0" ‖ prev ‖ entry), in hex. `prev` is given in hex and hashed as its 32 raw
 * bytes; `entry` is canonical JSON and hashed as UTF-8.
 */
export function entryHash(entry: string, prev: string): string {
  if (PREFIX + entry.length * 3 > scratch.length) {
    return createHash('sha256').update(DOMAIN).update(prev, 'hex').update(entry).digest('hex');
  }
  scratch.write(prev, DOMAIN.length, 'hex');
  const length = scratch.write(entry, PREFIX);
  return digest('sha256', scratch.subarray(0, PREFIX + length), 'hex');
}

/** Hex SHA-256 of a payload's canonical text. No prefix: anyone can check it with sha256sum. */
export function payloadDigest(payload: string): string {
  return digest('sha256', payload, 'hex');
}

/**
 * A draft made ready for the chain: everything that does not depend on its position. A refusal
 * before it, or another node's entry, moves a draft; only `link` is then done again.
 */
export interface Prepared {
  expects: [token: string, count: number][];
  bumps: string[];
  /** The canonical entry without `position` and closing brace. */
  opening: string;
  payload?: string;
  /** Filled in by `link`. */
  record: LogRecord;
}

/** @throws DraftInvalid when the draft is not plain JSON. */
export function prepare(draft: Draft): Prepared {
  const payload = draft.payload === undefined ? undefined : canonicalCopy(draft.payload);
  const { text, copy } = canonicalCopy({
    actor: draft.actor,
    at: draft.at,
    bumps: draft.bumps,
    fact: draft.fact,
    operation: draft.operation,
    payload: payload && payloadDigest(payload.text),
  });
  const entry = copy as LogEntry;
  if (entry.fact === undefined) throw new DraftInvalid('the fact is missing');
  const record: LogRecord = payload
    ? { entry, hash: '', payload: payload.copy }
    : { entry, hash: '' };
  return {
    expects: Object.entries(draft.expects),
    bumps: entry.bumps,
    opening: text.slice(0, -1),
    payload: payload?.text,
    record,
  };
}

/**
 * Puts a prepared draft right after `head` and fills its record in; linking it again elsewhere
 * changes that same record, so nobody may see a record before its place is settled.
 * `position` sorts last among an entry's keys, so the canonical text ends with it.
 */
export function link(prepared: Prepared, head: Head): Stored {
  const position = head.position + 1;
  const entry = `${prepared.opening},"position":${position}}`;
  const hash = entryHash(entry, head.hash);
  prepared.record.entry.position = position;
  prepared.record.hash = hash;
  return { entry, hash, payload: prepared.payload };
}

/** The record that `draft` becomes at `position`; `prev` is the hash before it, GENESIS for 1. */
export function seal(draft: Draft, position: number, prev: string): LogRecord {
  const prepared = prepare(draft);
  link(prepared, { position: position - 1, hash: prev });
  return prepared.record;
}

/** @returns why the record doesn't belong at `position` after `prev`; undefined when it does. */
export function verify(record: LogRecord, prev: string, position: number): string | undefined {
  const stored: Stored = { entry: canonical(record.entry), hash: record.hash };
  if (record.payload !== undefined) stored.payload = canonical(record.payload);
  const checked = recordAfter(stored, { position: position - 1, hash: prev });
  return 'why' in checked ? checked.why : undefined;
}

/** The record in stored texts, or why they don't belong right after `head`. */
export function recordAfter(stored: Stored, head: Head): { record: LogRecord } | { why: string } {
  if (entryHash(stored.entry, head.hash) !== stored.hash) return { why: 'the hash does not match' };
  const record: LogRecord = { entry: parsed(stored.entry) as LogEntry, hash: stored.hash };
  if (record.entry.position !== head.position + 1) {
    return { why: `it says position ${record.entry.position}` };
  }
  const found = stored.payload === undefined ? undefined : payloadDigest(stored.payload);
  if (found !== record.entry.payload) return { why: 'the payload does not match its digest' };
  if (stored.payload !== undefined) record.payload = parsed(stored.payload);
  return { record };
}
