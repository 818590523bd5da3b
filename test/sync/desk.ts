import * as Y from 'yjs';
import type { SeatId } from '../../shared/panel/terms.ts';
import { openDoc, readContent } from '../../shared/scorecard/layout.ts';
import type { CardContent } from '../../shared/scorecard/terms.ts';
import type { Card, Device } from '../../server/sync/card.ts';
import { Reader } from '../../server/sync/reader.ts';

/** The update inside an update frame. */
function updateIn(frame: Uint8Array): Uint8Array {
  const reader = new Reader(frame);
  reader.uint();
  reader.uint();
  return reader.block();
}

/**
 * A device without a network: its document is a plain `Y.Doc`, as a provider would use it, and what
 * it sends waits in `outbox` until the test delivers it.
 */
export class Desk implements Device {
  readonly seat: SeatId;
  readonly issue = 0;
  readonly doc: Y.Doc;
  readonly leaves: readonly string[];
  outbox: Uint8Array[] = [];
  refusals: string[] = [];
  savedFrames: number[] = [];
  lost = 0;
  #card: Card | null = null;
  #frames = 0;

  constructor(seat: SeatId, leaves: readonly string[], doc = openDoc(leaves)) {
    this.seat = seat;
    this.leaves = leaves;
    this.doc = doc;
    doc.on('update', (update: Uint8Array, origin: unknown) => {
      if (origin !== this && this.#card) this.outbox.push(update);
    });
  }

  get open(): boolean {
    return this.#card !== null;
  }
  get content(): CardContent {
    return readContent(this.doc, this.leaves);
  }
  get frames(): number {
    return this.#frames;
  }

  /** As a provider connects: both sides ask, both sides answer. The first code that refuses, or null. */
  connect(card: Card): string | null {
    this.#card = card;
    this.outbox = [];
    card.devices.add(this);
    const missing = card.stateVector();
    Y.applyUpdate(this.doc, card.answer(Y.encodeStateVector(this.doc)), this);
    return this.send(Y.encodeStateAsUpdate(this.doc, missing), false);
  }

  disconnect(): void {
    this.#card?.leave(this);
    this.#card = null;
    this.outbox = [];
  }

  send(update: Uint8Array, live = true): string | null {
    this.#frames++;
    return this.#card?.write(update, live, this, this.#frames) ?? null;
  }

  /** Sends all that waits; the first code that refuses, or null. */
  deliver(): string | null {
    for (const update of this.outbox.splice(0)) {
      const code = this.send(update);
      if (code) return code;
    }
    return null;
  }

  saved(frame: number): void {
    this.savedFrames.push(frame);
  }
  relay(frame: Uint8Array): void {
    Y.applyUpdate(this.doc, updateIn(frame), this);
  }
  refused(code: string): void {
    this.refusals.push(code);
    this.disconnect();
  }
  unavailable(): void {
    this.lost++;
    this.disconnect();
  }
}
