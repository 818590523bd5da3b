import * as Y from 'yjs';
import type { Entry } from '../../shared/panel/facts.ts';
import type { CardId, SeatId } from '../../shared/panel/terms.ts';
import { mergeChanges } from '../../shared/scorecard/changes.ts';
import type { CardChange } from '../../shared/scorecard/terms.ts';
import type { SyncRefusalCode } from '../../shared/wire/sync.ts';
import type { Draft } from '../log/port.ts';
import { draftOf } from '../panel/records.ts';
import type { Room } from '../panel/room.ts';
import { updateFrame } from './frames.ts';
import { Gate, type Edit, type Editor, type StoredEdit } from './gate.ts';

/** A connected device of an author, as its card sees it. */
export interface Device extends Editor {
  /** This write frame of the device (counted from 1) is durable. */
  saved(frame: number): void;
  /** Somebody else's accepted edit. */
  relay(frame: Uint8Array): void;
  refused(code: SyncRefusalCode): void;
  /** Nobody knows whether its writes are durable: it has to come back and compare. */
  unavailable(): void;
}

/** One write frame on its way into the log. */
interface Write extends Edit {
  readonly device: Device;
  readonly frame: number;
}

/** What is being appended of one card: one draft, or none where all was repetition. */
export interface Flight {
  writes: Write[];
  /** Base64, and from whom, in the same order. */
  updates: string[];
  authors: Device[];
  draft: Draft | null;
}

const MAX_WRITES_IN_FLIGHT = 256;
/** How often an append is tried anew after another node's edit of the same card came first. */
const MAX_CONTESTS = 8;

/**
 * One card on this node: the queue from the gate to the log, and the way of accepted edits out to
 * the author's other devices. An edit is admitted, queued, appended with the fence, and only then,
 * when it comes back as a folded entry, part of what anybody gets.
 */
export class Card {
  readonly devices = new Set<Device>();
  readonly #room: Room;
  readonly #id: CardId;
  readonly #gate: Gate;
  readonly #onQueued: (card: Card) => void;
  #queue: Write[] = [];
  #flight: Flight | null = null;
  #contests = 0;

  constructor(
    room: Room,
    id: CardId,
    leafIds: readonly string[],
    stored: readonly StoredEdit[],
    onQueued: (card: Card) => void,
  ) {
    this.#room = room;
    this.#id = id;
    this.#gate = new Gate(room, id, leafIds, stored);
    this.#onQueued = onQueued;
  }

  get isWaiting(): boolean {
    return this.#queue.length > 0;
  }

  /** Null: queued, `device.saved` or `device.refused` follows. A code: refused, nothing changed. */
  write(update: Uint8Array, live: boolean, device: Device, frame: number): SyncRefusalCode | null {
    this.#ready();
    // A copy: the bytes lie in the socket's buffer, many times their size.
    const bytes = new Uint8Array(update);
    const write: Write = { update: bytes, live, news: false, changes: [], device, frame };
    const code = this.#gate.admit(write, device);
    if (code !== null) return code;
    this.#queue.push(write);
    this.#onQueued(this);
    return null;
  }

  /** What the log holds, as a question to a device: "what do you have beyond this?" */
  stateVector(): Uint8Array {
    return Y.encodeStateVector(this.#document());
  }

  /** What the log holds beyond `stateVector`, as an update. */
  answer(stateVector: Uint8Array): Uint8Array {
    return Y.encodeStateAsUpdate(this.#document(), stateVector);
  }

  leave(device: Device): void {
    this.devices.delete(device);
    this.#gate.release(device);
  }

  /**
   * Puts what is queued on its way, unless something is already: then it waits for the next one.
   * One seat at a time, as an entry has one actor (chair and secretary may edit one sheet).
   */
  take(at: string): Flight | null {
    if (this.#flight !== null || this.#queue.length === 0) return null;
    this.#ready();
    const first = this.#queue[0];
    if (!first) return null;
    const { seat, issue } = first.device;
    const end = this.#queue.findIndex(
      ({ device }, n) =>
        n === MAX_WRITES_IN_FLIGHT || device.seat !== seat || device.issue !== issue,
    );
    const writes = this.#queue.splice(0, end < 0 ? this.#queue.length : end);
    const news = writes.filter((write) => write.news);
    const updates = news.map(({ update }) => Buffer.from(update).toString('base64'));
    const changes = mergeChanges(news.map((write) => write.changes));
    const draft = news.length === 0 ? null : this.#draft(seat, issue, updates, changes, at);
    const flight = { writes, updates, authors: news.map(({ device }) => device), draft };
    if (draft !== null) this.#flight = flight;
    return flight;
  }

  /** An entry of this card was folded, ours or another node's: from here on it is shown. */
  fold(entry: Entry): void {
    const encoded = entry.updates ?? [];
    const own = this.#flight !== null && isSame(encoded, this.#flight.updates);
    const authors = own ? this.#flight!.authors : [];
    const updates = encoded.map((text) => Buffer.from(text, 'base64'));
    updates.forEach((update, at) => {
      const frame = updateFrame(update);
      for (const device of this.devices) if (device !== authors[at]) device.relay(frame);
    });
    if (own) {
      this.#flight = null;
      this.#gate.accept(updates, this.#isSettled);
    } else {
      // What waits was tried without it.
      if (this.#flight !== null || this.#queue.length > 0) this.#gate.spoil();
      this.#gate.absorb(updates, entry.actor);
    }
  }

  /** The flight is durable, and folded where it had a draft. */
  landed(flight: Flight): void {
    this.#contests = 0;
    for (const { device, frame } of flight.writes) device.saved(frame);
  }

  /** The fence refused the flight; the room has caught up. What is still allowed goes again. */
  contested(flight: Flight): void {
    if (++this.#contests > MAX_CONTESTS) return this.lost(flight);
    this.#flight = null;
    this.#queue.unshift(...flight.writes);
    this.#gate.spoil();
    this.#onQueued(this);
  }

  /** Nobody knows what became of the flight. If it did land it will be folded like any other entry. */
  lost(flight: Flight): void {
    const writes = [...flight.writes, ...this.#queue];
    this.#contests = 0;
    this.#flight = null;
    this.#queue = [];
    this.#gate.spoil();
    for (const { device } of writes) device.unavailable();
  }

  /** Where the trial is spoilt: builds it anew and admits again what waits on top of it. */
  #ready(): void {
    const failed = new Set<Write>();
    while (!this.#gate.isReady) {
      this.#gate.rebuild();
      const flying = this.#flight?.writes ?? [];
      for (const write of [...flying, ...this.#queue]) {
        if (!this.#gate.isReady) break;
        const code = failed.has(write) ? null : this.#gate.admit(write, write.device);
        if (code === null) continue;
        failed.add(write);
        // One in flight was overtaken: the fence will refuse it, and then it is queued again.
        if (flying.includes(write)) continue;
        this.#queue = this.#queue.filter((other) => other !== write);
        write.device.refused(code);
      }
    }
  }

  #draft(seat: SeatId, issue: number, updates: string[], changes: CardChange[], at: string): Draft {
    const { state } = this.#room;
    const leaves = changes.map(({ leaf }) => leaf);
    const fact = { type: 'scores-changed' as const, card: this.#id, leaves };
    const draft = draftOf(state, fact, { seat, at, payload: { updates, changes } });
    // Two nodes that append to one card at once would each have checked one half of the text, and
    // an edit from behind a voided link would still land: these two must stand as well.
    draft.expects[`edits:${this.#id}`] = state.fences[`edits:${this.#id}`] ?? 0;
    draft.expects[`link:${seat}`] = issue - (state.departures[seat] ?? 0);
    return draft;
  }

  #document(): Y.Doc {
    this.#ready();
    return this.#gate.document(this.#isSettled);
  }

  /** Nothing that is not accepted waits on the trial. */
  get #isSettled(): boolean {
    return this.#flight === null && !this.#queue.some(({ news }) => news);
  }
}

function isSame(one: readonly string[], other: readonly string[]): boolean {
  return one.length === other.length && one.every((text, at) => text === other[at]);
}
