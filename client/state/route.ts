import type { JoinAnswer } from '../../shared/wire/http.ts';

/** Where the address bar points. Every page is one of these; nothing else decides what shows. */
export type Route =
  | { page: 'start' }
  | { page: 'office'; secret: string }
  | { page: 'join'; panel: string; seat: string; secret: string }
  | { page: 'panel'; panel: string; seat: string }
  | { page: 'invitations'; panel: string; seat: string }
  | { page: 'result'; panel: string; seat: string }
  | { page: 'forms'; panel: string; seat: string }
  | { page: 'analysis'; panel: string; seat: string }
  | { page: 'sitting'; sitting: string; seat: string }
  | { page: 'slips'; sitting: string; seat: string }
  | { page: 'ranking'; sitting: string; seat: string }
  | { page: 'lost' };

export function routeOf(location: Pick<Location, 'pathname' | 'hash'>): Route {
  const parts = location.pathname.split('/').filter(Boolean);
  const secret = location.hash.slice(1);
  const [first, panel, seat, last] = parts;
  if (first === undefined) return { page: 'start' };
  if (first === 'office' && parts.length === 1) return { page: 'office', secret };
  if (!panel || !seat || parts.length > 4) return { page: 'lost' };
  if (first === 'join' && !last) return { page: 'join', panel, seat, secret };
  if (first === 'sitting') {
    if (!last) return { page: 'sitting', sitting: panel, seat };
    if (last === 'invitations') return { page: 'slips', sitting: panel, seat };
    return last === 'ranking' ? { page: last, sitting: panel, seat } : { page: 'lost' };
  }
  if (first !== 'panel') return { page: 'lost' };
  if (!last) return { page: 'panel', panel, seat };
  if (last === 'invitations' || last === 'result' || last === 'forms' || last === 'analysis')
    return { page: last, panel, seat };
  return { page: 'lost' };
}

/** Where a device goes that was let in. */
export function addressOf(door: JoinAnswer): string {
  return 'panel' in door
    ? `/panel/${door.panel}/${door.seat}`
    : `/sitting/${door.sitting}/${door.seat}`;
}
