import * as Y from 'yjs';
import { diffLine } from '../../shared/scorecard/changes.ts';
import {
  BASIS,
  checkContent,
  checkFrame,
  Fault,
  openDoc,
  readLine,
  reasonRoot,
  SCORES,
} from '../../shared/scorecard/layout.ts';
import type { CardChange, CardContent } from '../../shared/scorecard/terms.ts';
import type { SyncRefusalCode } from '../../shared/wire/sync.ts';
import { couldBeWritten, type Stretch } from './causality.ts';

declare global {
  interface String {
    /** ES2024; in Node since 20. */
    isWellFormed(): boolean;
  }
}

/** More than any honest card: a keystroke joins its neighbours, so an item is a burst of typing. */
const MAX_ITEMS = 32_768;
const MAX_CLIENTS = 1024;

/**
 * The document in which edits are tried, and what it reads to. It is kept from edit to edit, because
 * a copy for each would cost a hundred times as much; so after a refusal it must be thrown away.
 *
 * It keeps what was deleted (`gc` off): a repeated struct can then be compared with what is stored.
 */
export class Trial {
  readonly doc: Y.Doc;
  readonly leaves: ReadonlySet<string>;
  readonly #content: CardContent;
  readonly #leafOf = new Map<unknown, string>();
  readonly #maps: readonly unknown[];
  #last: Y.Transaction | null = null;

  /** @throws Error when `accepted` does not read as a card: then the log holds what no gate let in. */
  constructor(leafIds: readonly string[], accepted: readonly Uint8Array[]) {
    this.doc = docOf(leafIds, accepted);
    this.leaves = new Set(leafIds);
    const content = checkContent(this.doc, leafIds);
    if (content instanceof Fault) throw new Error(`stored card does not read: ${content.code}`);
    this.#content = content;
    this.#maps = [this.doc.getMap(SCORES), this.doc.getMap(BASIS)];
    for (const leaf of leafIds) this.#leafOf.set(this.doc.getText(reasonRoot(leaf)), leaf);
    this.doc.on('afterTransaction', (transaction: Y.Transaction) => (this.#last = transaction));
  }

  /** What it reads to; of use only while it is not spoilt. */
  get content(): CardContent {
    return this.#content;
  }

  /**
   * Applies a judged update and checks the whole result: of the leaves only those that it changed,
   * since the others were checked before. After a refusal this trial is spoilt.
   */
  apply(update: Uint8Array): CardChange[] | SyncRefusalCode {
    try {
      Y.applyUpdate(this.doc, update);
    } catch {
      // Yjs rolls nothing back; whatever it got to is thrown away with this document.
      return 'malformed';
    }
    const fault = checkFrame(this.doc, this.leaves.size);
    if (fault) return fault.code;
    if (isFull(this.doc)) return 'card-full';
    if (!couldBeWritten(this.doc, this.#grown())) return 'not-a-card';
    const changes: CardChange[] = [];
    for (const leaf of this.#touched()) {
      const line = this.leaves.has(leaf) ? readLine(this.doc, leaf) : new Fault('not-a-card');
      if (line instanceof Fault) return line.code;
      // Updates are UTF-8, which has no half characters; but one that got through would make an
      // entry that the log can't write down, and hold up the whole panel.
      if (!line.reason.isWellFormed()) return 'not-a-card';
      const change = diffLine(leaf, this.#content[leaf], line);
      if (change) changes.push(change);
      this.#content[leaf] = line;
    }
    return changes;
  }

  #grown(): Stretch[] {
    const { beforeState, afterState } = this.#last!;
    return [...afterState]
      .map(([client, end]) => ({ client, start: beforeState.get(client) ?? 0, end }))
      .filter(({ start, end }) => start < end);
  }

  #touched(): Set<string> {
    const leaves = new Set<string>();
    for (const [type, keys] of this.#last!.changed)
      if (this.#maps.includes(type)) for (const key of keys) leaves.add(key ?? '');
      else leaves.add(this.#leafOf.get(type) ?? '');
    return leaves;
  }
}

/** A document with these updates in it, one transaction for all. */
export function docOf(leafIds: readonly string[], updates: readonly Uint8Array[]): Y.Doc {
  const doc = openDoc(leafIds, new Y.Doc({ gc: false }));
  doc.transact(() => {
    for (const update of updates) Y.applyUpdate(doc, update);
  });
  return doc;
}

function isFull({ store }: Y.Doc): boolean {
  let items = 0;
  for (const structs of store.clients.values()) items += structs.length;
  return items > MAX_ITEMS || store.clients.size > MAX_CLIENTS;
}
