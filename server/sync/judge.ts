import * as Y from 'yjs';
import type { SyncRefusalCode } from '../../shared/wire/sync.ts';
import { crowd, Placing, type Place } from './placing.ts';
import { Unreadable } from './reader.ts';
import type { Content, Id, Struct, Update } from './update.ts';

/** Items that one frame may make Yjs walk through: 65,536 are about 30 ms. */
const MAX_CROWD = 65_536;

/**
 * Holds an update against the document it is meant for, before Yjs sees it:
 *  - [SY1] each client's structs go on where the document's end, or repeat what is there; a
 *    repetition (a reconnect after a lost acknowledgement) says the same, or the id has two owners;
 *  - [SY2] new structs only under a client id that `mayWrite`;
 *  - [SY3] neighbours, roots, keys and kinds of content are a card's own;
 *  - [SY4] only structs of the document or of this update are deleted.
 * 'news' or 'known' (nothing that the document lacks), or why not. 'edits-missing' may mend itself:
 * the author's device can be asked for what lies between.
 */
export function judge(
  update: Update,
  doc: Y.Doc,
  leaves: ReadonlySet<string>,
  mayWrite: (client: number) => boolean,
): 'news' | 'known' | SyncRefusalCode {
  try {
    const grows = checkRuns(update, doc, mayWrite);
    checkStructs(update, doc, new Placing(update, doc, leaves));
    checkDeletes(update, doc);
    return grows || update.deletes.some((range) => deletes(doc, range)) ? 'news' : 'known';
  } catch (error) {
    if (error instanceof Unreadable) return error.code;
    throw error;
  }
}

function checkRuns(update: Update, doc: Y.Doc, mayWrite: (client: number) => boolean): boolean {
  let grows = false;
  for (const [client, { start, end }] of update.runs) {
    const known = Y.getState(doc.store, client);
    if (start > known) throw new Unreadable('edits-missing');
    if (end <= known) continue;
    if (!mayWrite(client)) throw new Unreadable('client-id-in-use');
    grows = true;
  }
  return grows;
}

function checkStructs(update: Update, doc: Y.Doc, placing: Placing): void {
  let left = MAX_CROWD;
  for (const [client, { structs }] of update.runs) {
    const known = Y.getState(doc.store, client);
    for (const struct of structs) {
      const place = placing.placeOf(struct);
      if (struct.clock < known && !repeats(struct, place, doc, known))
        throw new Unreadable('client-id-in-use');
      if (struct.clock + struct.length > known) left -= crowd(place, left + 1);
      if (left < 0) throw new Unreadable('too-large');
    }
  }
}

function checkDeletes(update: Update, doc: Y.Doc): void {
  for (const { client, clock, length } of update.deletes) {
    const known = Math.max(Y.getState(doc.store, client), update.runs.get(client)?.end ?? 0);
    if (clock + length > known) throw new Unreadable('edits-missing');
  }
}

/** Does the document hold the same where the struct overlaps it? Tombstones tell nothing. */
function repeats(struct: Struct, place: Place, doc: Y.Doc, known: number): boolean {
  const stored = doc.store.clients.get(struct.client)!;
  const end = Math.min(struct.clock + struct.length, known);
  let clock = struct.clock;
  for (let at = Y.findIndexSS(stored, clock); clock < end; at++) {
    const item = stored[at] as Y.Item;
    const stop = Math.min(end, item.id.clock + item.length);
    const [from, to] = [clock - struct.clock, stop - struct.clock];
    const samePlace = item.parent === place.list && item.parentSub === place.key;
    if (!samePlace || !says(item, clock - item.id.clock, struct.content, from, to)) return false;
    clock = stop;
  }
  return true;
}

function says(item: Y.Item, at: number, content: Content, from: number, to: number): boolean {
  const stored = item.content;
  if (content.kind === 'text' && stored instanceof Y.ContentString)
    return sameText(stored.str.slice(at, at + to - from), content.text.slice(from, to));
  if (content.kind === 'values' && stored instanceof Y.ContentAny)
    return content.values.slice(from, to).every((value, index) => stored.arr[at + index] === value);
  return content.kind === 'deleted' || stored instanceof Y.ContentDeleted;
}

/** Yjs writes U+FFFD over both halves of a surrogate pair that an insertion splits. */
function sameText(one: string, other: string): boolean {
  if (one === other) return true;
  for (let at = 0; at < one.length; at++)
    if (one[at] !== other[at] && one[at] !== '\ufffd' && other[at] !== '\ufffd') return false;
  return true;
}

function deletes(doc: Y.Doc, { client, clock, length }: Id & { length: number }): boolean {
  const stored = doc.store.clients.get(client)!;
  for (let at = Y.findIndexSS(stored, clock); at < stored.length; at++) {
    if (stored[at]!.id.clock >= clock + length) return false;
    if (!stored[at]!.deleted) return true;
  }
  return false;
}
