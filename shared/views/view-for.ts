import { roleOf } from '../panel/seats.ts';
import type { PanelState } from '../panel/state.ts';
import type { SeatId } from '../panel/terms.ts';
import { chairView } from './chair.ts';
import { expertView } from './expert.ts';
import { projectionView } from './projection.ts';
import { secretaryView } from './secretary.ts';
import type { View } from './terms.ts';

/**
 * The only way from a state to something that leaves the server. Default deny: a seat that the
 * panel doesn't have is shown nothing. `head` is the hex hash of the last entry; it is shown after
 * the seal only. [VW2]
 */
export function viewFor(state: PanelState, seat: SeatId, head: string): View | null {
  const role = roleOf(state.setup, seat);
  switch (role) {
    case 'expert':
      return expertView(state, seat, head);
    case 'chair':
      return chairView(state, seat, head);
    case 'secretary':
      return secretaryView(state, seat, head);
    case 'projection':
      return projectionView(state, seat, head);
    case undefined:
      return null;
  }
}
