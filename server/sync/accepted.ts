import * as Y from 'yjs';
import { docOf } from './trial.ts';

/** Updates kept apart before they are folded into one; a document of so many builds in about 1 ms. */
const MAX_APART = 128;

/**
 * The accepted history of one card: what the log holds of it and nothing else. Kept as bytes, and a
 * document built only for those who ask. Never `Y.mergeUpdates`: it takes seconds for the thousands
 * of small updates that a card's life is made of.
 */
export class Accepted {
  readonly #leafIds: readonly string[];
  #updates: Uint8Array[];

  constructor(leafIds: readonly string[], updates: Uint8Array[]) {
    this.#leafIds = leafIds;
    this.#updates = updates;
  }

  get updates(): readonly Uint8Array[] {
    return this.#updates;
  }

  /** `atHand`: a document with exactly this history afterwards, where there is one. */
  push(updates: readonly Uint8Array[], atHand: Y.Doc | null): void {
    for (const update of updates) this.#updates.push(update);
    if (atHand) this.#gather(atHand);
  }

  /** Not to be written to. */
  doc(atHand: Y.Doc | null): Y.Doc {
    const doc = atHand ?? docOf(this.#leafIds, this.#updates);
    this.#gather(doc);
    return doc;
  }

  #gather(doc: Y.Doc): void {
    if (this.#updates.length > MAX_APART) this.#updates = [Y.encodeStateAsUpdate(doc)];
  }
}
