import * as Y from 'yjs';
import type { Id } from './update.ts';

/** A stretch of one client's insertions that came into a document: `start` up to, not including, `end`. */
export interface Stretch {
  client: number;
  start: number;
  end: number;
}

/**
 * Do the new insertions stand where an author can have put them? Yjs puts an insertion between the
 * two neighbours that it names, and peers agree on the order only when its author saw nothing
 * between those two. A crafted one that names neighbours with its author's own words between them
 * stands in another place on every peer, depending on what arrived first: then what is read from
 * the document is not what was folded. [SY13]
 *
 * What an author had seen is not written in an update; at the least it is the neighbours, his own
 * earlier insertions, and what their authors had seen. If nothing of that lies between the
 * neighbours, honest peers could have written just this history, and Yjs' order holds.
 *
 * `doc` keeps its tombstones and has nothing pending. False: it must be thrown away.
 */
export function couldBeWritten(doc: Y.Doc, stretches: readonly Stretch[]): boolean {
  return stretches.every((stretch) => stretchHolds(doc, stretch));
}

function stretchHolds(doc: Y.Doc, { client, start, end }: Stretch): boolean {
  const structs = doc.store.clients.get(client)!;
  const seen = new Seen(doc);
  for (let at = Y.findIndexSS(structs, start); at < structs.length; at++) {
    const item = structs[at] as Y.Item;
    if (item.id.clock >= end) break;
    // Yjs joins what was typed on to what stood there: from `start` on it is new.
    if (!holds(doc, item, Math.max(item.id.clock, start), seen)) return false;
  }
  return true;
}

function holds(doc: Y.Doc, item: Y.Item, clock: number, seen: Seen): boolean {
  const { client } = item.id;
  const right = item.rightOrigin;
  let next = firstBetween(doc, item, originAt(item, clock));
  while (next !== null && !(right && Y.compareIDs(next.id, right))) {
    const hadSeen =
      next.id.client === client ? next.id.clock < clock : seen.by(item, clock).has(next.id);
    if (hadSeen) return false;
    next = next.item.right && { item: next.item.right, id: next.item.right.id };
  }
  // At the end without having met it: the right neighbour stands left of the left one.
  return right === null || next !== null;
}

/**
 * What one author had seen at the least, of each client everything below a clock. It only grows
 * along the author's insertions, so that a stretch reads each insertion of the card once at most.
 */
class Seen {
  readonly #doc: Y.Doc;
  readonly #ends = new Map<number, number>();

  constructor(doc: Y.Doc) {
    this.#doc = doc;
  }

  /** When writing the insertion with this clock inside an item. */
  by(item: Y.Item, clock: number): this {
    this.#see({ client: item.id.client, clock: clock - 1 });
    for (const id of neighbours(item, clock)) this.#see(id);
    return this;
  }

  has({ client, clock }: Id): boolean {
    return clock < (this.#ends.get(client) ?? 0);
  }

  #see(id: Id): void {
    const unread = [id];
    for (let next = unread.pop(); next !== undefined; next = unread.pop()) {
      if (next.clock < 0 || this.has(next)) continue;
      const structs = this.#doc.store.clients.get(next.client)!;
      const from = this.#ends.get(next.client) ?? 0;
      this.#ends.set(next.client, next.clock + 1);
      for (let at = Y.findIndexSS(structs, from); at < structs.length; at++) {
        const item = structs[at] as Y.Item;
        if (item.id.clock > next.clock) break;
        unread.push(...neighbours(item, item.id.clock).filter((one) => !this.has(one)));
      }
    }
  }
}

function neighbours(item: Y.Item, clock: number): Id[] {
  return [originAt(item, clock), item.rightOrigin].filter((id) => id !== null);
}

/** The left neighbour of the insertion with this clock inside an item. */
function originAt(item: Y.Item, clock: number): Id | null {
  return clock > item.id.clock ? { client: item.id.client, clock: clock - 1 } : item.origin;
}

/** What stands right of `origin` in the place of `item`; it may be the rest of an item. */
function firstBetween(
  doc: Y.Doc,
  item: Y.Item,
  origin: Id | null,
): { item: Y.Item; id: Y.ID } | null {
  if (origin) {
    const left = Y.getItem(doc.store, Y.createID(origin.client, origin.clock));
    if (origin.clock < left.lastId.clock)
      return { item: left, id: Y.createID(origin.client, origin.clock + 1) };
    return left.right && { item: left.right, id: left.right.id };
  }
  let first = item;
  if (item.parentSub === null) first = (item.parent as Y.AbstractType<unknown>)._start!;
  else while (first.left) first = first.left;
  return { item: first, id: first.id };
}
