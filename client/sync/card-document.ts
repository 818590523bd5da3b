import type { Mark } from '../../shared/consensus/terms.ts';
import { setMark, setReason } from '../../shared/scorecard/layout.ts';
import { MAX_REASON, type CardContent } from '../../shared/scorecard/terms.ts';
import { CLOSE } from '../../shared/wire/sync.ts';
import { Acknowledgements } from './acknowledgements.ts';
import { cellChanges, holds, markOf, overlay, reasonOf, rollBack, sameMark } from './card-cells.ts';
import { CardGeneration, type CardPlace } from './card-generation.ts';
import * as refusals from './card-refusal.ts';
import type { CardStatus, CardTools } from './card-terms.ts';
import { keyOf, reenter, type CellKind, type JournalEntry } from './journal.ts';
import { mergeText } from './text-edit.ts';
import { Typing } from './typing.ts';
import { Waiters } from './waiters.ts';

/** Milliseconds before a card is asked for again: another node may be a moment behind. */
const PAUSE = 1500;

/**
 * A card as its author edits it: shown at once, in the journal at once, sent soon, and unsaved until
 * the server says that it is durable. A refusal ends the document's generation; the values that may
 * still stand are written into a fresh one, the others are put aside, visibly not accepted.
 */
export class CardDocument {
  #place: CardPlace;
  #tools: CardTools;
  #generation: CardGeneration;
  #typing = new Typing((leaf) => this.flush(leaf));
  /** What the document said last; kept while the next generation waits for its first sync. */
  #known: CardContent = {};
  #acks = new Acknowledgements();
  #ready = false;
  #synced = false;
  #online = false;
  /** After a refusal values go in one at a time, so that the next refusal names its value. */
  #singly = false;
  #closed: refusals.RefusalReason | null = null;
  #lastCell = '';
  #waiters = new Waiters();
  #retry: ReturnType<typeof setTimeout> | undefined;

  constructor(place: CardPlace, tools: CardTools) {
    this.#place = place;
    this.#tools = tools;
    tools.journal.adopt();
    this.#generation = this.#open();
  }

  get content(): CardContent {
    return overlay(this.#known, this.#tools.journal.entries);
  }
  get status(): CardStatus {
    return {
      ready: this.#ready,
      online: this.#online,
      closed: this.#closed,
      lastSaved: this.#acks.last,
      ...this.#generation.steps,
    };
  }

  /** Milliseconds since 1970 of a cell's latest acknowledgement to this page. */
  savedAt(leaf: string, kind: CellKind): number | null {
    return this.#acks.savedAt(keyOf(leaf, kind));
  }

  /** null takes the mark away. */
  setMark(leaf: string, mark: Mark | null): void {
    const base = markOf(this.content, leaf);
    if (sameMark(base, mark)) return;
    const { journal, refused } = this.#tools;
    refused.dismiss(leaf, 'mark');
    const entry = journal.find(leaf, 'mark') ?? { leaf, kind: 'mark', base, sent: [] };
    journal.put({ ...entry, value: mark });
    this.#write('person', keyOf(leaf, 'mark'));
    this.#changed();
  }

  /**
   * Takes what stands in a text field: in the journal when this returns, in the document within
   * TYPING_WINDOW or at `flush`; while an input method is `composing`, not before it is done.
   * `shown` is what the field showed before, where it may be behind the card (other device).
   */
  setReason(leaf: string, text: string, shown?: string, composing = false): void {
    const { journal, refused } = this.#tools;
    const base = reasonOf(this.content, leaf);
    // Half a character can be neither sent nor stored.
    const value = mergeText(shown ?? base, text.replace(/\p{Surrogate}/gu, ''), base);
    this.#typing.typed(leaf, composing);
    if (value === base) return;
    refused.dismiss(leaf, 'reason');
    const entry = journal.find(leaf, 'reason') ?? { leaf, kind: 'reason', base, sent: [] };
    journal.put({ ...entry, value });
    this.#changed();
  }

  /** Writes what was typed (on one leaf, or all) into the document, and so on its way. */
  flush(leaf?: string): void {
    this.#typing.done(leaf);
    this.#write('person', leaf === undefined ? undefined : keyOf(leaf, 'reason'));
    this.#changed();
  }

  /** Takes the person's last change back, or forth again; answers the leaves that it was on. */
  step(way: 'undo' | 'redo'): string[] {
    this.flush();
    const before = this.#known;
    this.#generation[way]();
    return cellChanges(before, this.#known, this.#place.leaves).map(({ leaf }) => leaf);
  }

  /** Resolves once all is durable or put aside as refused; rejects when access has ended. */
  flushed(): Promise<void> {
    const settled = this.#waiters.wait();
    this.flush();
    return settled;
  }

  /** Owed every few seconds: keeps the journal ours, and takes over what dead tabs left. */
  beat(): void {
    this.#tools.journal.beat();
    if (!this.#tools.journal.adopt()) return;
    this.#write('replay');
    this.#changed();
  }

  /** The page is going: what is unsaved stays in the journal, for the next page to take over. */
  leave(): void {
    this.flush();
    this.#tools.journal.release();
  }

  /** The card is no longer shown. */
  close(): void {
    this.leave();
    clearTimeout(this.#retry);
    this.#generation.close();
    this.#end(refusals.LET_GO);
  }

  #open(): CardGeneration {
    return new CardGeneration(this.#place, {
      changed: (content, change) => this.#onChanged(content, change),
      synced: () => {
        this.#known = this.#generation.content;
        this.#ready = this.#synced = true;
        this.#write('replay');
        this.#changed();
      },
      saved: (change) => this.#onSaved(change),
      online: (online) => {
        this.#online = online;
        this.#changed();
      },
      ended: (code, reason) => this.#onEnded(code, reason),
    });
  }

  #write(by: 'person' | 'replay', only?: string): void {
    if (!this.#synced) return;
    for (const entry of this.#tools.journal.entries) {
      const key = keyOf(entry.leaf, entry.kind);
      if (this.#singly && this.#acks.inFlight.length > 0) return;
      if (!this.#singly && only !== undefined && only !== key) continue;
      if (entry.kind === 'reason' && this.#typing.isComposing(entry.leaf)) continue;
      if (!holds(this.#known, entry)) this.#writeEntry(entry, by, key !== this.#lastCell);
      // The server had it already: nothing was written, nothing will be acknowledged.
      if (!this.#acks.isWritten(key)) this.#tools.journal.remove(entry.leaf, entry.kind);
      this.#lastCell = key;
    }
    if (this.#tools.journal.size === 0) this.#singly = false;
  }

  #writeEntry(entry: JournalEntry, by: 'person' | 'replay', step: boolean): void {
    const { leaf } = entry;
    if (entry.kind === 'mark') {
      this.#generation.edit((doc) => setMark(doc, leaf, entry.value), by, step);
      return;
    }
    const current = reasonOf(this.#known, leaf);
    const text = reenter(entry, current);
    if (text.length > MAX_REASON) this.#tools.refused.add(entry, refusals.TOO_LONG);
    else if (text !== current) this.#generation.edit((doc) => setReason(doc, leaf, text), by, step);
  }

  /** Keeps the journal in step with the document, whoever changed it and by whatever means. */
  #onChanged(content: CardContent, change: number | null): void {
    if (!this.#synced) return;
    const { journal } = this.#tools;
    for (const cell of cellChanges(this.#known, content, this.#place.leaves)) {
      journal.follow(cell, change !== null);
      if (change !== null) this.#acks.written(keyOf(cell.leaf, cell.kind), change);
    }
    this.#known = content;
    this.#changed();
  }

  #onSaved(change: number): void {
    const durable = this.#acks.saved(change, this.#tools.now());
    for (const cell of durable) this.#tools.journal.saved(cell, this.#known);
    if (this.#singly) this.#write('replay');
    this.#changed();
  }

  #onEnded(code: number, reason: refusals.RefusalReason | null): void {
    const { inFlight } = this.#acks;
    this.#generation.close();
    this.#online = this.#synced = false;
    this.#acks.forget();
    this.#known = rollBack(this.#known, this.#tools.journal.entries);
    if (code === CLOSE.forbidden) return this.#end(reason ?? refusals.SHOWN_OUT);
    if (code === CLOSE.refused) {
      refusals.putAside(this.#tools, inFlight, reason ?? refusals.WITHOUT_REASON, this.#singly);
      this.#singly = true;
    }
    const reopen = () => (this.#generation = this.#open());
    // With nothing of ours on its way the next answer would be the same: not at once, then.
    if (code === CLOSE.refused && inFlight.length > 0) reopen();
    else this.#retry = setTimeout(reopen, PAUSE);
    this.#changed();
  }

  #end(reason: refusals.RefusalReason): void {
    this.#closed = reason;
    this.#changed();
  }

  #changed(): void {
    if (this.#closed) this.#waiters.settle(new Error(this.#closed.en));
    else if (this.#tools.journal.size === 0) this.#waiters.settle();
    this.#tools.onChange();
  }
}
