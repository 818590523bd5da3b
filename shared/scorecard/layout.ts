import { simpleDiffString } from 'lib0/diff';
import * as Y from 'yjs';
import type { Mark } from '../consensus/terms.ts';
import { encodeBasis, parseBasis, type Basis } from './basis.ts';
import { isEmptyLine } from './content.ts';
import { MAX_REASON, type CardContent, type CardLine } from './terms.ts';

/** The root map of a card: leaf id → integer hundredths, or 'abstained'. A missing key is "missing". */
export const SCORES = 'scores';

/**
 * The root map of what scores rest on: leaf id → the canonical JSON of a `Basis`, one text that is
 * replaced whole. A missing key: nothing was entered but the score.
 */
export const BASIS = 'basis';

/**
 * The root text with a leaf's reason. A root, not a text inside a map: two devices that start typing
 * at the same moment then write into the same text, where one of two map values would be lost.
 */
export const reasonRoot = (leaf: string): string => `reason:${leaf}`;

/** What keeps a document from being a card. The word is also the code that the author is told. */
export type FaultCode =
  'edits-missing' | 'not-a-card' | 'not-a-score' | 'not-a-basis' | 'text-too-long';

export class Fault {
  constructor(readonly code: FaultCode) {}
}

/**
 * A document with every root of a card touched. It must be done before the first update: a root that
 * an update names first has no type yet, and changes its identity when the type is asked for.
 */
export function openDoc(leafIds: readonly string[], doc: Y.Doc = new Y.Doc()): Y.Doc {
  doc.getMap(SCORES);
  doc.getMap(BASIS);
  for (const leaf of leafIds) doc.getText(reasonRoot(leaf));
  return doc;
}

/**
 * What a document of `openDoc` says. Skips whatever is no card's content, so that it can be shown at
 * any moment; whether all of it is one is for `checkContent`.
 */
export function readContent(doc: Y.Doc, leafIds: readonly string[]): CardContent {
  const content: CardContent = {};
  for (const leaf of leafIds) {
    const line = readLine(doc, leaf);
    if (!(line instanceof Fault) && !isEmptyLine(line)) content[leaf] = line;
  }
  return content;
}

/**
 * The full check of a document of `openDoc`: nothing waits for missing edits, no root or key but the
 * card's own, exact scores (the scale is another question), bases in their one form (whether the indicator's
 * rule takes them is another question), plain texts within MAX_REASON.
 */
export function checkContent(doc: Y.Doc, leafIds: readonly string[]): CardContent | Fault {
  const fault = checkFrame(doc, leafIds.length);
  if (fault) return fault;
  const known = new Set(leafIds);
  for (const root of [SCORES, BASIS])
    for (const key of doc.getMap(root)._map.keys())
      if (!known.has(key)) return new Fault('not-a-card');
  for (const leaf of leafIds) {
    const line = readLine(doc, leaf);
    if (line instanceof Fault) return line;
  }
  return readContent(doc, leafIds);
}

/** The part of the full check that does not depend on which leaves changed; cheap. */
export function checkFrame(doc: Y.Doc, leafCount: number): Fault | null {
  const { pendingStructs, pendingDs } = doc.store;
  if (pendingStructs !== null || pendingDs !== null) return new Fault('edits-missing');
  // All roots of a card were touched first, so one more root than those is a foreign one.
  const foreign = doc.share.size !== leafCount + 2 || doc.subdocs.size > 0;
  const listed = [SCORES, BASIS].some((root) => doc.getMap(root)._start !== null);
  return foreign || listed ? new Fault('not-a-card') : null;
}

/** One leaf of a document of `openDoc`. */
export function readLine(doc: Y.Doc, leaf: string): CardLine | Fault {
  const reason = plainText(doc.getText(reasonRoot(leaf)));
  if (reason instanceof Fault) return reason;
  if (reason.length > MAX_REASON) return new Fault('text-too-long');
  const line: CardLine = { reason };
  const score = valueUnder(doc, SCORES, leaf);
  if (score) {
    const mark = readMark(score.value);
    if (mark === null) return new Fault('not-a-score');
    line.mark = mark;
  }
  const fact = valueUnder(doc, BASIS, leaf);
  if (fact) {
    const basis = parseBasis(fact.value);
    if (basis === null) return new Fault('not-a-basis');
    line.basis = basis;
  }
  return line;
}

/** What a value of the root `scores` says; null where it is none. */
export function readMark(value: unknown): Mark | null {
  if (value === 'abstained') return value;
  return isPoints(value) ? { score: value } : null;
}

/**
 * Not `Y.Map.get`, to which a stored `undefined` is a missing key, and the last of many is one.
 * Null for a missing key; several values or another kind of content are `undefined`, which is none.
 */
function valueUnder(doc: Y.Doc, root: string, leaf: string): { value: unknown } | null {
  const item = doc.getMap(root)._map.get(leaf);
  if (item === undefined || item.deleted) return null;
  const [value]: unknown[] =
    item.content instanceof Y.ContentAny && item.length === 1 ? item.content.arr : [];
  return { value };
}

/** Clears the mark where `mark` is null. Writes nothing where the document already says it. */
export function setMark(doc: Y.Doc, leaf: string, mark: Mark | null, origin?: unknown): void {
  const scores = doc.getMap<number | string>(SCORES);
  const value = mark === null || mark === 'abstained' ? mark : mark.score;
  if ((scores.get(leaf) ?? null) === value) return;
  doc.transact(() => {
    if (value === null) scores.delete(leaf);
    else scores.set(leaf, value);
  }, origin);
}

/** Takes the basis away where `basis` is null. Writes nothing where the document already says it. */
export function setBasis(doc: Y.Doc, leaf: string, basis: Basis | null, origin?: unknown): void {
  const bases = doc.getMap<string>(BASIS);
  const value = basis && encodeBasis(basis);
  if ((bases.get(leaf) ?? null) === value) return;
  doc.transact(() => {
    if (value === null) bases.delete(leaf);
    else bases.set(leaf, value);
  }, origin);
}

/** Replaces only what differs, so that what another device types elsewhere in the text stays. */
export function setReason(doc: Y.Doc, leaf: string, text: string, origin?: unknown): void {
  const reason = doc.getText(reasonRoot(leaf));
  const { index, remove, insert } = simpleDiffString(reason.toString(), text);
  if (remove === 0 && insert === '') return;
  doc.transact(() => {
    if (remove > 0) reason.delete(index, remove);
    if (insert !== '') reason.insert(index, insert);
  }, origin);
}

function isPoints(value: unknown): value is number {
  return Number.isSafeInteger(value) && (value as number) >= 0 && !Object.is(value, -0);
}

/** `Y.Text.toString` passes over embeds, formats, values and attributes; a card has none of them. */
function plainText(text: Y.Text): string | Fault {
  let plain = '';
  for (let item = text._start; item !== null; item = item.right) {
    if (item.deleted) continue;
    if (!(item.content instanceof Y.ContentString)) return new Fault('not-a-card');
    plain += item.content.str;
  }
  return text._map.size > 0 ? new Fault('not-a-card') : plain;
}
