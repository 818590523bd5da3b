import type { Mark } from '../../shared/consensus/terms.ts';
import { encodeBasis, MAX_BASIS, sameBasis, type Basis } from '../../shared/scorecard/basis.ts';
import { setBasis, setMark, setReason } from '../../shared/scorecard/layout.ts';
import { MAX_REASON, type CardContent } from '../../shared/scorecard/terms.ts';
import { CLOSE } from '../../shared/wire/sync.ts';
import { Acknowledgements } from './acknowledgements.ts';
import {
  basisOf,
  cellChanges,
  holds,
  markOf,
  overlay,
  rollBack,
  sameMark,
  wordsOf,
} from './card-cells.ts';
import { CardGeneration, type CardPlace } from './card-generation.ts';
import * as refusals from './card-refusal.ts';
import type { CardStatus, CardTools } from './card-terms.ts';
import { actOf, keyOf, reenter, type CellKind, type JournalEntry } from './journal.ts';
import { mergeText } from './text-edit.ts';
import { LISTING_WINDOW, Typing } from './typing.ts';
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
  #typing = new Typing((cell) => this.#flushCells(actOf(cell)));
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
    if (!this.#noteMark(leaf, mark)) return;
    this.#write('person', [keyOf(leaf, 'mark')]);
    this.#changed();
  }

  /**
   * null takes the basis away. With a `mark`, the score that follows from it: both in one step, as
   * the server takes a score off the grid only with the basis that gives it. While somebody is
   * `typing` in it: in the journal when this returns, in the document within LISTING_WINDOW.
   * False, and nothing done, where the basis is too long to be kept (MAX_BASIS).
   */
  setBasis(leaf: string, basis: Basis | null, mark?: Mark | null, typing = false): boolean {
    if (basis && encodeBasis(basis).length > MAX_BASIS) return false;
    const { journal, refused } = this.#tools;
    const base = basisOf(this.content, leaf);
    const news = !sameBasis(base, basis);
    if (news) {
      refused.dismiss(leaf, 'basis');
      const entry = journal.find(leaf, 'basis') ?? { leaf, kind: 'basis', base, sent: [] };
      journal.put({ ...entry, value: basis });
    }
    const scored = mark !== undefined && this.#noteMark(leaf, mark);
    const cell = keyOf(leaf, 'basis');
    if (typing && news) this.#typing.typed(cell, false, LISTING_WINDOW);
    else if (news || scored) this.#flushCells(actOf(cell));
    this.#changed();
    return true;
  }

  #noteMark(leaf: string, mark: Mark | null): boolean {
    const base = markOf(this.content, leaf);
    if (sameMark(base, mark)) return false;
    const { journal, refused } = this.#tools;
    refused.dismiss(leaf, 'mark');
    const entry = journal.find(leaf, 'mark') ?? { leaf, kind: 'mark', base, sent: [] };
    journal.put({ ...entry, value: mark });
    return true;
  }

  /**
   * Takes what stands in a text field: in the journal when this returns, in the document within
   * TYPING_WINDOW or at `flush`; while an input method is `composing`, not before it is done.
   * `shown` is what the field showed before, where it may be behind the card (other device).
   */
  setReason(leaf: string, text: string, shown?: string, composing = false): void {
    const { journal, refused } = this.#tools;
    const base = wordsOf(this.content, leaf);
    // Half a character can be neither sent nor stored.
    const value = mergeText(shown ?? base, text.replace(/\p{Surrogate}/gu, ''), base);
    this.#typing.typed(keyOf(leaf, 'reason'), composing);
    if (value === base) return;
    refused.dismiss(leaf, 'reason');
    const entry = journal.find(leaf, 'reason') ?? { leaf, kind: 'reason', base, sent: [] };
    journal.put({ ...entry, value });
    this.#changed();
  }

  /** Writes what was typed (on one leaf, or all) into the document, and so on its way. */
  flush(leaf?: string): void {
    this.#flushCells(
      leaf === undefined ? undefined : [...actOf(keyOf(leaf, 'basis')), keyOf(leaf, 'reason')],
    );
  }

  #flushCells(cells?: readonly string[]): void {
    this.#typing.done(cells);
    this.#write('person', cells);
    this.#changed();
  }

  /** Takes the person's last change back, or forth again; answers the leaves that it was on. */
  step(way: 'undo' | 'redo'): string[] {
    this.flush();
    const before = this.#known;
    this.#generation[way]();
    const changes = cellChanges(before, this.#known, this.#place.leaves);
    return [...new Set(changes.map(({ leaf }) => leaf))];
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

  #write(by: 'person' | 'replay', only?: readonly string[]): void {
    if (!this.#synced) return;
    for (const entry of this.#tools.journal.entries) {
      const key = keyOf(entry.leaf, entry.kind);
      if (this.#singly && this.#acks.inFlight.length > 0) return;
      if (!this.#singly && only !== undefined && !only.includes(key)) continue;
      if (entry.kind === 'reason' && this.#typing.isComposing(key)) continue;
      if (!holds(this.#known, entry)) this.#writeEntry(entry, by, key !== this.#lastCell);
      // The server had it already: nothing was written, nothing will be acknowledged.
      if (!this.#acks.isWritten(key)) this.#tools.journal.remove(entry.leaf, entry.kind);
      this.#lastCell = key;
    }
    if (this.#tools.journal.size === 0) this.#singly = false;
  }

  #writeEntry(entry: JournalEntry, by: 'person' | 'replay', step: boolean): void {
    if (entry.kind !== 'reason') return this.#writeScore(entry.leaf, by, step);
    const { leaf } = entry;
    const current = wordsOf(this.#known, leaf);
    const text = reenter(entry, current);
    if (text.length > MAX_REASON) this.#tools.refused.add(entry, refusals.TOO_LONG);
    else if (text !== current) this.#generation.edit((doc) => setReason(doc, leaf, text), by, step);
  }

  /** Score and basis of a leaf, as far as they are waiting: in one transaction, so in one frame. */
  #writeScore(leaf: string, by: 'person' | 'replay', step: boolean): void {
    const { journal } = this.#tools;
    const [mark, basis] = [journal.find(leaf, 'mark'), journal.find(leaf, 'basis')];
    this.#generation.edit(
      (doc) => {
        if (basis) setBasis(doc, leaf, basis.value);
        if (mark) setMark(doc, leaf, mark.value);
      },
      by,
      step,
    );
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
