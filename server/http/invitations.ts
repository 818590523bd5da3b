import { linkIssue, nameOf, roleOf, seatsOf } from '../../shared/panel/seats.ts';
import type { SeatId } from '../../shared/panel/terms.ts';
import type { Invitation } from '../../shared/wire/http.ts';
import type { Seating } from '../auth/passes.ts';
import type { HttpContext } from './context.ts';

/** How each seat of a panel or of a sitting gets in, as the links stand now. */
export function invitationsOf(
  { id, state }: Seating & { state: { joined: readonly SeatId[] } },
  { secrets, address }: Pick<HttpContext, 'secrets' | 'address'>,
): Invitation[] {
  return seatsOf(state.setup).map((seat) => {
    const issue = linkIssue(state, seat);
    const code = secrets.code(id, seat, issue);
    return {
      seat,
      role: roleOf(state.setup, seat)!,
      name: nameOf(state.setup, seat),
      link: `${address()}/join/${id}/${seat}#${secrets.link(id, seat, issue)}`,
      code: `${code.slice(0, 4)}-${code.slice(4)}`,
      joined: state.joined.includes(seat),
    };
  });
}
