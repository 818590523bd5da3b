import type { IncomingMessage } from 'node:http';
import { parseCookie, stringifySetCookie } from 'cookie';
import { linkIssue, roleOf } from '../../shared/panel/seats.ts';
import type { People, SeatId } from '../../shared/panel/terms.ts';
import type { Room } from '../panel/room.ts';
import type { SittingRoom } from '../sitting/sitting-room.ts';
import type { Sittings } from '../sitting/sittings.ts';
import { same, type Secrets } from './secrets.ts';

/** A seat that a request has proved to hold. Whoever keeps one asks before each message. */
export interface Pass {
  seat: SeatId;
  /** The issue of the seat's link in the panel's own log. */
  issue: number;
  /** Does it still open the seat? Looked up each time. */
  holds: () => boolean;
  /** Calls `changed` after whatever may have made it void, until the function it gives is called. */
  watch: (changed: () => void) => () => void;
}

/** What seats belong to: a panel of its own, or a sitting. */
export interface Seating {
  id: string;
  state: {
    setup: People;
    fences: Record<string, number>;
    departures: Record<SeatId, number>;
  };
}

type Asked = Pick<IncomingMessage, 'headers'>;

const OFFICE_COOKIE = 'heyi-office';
const DAYS_30 = 30 * 24 * 3600;

const seatCookie = (seating: string, seat: SeatId): string => `heyi-${seating}-${seat}`;

/**
 * Who holds which seat. By a cookie, or by `token` for programs that hold none; both are made from
 * the issue of the seat's link, so a voided link is out at once. The seats of a project on an agenda
 * are its sitting's: one pass opens the seat in all of its projects, and in nothing else. [AU1]
 */
export class Passes {
  #secrets: Secrets;
  #sittings: Sittings;

  constructor(secrets: Secrets, sittings: Sittings) {
    this.#secrets = secrets;
    this.#sittings = sittings;
  }

  async forPanel(request: Asked, room: Room, seat: SeatId, token?: string): Promise<Pass | null> {
    if (!roleOf(room.state.setup, seat)) return null;
    const { sitting: id } = room.state;
    if (id === null) return this.#proves(request, room, seat, token) ? passOf(seat, room) : null;
    const sitting = await this.#newest(id);
    if (!sitting || !isOnAgenda(sitting, room.panel)) return null;
    return this.#proves(request, sitting, seat, token) ? passOf(seat, room, sitting) : null;
  }

  forSitting(request: Asked, sitting: SittingRoom, seat: SeatId, token?: string): Pass | null {
    return this.#proves(request, sitting, seat, token) ? passOf(seat, sitting) : null;
  }

  #proves(request: Asked, { id, state }: Seating, seat: SeatId, token?: string): boolean {
    if (!roleOf(state.setup, seat)) return false;
    const held = token ?? parseCookie(request.headers.cookie ?? '')[seatCookie(id, seat)];
    return held !== undefined && same(held, this.#secrets.cookie(id, seat, linkIssue(state, seat)));
  }

  /**
   * The sitting as it stands in the store: its own log and the panel's come by separate ways, and a
   * panel that knows of a voided link must not be entered by a node whose sitting doesn't yet.
   */
  async #newest(id: string): Promise<SittingRoom | null> {
    const sitting = await this.#sittings.find(id);
    // While the store is away nothing is written either: who is in by what we know may look on.
    await sitting?.catchUp().catch(() => undefined);
    return sitting;
  }
}

function passOf(seat: SeatId, room: Room | SittingRoom, sitting?: SittingRoom): Pass {
  const issue = linkIssue(room.state, seat);
  const stillOn = (live: Seating, then: number) => linkIssue(live.state, seat) === then;
  if (!sitting) {
    const watch = (changed: () => void) => room.observe(changed);
    return { seat, issue, holds: () => stillOn(room, issue), watch };
  }
  const issueThere = linkIssue(sitting.state, seat);
  return {
    seat,
    issue,
    holds: () =>
      stillOn(room, issue) && stillOn(sitting, issueThere) && isOnAgenda(sitting, room.id),
    watch: (changed) => {
      const ends = [room.observe(changed), sitting.observe(changed)];
      return () => ends.forEach((end) => end());
    },
  };
}

/** A project that was set aside is closed, to everybody, until it is put back. */
function isOnAgenda({ state }: SittingRoom, panel: string): boolean {
  return state.agenda.includes(panel);
}

export function holdsOffice(secrets: Secrets, request: Asked): boolean {
  const held = parseCookie(request.headers.cookie ?? '')[OFFICE_COOKIE];
  return held !== undefined && same(held, secrets.officeCookie());
}

function strict(name: string, value: string, secure: boolean): string {
  return stringifySetCookie({
    name,
    value,
    httpOnly: true,
    sameSite: 'strict',
    path: '/',
    maxAge: DAYS_30,
    secure,
  });
}

/** The cookie of a seat as its link stands now. */
export function setSeatCookie(
  secrets: Secrets,
  { id, state }: Seating,
  seat: SeatId,
  secure: boolean,
): string {
  return strict(seatCookie(id, seat), secrets.cookie(id, seat, linkIssue(state, seat)), secure);
}

export function setOfficeCookie(secrets: Secrets, secure: boolean): string {
  return strict(OFFICE_COOKIE, secrets.officeCookie(), secure);
}
