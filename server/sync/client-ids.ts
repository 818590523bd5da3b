import type { SeatId } from '../../shared/panel/terms.ts';

/** Whoever holds a client id: one connection of one seat. */
export interface Holder {
  readonly seat: SeatId;
  readonly open: boolean;
}

/**
 * Who may write under a Yjs client id. Two documents that share an id overwrite each other without a
 * trace, because Yjs takes the second's structs for a repetition of the first's. So an id belongs to
 * one seat for good, and to one connection while that is open.
 *
 * It is bound by a live edit, which comes from the document's own hand. A catch-up may carry ids of
 * other documents (what two tabs told each other while they were offline, what a page left in the
 * browser's store) and binds none, or the tab that the id belongs to would be locked out.
 * When the connection has closed, the next one goes on: that is a reconnect.
 */
export class ClientIds {
  readonly #seats = new Map<number, SeatId>();
  readonly #holders = new Map<number, Holder>();

  mayWrite(client: number, by: Holder): boolean {
    if ((this.#seats.get(client) ?? by.seat) !== by.seat) return false;
    const holder = this.#holders.get(client);
    return holder === undefined || holder === by || !holder.open;
  }

  /** Structs of this client were written by this seat, here or on another node. */
  wrote(client: number, seat: SeatId): void {
    if (!this.#seats.has(client)) this.#seats.set(client, seat);
  }

  bind(client: number, holder: Holder): void {
    this.#holders.set(client, holder);
  }

  release(holder: Holder): void {
    for (const [client, other] of this.#holders) if (other === holder) this.#holders.delete(client);
  }
}
