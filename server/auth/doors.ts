import { linkIssue, seatsOf } from '../../shared/panel/seats.ts';
import type { SeatId } from '../../shared/panel/terms.ts';
import type { Rooms } from '../panel/rooms.ts';
import type { Sittings } from '../sitting/sittings.ts';
import type { Seating } from './passes.ts';
import { hashOf, same, type Secrets } from './secrets.ts';

/** A seat of a panel, or of a sitting where `seating` is the id of one. */
export interface Door {
  seating: string;
  seat: SeatId;
}

/**
 * Which secret opens which seat, for everything on this node. Kept as hashes and renewed whenever
 * seats or their links change, so that a voided code is dead on every node at once. A panel on an
 * agenda has no doors of its own.
 */
export class Doors {
  #secrets: Secrets;
  #byCode = new Map<string, Door>();
  #codesOf = new Map<string, string[]>();
  #seatings = new Map<string, Seating>();

  private constructor(secrets: Secrets) {
    this.#secrets = secrets;
  }

  static async watch(rooms: Rooms, sittings: Sittings, secrets: Secrets): Promise<Doors> {
    const doors = new Doors(secrets);
    await rooms.onOpened((room) => {
      if (room.state.sitting === null) doors.#add(room);
      room.observe((entries) => {
        if (entries.some(({ fact }) => SEATING.has(fact.type))) doors.#renew(room.id);
      });
    });
    await sittings.onOpened((sitting) => {
      doors.#add(sitting);
      sitting.observe((entries) => {
        if (entries.some(({ fact }) => SEATING.has(fact.type))) doors.#renew(sitting.id);
      });
    });
    return doors;
  }

  /** `code`: normalised, see normaliseCode. */
  byCode(code: string): Door | undefined {
    return this.#byCode.get(hashOf(code));
  }

  byLink(seating: string, seat: SeatId, secret: string): Door | undefined {
    const state = this.#seatings.get(seating)?.state;
    if (!state || !seatsOf(state.setup).includes(seat)) return undefined;
    const expected = this.#secrets.link(seating, seat, linkIssue(state, seat));
    return same(secret, expected) ? { seating, seat } : undefined;
  }

  #add(seating: Seating): void {
    this.#seatings.set(seating.id, seating);
    this.#renew(seating.id);
  }

  #renew(id: string): void {
    const state = this.#seatings.get(id)?.state;
    if (!state) return;
    for (const hash of this.#codesOf.get(id) ?? []) this.#byCode.delete(hash);
    const hashes = seatsOf(state.setup).map((seat) => {
      const hash = hashOf(this.#secrets.code(id, seat, linkIssue(state, seat)));
      this.#byCode.set(hash, { seating: id, seat });
      return hash;
    });
    this.#codesOf.set(id, hashes);
  }
}

/** Facts after which there may be other seats or other links. */
const SEATING: ReadonlySet<string> = new Set(['setup-changed', 'link-voided']);
