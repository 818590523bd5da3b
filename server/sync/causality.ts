import * as Y from 'yjs';
import type { Id } from './update.ts';

/** For each client how much of it was there: all clocks below. */
type Seen = ReadonlyMap<number, number>;

/** From this clock of a client on, its author had seen so much of the other clients. */
interface Step {
  clock: number;
  seen: Seen;
}

/** A stretch of one client's insertions that came into a document: `start` up to, not including, `end`. */
export interface Stretch {
  client: number;
  start: number;
  end: number;
}

const NOTHING: Seen = new Map();

/**
 * Do the insertions stand where an author can have put them? Yjs puts an insertion between the two
 * neighbours that it names, and peers agree on the order only when its author saw nothing between
 * those two. A crafted one that names neighbours with its own earlier words between them stands in
 * another place on every peer, depending on what arrived first: then what is read from the document
 * is not what was folded. [SY13]
 *
 * What an author had seen is not written in an update; at the least it is the neighbours, his own
 * earlier insertions, and what their authors had seen. If between the neighbours there is nothing
 * of that, some honest peers could have written just this history, and Yjs' order holds.
 */
export class Causality {
  readonly #doc: Y.Doc;
  /** Built when two clients first meet in one place: one author on one device never needs it. */
  #steps: Map<number, Step[]> | null = null;
  readonly #ends = new Map<number, number>();

  /** `doc`: with tombstones kept, and nothing pending. */
  constructor(doc: Y.Doc) {
    this.#doc = doc;
  }

  /** Checks what has just come into the document. False: it must be thrown away with it. */
  holds(stretches: readonly Stretch[]): boolean {
    if (this.#steps) this.#learn();
    return stretches.every((stretch) => this.#stretchHolds(stretch));
  }

  #stretchHolds({ client, start, end }: Stretch): boolean {
    const structs = this.#doc.store.clients.get(client)!;
    for (let at = Y.findIndexSS(structs, start); at < structs.length; at++) {
      const item = structs[at] as Y.Item;
      if (item.id.clock >= end) break;
      // Yjs joins what was typed on to what stood there: from `start` on it is new.
      if (!this.#holds(item, Math.max(item.id.clock, start))) return false;
    }
    return true;
  }

  #holds(item: Y.Item, clock: number): boolean {
    const id = { client: item.id.client, clock };
    const origin = originAt(item, clock);
    const right = item.rightOrigin;
    let next = firstAfter(this.#doc, item, origin);
    while (next !== null && !(right && Y.compareIDs(next.id, right))) {
      if (this.#hadSeen(id, next.id)) return false;
      next = next.item.right && { item: next.item.right, id: next.item.right.id };
    }
    // At the end without having met it: the right neighbour stands left of the left one.
    return right === null || next !== null;
  }

  #hadSeen(by: Id, id: Id): boolean {
    if (by.client === id.client) return id.clock < by.clock;
    if (!this.#steps) this.#learn();
    return (this.#seenAt(by).get(id.client) ?? 0) > id.clock;
  }

  #seenAt({ client, clock }: Id): Seen {
    const steps = this.#steps?.get(client) ?? [];
    let [low, high] = [0, steps.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if (steps[middle]!.clock <= clock) low = middle + 1;
      else high = middle;
    }
    return steps[low - 1]?.seen ?? NOTHING;
  }

  /** Reads what it has not read yet, each insertion after those that it rests on. */
  #learn(): void {
    this.#steps ??= new Map();
    for (const client of this.#doc.store.clients.keys()) {
      const stack = [{ client, until: Y.getState(this.#doc.store, client) }];
      while (stack.length > 0) {
        const { client: top, until } = stack.at(-1)!;
        const missing = this.#advance(top, until);
        if (missing) stack.push({ client: missing.client, until: missing.clock + 1 });
        else stack.pop();
      }
    }
  }

  /** On to `until`, or to the first that rests on what is not read yet: that one. */
  #advance(client: number, until: number): Id | null {
    const structs = this.#doc.store.clients.get(client)!;
    let clock = this.#ends.get(client) ?? 0;
    while (clock < until) {
      const item = structs[Y.findIndexSS(structs, clock)] as Y.Item;
      const neighbours = [originAt(item, clock), item.rightOrigin].filter((id) => id !== null);
      const missing = neighbours.find((id) => id.clock >= (this.#ends.get(id.client) ?? 0));
      if (missing) return missing;
      this.#note({ client, clock }, neighbours);
      clock = item.id.clock + item.length;
      this.#ends.set(client, clock);
    }
    return null;
  }

  #note(id: Id, neighbours: readonly Id[]): void {
    const before = this.#seenAt(id);
    const seen = new Map(before);
    const see = (client: number, end: number): void => {
      if (client !== id.client && end > (seen.get(client) ?? 0)) seen.set(client, end);
    };
    for (const neighbour of neighbours) {
      see(neighbour.client, neighbour.clock + 1);
      for (const [client, end] of this.#seenAt(neighbour)) see(client, end);
    }
    const grew = [...seen].some(([client, end]) => end !== before.get(client));
    if (!grew) return;
    const steps = this.#steps!.get(id.client) ?? [];
    steps.push({ clock: id.clock, seen });
    this.#steps!.set(id.client, steps);
  }
}

/** The left neighbour of the insertion with this clock inside an item. */
function originAt(item: Y.Item, clock: number): Id | null {
  return clock > item.id.clock ? { client: item.id.client, clock: clock - 1 } : item.origin;
}

/** What stands right of `origin` in the place of `item`, which may be the rest of an item. */
function firstAfter(
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
  const parent = item.parent as Y.AbstractType<unknown>;
  if (item.parentSub === null) first = parent._start!;
  else while (first.left) first = first.left;
  return { item: first, id: first.id };
}
