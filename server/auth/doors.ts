import { linkIssue, seatsOf } from '../../shared/panel/seats.ts';
import type { SeatId } from '../../shared/panel/terms.ts';
import type { Room } from '../panel/room.ts';
import type { Rooms } from '../panel/rooms.ts';
import { hashOf, same, type Secrets } from './secrets.ts';

export interface Door {
  panel: string;
  seat: SeatId;
}

/**
 * Which secret opens which seat, for all panels on this node. Kept as hashes and renewed whenever a
 * panel's seats or their links change, so that a voided code is dead on every node at once.
 */
export class Doors {
  #secrets: Secrets;
  #byCode = new Map<string, Door>();
  #codesOf = new Map<string, string[]>();
  #rooms = new Map<string, Room>();

  private constructor(secrets: Secrets) {
    this.#secrets = secrets;
  }

  static async watch(rooms: Rooms, secrets: Secrets): Promise<Doors> {
    const doors = new Doors(secrets);
    await rooms.onOpened((room) => {
      doors.#rooms.set(room.panel, room);
      doors.#renew(room);
      room.observe((entries) => {
        if (entries.some(({ fact }) => SEATING.has(fact.type))) doors.#renew(room);
      });
    });
    return doors;
  }

  /** `code`: normalised, see normaliseCode. */
  byCode(code: string): Door | undefined {
    return this.#byCode.get(hashOf(code));
  }

  byLink(panel: string, seat: SeatId, secret: string): Door | undefined {
    const room = this.#rooms.get(panel);
    if (!room || !seatsOf(room.state.setup).includes(seat)) return undefined;
    const expected = this.#secrets.link(panel, seat, linkIssue(room.state, seat));
    return same(secret, expected) ? { panel, seat } : undefined;
  }

  #renew({ panel, state }: Room): void {
    for (const hash of this.#codesOf.get(panel) ?? []) this.#byCode.delete(hash);
    const hashes = seatsOf(state.setup).map((seat) => {
      const hash = hashOf(this.#secrets.code(panel, seat, linkIssue(state, seat)));
      this.#byCode.set(hash, { panel, seat });
      return hash;
    });
    this.#codesOf.set(panel, hashes);
  }
}

/** Facts after which a panel may have other seats or other links. */
const SEATING: ReadonlySet<string> = new Set(['setup-changed', 'link-voided']);
