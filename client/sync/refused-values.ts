import type { RefusalReason } from './card-refusal.ts';
import type { DeviceStore } from './device-store.ts';
import type { JournalEntry } from './journal.ts';

/** A value that was entered and not accepted. Kept for its author to read and copy; never saved. */
export interface RefusedValue {
  leaf: string;
  kind: JournalEntry['kind'];
  value: JournalEntry['value'];
  reason: RefusalReason;
  /** Milliseconds since 1970. */
  at: number;
}

/** The refused values of one card, kept in the browser until their author puts them away. */
export class RefusedValues {
  #store: DeviceStore;
  #key: string;
  #now: () => number;
  #values: RefusedValue[];

  constructor(store: DeviceStore, card: string, now: () => number) {
    this.#store = store;
    this.#key = `heyi.refused/${card}`;
    this.#now = now;
    const kept = store.read(this.#key);
    this.#values = Array.isArray(kept) ? (kept as RefusedValue[]) : [];
  }

  /** Oldest first; at most one a cell, its latest. */
  get list(): readonly RefusedValue[] {
    return this.#values;
  }

  add({ leaf, kind, value }: JournalEntry, reason: RefusalReason): void {
    const refused: RefusedValue = { leaf, kind, value, reason, at: this.#now() };
    this.#keep([...this.#without(leaf, kind), refused]);
  }

  dismiss(leaf: string, kind: RefusedValue['kind']): void {
    this.#keep(this.#without(leaf, kind));
  }

  #without(leaf: string, kind: RefusedValue['kind']): RefusedValue[] {
    return this.#values.filter((value) => value.leaf !== leaf || value.kind !== kind);
  }

  #keep(values: RefusedValue[]): void {
    this.#values = values;
    if (values.length === 0) this.#store.remove(this.#key);
    else this.#store.write(this.#key, values);
  }
}
