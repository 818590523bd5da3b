import type * as Y from 'yjs';
import { checkChanges, mayEdit } from '../../shared/panel/admission.ts';
import { linkIssue } from '../../shared/panel/seats.ts';
import type { CardId, SeatId } from '../../shared/panel/terms.ts';
import type { CardChange } from '../../shared/scorecard/terms.ts';
import type { SyncRefusalCode } from '../../shared/wire/sync.ts';
import type { Room } from '../panel/room.ts';
import { Accepted } from './accepted.ts';
import { ClientIds, type Holder } from './client-ids.ts';
import { judge } from './judge.ts';
import { Trial } from './trial.ts';
import { readUpdate } from './update.ts';

/** Who edits: a device of a seat, at the issue of the link that it came in by. */
export interface Editor extends Holder {
  readonly issue: number;
}

export interface Edit {
  readonly update: Uint8Array;
  /** From a document's own hand, not a catch-up. */
  readonly live: boolean;
  /** Set by the gate. False for a repetition, which stores nothing. */
  news: boolean;
  changes: CardChange[];
}

/** An update of the log with the seat that wrote it. */
export interface StoredEdit {
  seat: SeatId;
  update: Uint8Array;
}

/**
 * The guard in front of one card. It holds what is accepted, and the trial document: that, and what
 * waits on top of it to be appended.
 */
export class Gate {
  readonly #room: Room;
  readonly #card: CardId;
  readonly #leafIds: readonly string[];
  readonly #accepted: Accepted;
  readonly #ids = new ClientIds();
  #trial: Trial | null = null;

  constructor(room: Room, card: CardId, leafIds: readonly string[], stored: readonly StoredEdit[]) {
    this.#room = room;
    this.#card = card;
    this.#leafIds = leafIds;
    const updates = stored.map(({ update }) => update);
    this.#accepted = new Accepted(leafIds, updates);
    for (const { seat, update } of stored) this.#learn(update, seat);
  }

  /** False after a refusal, a lost race and at the start: `rebuild` before the next `admit`. */
  get isReady(): boolean {
    return this.#trial !== null;
  }

  /** Builds the trial from what is accepted; what waits on top has to be admitted again. */
  rebuild(): void {
    this.#trial = new Trial(this.#leafIds, this.#accepted.updates);
  }

  spoil(): void {
    this.#trial = null;
  }

  /**
   * Lets an edit onto the trial, with its `news` and `changes`, or says why not. Asks who may edit
   * what from the room as it is now: the answer changes while a socket stays open. A repetition
   * passes without that question, so that a card handed in can still be opened and compared.
   */
  admit(edit: Edit, by: Editor): SyncRefusalCode | null {
    const trial = this.#trial!;
    const update = readUpdate(edit.update, edit.live);
    if (typeof update === 'string') return update;
    const mayWrite = (client: number) => this.#ids.mayWrite(client, by);
    const verdict = judge(update, trial.doc, trial.leaves, mayWrite);
    edit.news = verdict === 'news';
    edit.changes = [];
    if (verdict === 'known') return null;
    if (verdict !== 'news') return verdict;
    const { state } = this.#room;
    if (linkIssue(state, by.seat) !== by.issue) return 'link-voided';
    const refusal = mayEdit(state, by.seat, this.#card);
    if (refusal) return refusal.code;
    const changes = trial.apply(edit.update);
    const fault =
      typeof changes === 'string'
        ? changes
        : checkChanges(state, this.#card, changes, trial.content)?.code;
    if (fault !== undefined) {
      this.#trial = null;
      return fault;
    }
    edit.changes = changes as CardChange[];
    for (const client of update.runs.keys()) {
      this.#ids.wrote(client, by.seat);
      if (edit.live) this.#ids.bind(client, by);
    }
    return null;
  }

  /** Our own edits, now in the log; they are on the trial already. `settled`: nothing else is. */
  accept(updates: readonly Uint8Array[], settled: boolean): void {
    this.#accepted.push(updates, this.#atHand(settled));
  }

  /** Edits that came into the log without us. */
  absorb(updates: readonly Uint8Array[], seat: SeatId): void {
    this.#accepted.push(updates, null);
    for (const update of updates) {
      this.#learn(update, seat);
      if (this.#trial && typeof this.#trial.apply(update) === 'string') this.#trial = null;
    }
  }

  /** What is accepted, as a document to read. `settled`: nothing waits on top of it. */
  document(settled: boolean): Y.Doc {
    return this.#accepted.doc(this.#atHand(settled));
  }

  release(holder: Holder): void {
    this.#ids.release(holder);
  }

  #atHand(settled: boolean): Y.Doc | null {
    return settled && this.#trial ? this.#trial.doc : null;
  }

  #learn(update: Uint8Array, seat: SeatId): void {
    const read = readUpdate(update);
    if (typeof read === 'string') throw new Error(`stored edit does not read: ${read}`);
    for (const client of read.runs.keys()) this.#ids.wrote(client, seat);
  }
}
