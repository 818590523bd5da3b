import type { IncomingMessage } from 'node:http';
import { parseCookie, stringifySetCookie } from 'cookie';
import { linkIssue, roleOf } from '../../shared/panel/seats.ts';
import type { PanelState } from '../../shared/panel/state.ts';
import type { SeatId } from '../../shared/panel/terms.ts';
import { same, type Secrets } from './secrets.ts';

/** A seat that a request has proved to hold, at the issue of its link that it proved. */
export interface Pass {
  seat: SeatId;
  issue: number;
}

const OFFICE_COOKIE = 'heyi-office';
const DAYS_30 = 30 * 24 * 3600;

const seatCookie = (panel: string, seat: SeatId): string => `heyi-${panel}-${seat}`;

/**
 * Does this request hold the seat, now? By its cookie, or by `token` for programs that hold none.
 * Decided from the panel's state each time it is asked, so a voided link is out at once.
 */
export function passFor(
  secrets: Secrets,
  request: Pick<IncomingMessage, 'headers'>,
  panel: string,
  state: PanelState,
  seat: SeatId,
  token?: string,
): Pass | null {
  if (!roleOf(state.setup, seat)) return null;
  const issue = linkIssue(state, seat);
  const held = token ?? parseCookie(request.headers.cookie ?? '')[seatCookie(panel, seat)];
  return held !== undefined && same(held, secrets.cookie(panel, seat, issue))
    ? { seat, issue }
    : null;
}

export function holdsOffice(secrets: Secrets, request: Pick<IncomingMessage, 'headers'>): boolean {
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

export function setSeatCookie(
  secrets: Secrets,
  panel: string,
  pass: Pass,
  secure: boolean,
): string {
  const value = secrets.cookie(panel, pass.seat, pass.issue);
  return strict(seatCookie(panel, pass.seat), value, secure);
}

export function setOfficeCookie(secrets: Secrets, secure: boolean): string {
  return strict(OFFICE_COOKIE, secrets.officeCookie(), secure);
}
