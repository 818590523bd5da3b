import type { Entry } from '../../shared/panel/facts.ts';
import { leavesOfCard } from '../../shared/panel/rounds.ts';
import type { CardId } from '../../shared/panel/terms.ts';
import type { Log } from '../log/port.ts';
import { entryOf } from '../panel/records.ts';
import type { Room } from '../panel/room.ts';
import { Card, type Flight } from './card.ts';
import type { StoredEdit } from './gate.ts';

/**
 * The cards of one panel on this node. Opened by the panel's first sync connection, with one read of
 * its log for all cards: a room keeps no Yjs bytes, so that panels nobody is scoring cost nothing.
 * From then on it follows the room, so it needs no second read.
 */
export class PanelCards {
  readonly #room: Room;
  readonly #onError: (error: unknown) => void;
  readonly #stored = new Map<CardId, StoredEdit[]>();
  readonly #cards = new Map<CardId, Card>();
  readonly #queued = new Set<Card>();
  readonly #unobserve: () => void;
  #flushing: Promise<void> | null = null;

  private constructor(room: Room, onError: (error: unknown) => void) {
    this.#room = room;
    this.#onError = onError;
    this.#unobserve = room.observe((entries) => entries.forEach((entry) => this.#fold(entry)));
  }

  /** @throws LogUnavailable and its kin. `onError` hears of appends that failed later. */
  static async open(room: Room, log: Log, onError: (error: unknown) => void): Promise<PanelCards> {
    const { position } = room.state;
    const early: Entry[] = [];
    const unobserve = room.observe((entries) => early.push(...entries));
    try {
      const records = await log.read(room.panel, 0);
      const cards = new PanelCards(room, onError);
      for (const record of records)
        if (record.entry.position <= position) cards.#fold(entryOf(record));
      for (const entry of early) cards.#fold(entry);
      return cards;
    } finally {
      unobserve();
    }
  }

  /** The card, from what was read; the caller has asked `mayRead`. */
  card(id: CardId): Card {
    const known = this.#cards.get(id);
    if (known) return known;
    const leaves = leavesOfCard(this.#room.state, id).map((leaf) => leaf.id);
    const card = new Card(this.#room, id, leaves, this.#stored.get(id) ?? [], this.#onQueued);
    this.#stored.delete(id);
    this.#cards.set(id, card);
    return card;
  }

  /** Resolves when nothing is queued or in flight any more. */
  async settled(): Promise<void> {
    while (this.#flushing) await this.#flushing;
  }

  close(): void {
    this.#unobserve();
  }

  #fold(entry: Entry): void {
    if (entry.fact.type !== 'scores-changed') return;
    const { card: id } = entry.fact;
    const card = this.#cards.get(id);
    if (card) return card.fold(entry);
    const stored = this.#stored.get(id) ?? [];
    for (const update of entry.updates ?? [])
      stored.push({ seat: entry.actor, update: Buffer.from(update, 'base64') });
    this.#stored.set(id, stored);
  }

  #onQueued = (card: Card): void => {
    this.#queued.add(card);
    // All that this turn's sockets bring goes together; what comes during an append, with the next.
    this.#flushing ??= new Promise<void>((resolve) => setImmediate(resolve))
      .then(() => this.#flush())
      .catch(this.#onError)
      .finally(() => (this.#flushing = null));
  };

  async #flush(): Promise<void> {
    while (this.#queued.size > 0) {
      const cards = [...this.#queued];
      this.#queued.clear();
      const at = new Date().toISOString();
      const flights = new Map<Card, Flight>();
      for (const card of cards) {
        const flight = card.take(at);
        if (flight) flights.set(card, flight);
      }
      await this.#append(flights);
      // What a card held back (another seat's writes, or those that came meanwhile) goes next.
      for (const card of flights.keys()) if (card.isWaiting) this.#queued.add(card);
    }
  }

  async #append(flights: Map<Card, Flight>): Promise<void> {
    const drafted = [...flights].flatMap(([card, flight]) =>
      flight.draft === null ? [] : [{ card, flight, draft: flight.draft }],
    );
    for (const [card, flight] of flights) if (flight.draft === null) card.landed(flight);
    if (drafted.length === 0) return;
    try {
      const outcomes = await this.#room.append(drafted.map(({ draft }) => draft));
      const contested = drafted.filter(({ card, flight }, at) => {
        const accepted = outcomes[at]?.accepted === true;
        if (accepted) card.landed(flight);
        return !accepted;
      });
      await this.#contest(contested);
    } catch (error) {
      this.#onError(error);
      for (const { card, flight } of drafted) card.lost(flight);
    }
  }

  /** Lost at the fence: sees what came first, then judges on what is true now. */
  async #contest(contested: { card: Card; flight: Flight }[]): Promise<void> {
    if (contested.length === 0) return;
    try {
      await this.#room.catchUp();
      for (const { card, flight } of contested) card.contested(flight);
    } catch (error) {
      this.#onError(error);
      for (const { card, flight } of contested) card.lost(flight);
    }
  }
}
