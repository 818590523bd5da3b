import * as Y from 'yjs';
import { parseBasis } from '../../shared/scorecard/basis.ts';
import { BASIS, readMark, SCORES } from '../../shared/scorecard/layout.ts';
import { Unreadable } from './reader.ts';
import type { Content, Id, Struct, Update } from './update.ts';

type List = NonNullable<ReturnType<Y.Doc['share']['get']>>;

/** Where a struct goes: into which root (and key), and between which items that are there already. */
export interface Place {
  list: List;
  key: string | null;
  /** Null: from the start, up to the end. */
  left: Y.Item | null;
  right: Y.Item | null;
}

/**
 * Finds the places of an update's structs before Yjs sees any of them. A struct names its neighbours
 * rather than its root, so the neighbours are followed, through the update where need be, to items of
 * the document. `placeOf` throws Unreadable where a struct has no place in a card.
 */
export class Placing {
  readonly #update: Update;
  readonly #doc: Y.Doc;
  readonly #leaves: ReadonlySet<string>;
  readonly #places = new Map<Struct, Place | 'under way'>();

  constructor(update: Update, doc: Y.Doc, leaves: ReadonlySet<string>) {
    this.#update = update;
    this.#doc = doc;
    this.#leaves = leaves;
  }

  placeOf(struct: Struct): Place {
    const found = this.#places.get(struct);
    if (found === 'under way') throw new Unreadable();
    if (found) return found;
    this.#places.set(struct, 'under way');
    const place = this.#place(struct);
    this.#places.set(struct, place);
    this.#checkContent(place.list, struct.content);
    return place;
  }

  /** Values that were overwritten are looked at like the last: they are kept, and handed on. */
  #checkContent(list: List, content: Content): void {
    if (content.kind === 'deleted') return;
    const { share } = this.#doc;
    const root = [SCORES, BASIS].find((name) => share.get(name) === list);
    if ((root === undefined) !== (content.kind === 'text')) throw new Unreadable('not-a-card');
    if (content.kind === 'text') return;
    const { values } = content;
    if (root === SCORES && values.some((value) => readMark(value) === null))
      throw new Unreadable('not-a-score');
    if (root === BASIS && values.some((value) => parseBasis(value) === null))
      throw new Unreadable('not-a-basis');
  }

  #place(struct: Struct): Place {
    const left = struct.origin && this.#neighbour(struct, struct.origin);
    const right = struct.rightOrigin && this.#neighbour(struct, struct.rightOrigin);
    if (!left && !right) return this.#namedPlace(struct);
    const { list, key } = (left ?? right)!;
    // Yjs would take the left one's root, each peer with another idea of what lies between the two.
    if (right && (right.list !== list || right.key !== key)) throw new Unreadable('not-a-card');
    return { list, key, left: left?.left ?? null, right: right?.right ?? null };
  }

  #namedPlace({ root, key }: Struct): Place {
    // Only the roots of a card are ever there: nothing else reaches the document.
    const list = this.#doc.share.get(root ?? '');
    const isMap = root === SCORES || root === BASIS;
    const known = isMap ? key !== null && this.#leaves.has(key) : key === null;
    if (!list || !known) throw new Unreadable('not-a-card');
    return { list, key, left: null, right: null };
  }

  #neighbour(struct: Struct, id: Id): Place {
    const { store } = this.#doc;
    if (id.clock < Y.getState(store, id.client)) {
      const item = Y.getItem(store, id);
      const { parent: list, parentSub: key } = item;
      return { list: list as List, key, left: item, right: item };
    }
    // Yjs looks for earlier items of the same client without asking whether they are there.
    if (id.client === struct.client && id.clock >= struct.clock) throw new Unreadable();
    return this.placeOf(this.#inUpdate(id));
  }

  #inUpdate({ client, clock }: Id): Struct {
    const run = this.#update.runs.get(client);
    if (!run || clock < run.start || clock >= run.end) throw new Unreadable('edits-missing');
    let [low, high] = [0, run.structs.length - 1];
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if (run.structs[middle]!.clock <= clock) low = middle;
      else high = middle - 1;
    }
    return run.structs[low]!;
  }
}

/**
 * How many items lie in a place, counted up to `limit`: what Yjs walks through, at 0.5 µs an item,
 * to integrate a struct there. An honest struct finds only what other devices wrote meanwhile.
 */
export function crowd({ list, key, left, right }: Place, limit: number): number {
  if (left !== null && left === right) return 0;
  let count = 0;
  let item = left === null ? firstOf(list, key) : left.right;
  while (item !== null && item !== right && count < limit) {
    count++;
    item = item.right;
  }
  return count;
}

function firstOf(list: List, key: string | null): Y.Item | null {
  if (key === null) return list._start;
  let item = list._map.get(key) ?? null;
  while (item?.left) item = item.left;
  return item;
}
