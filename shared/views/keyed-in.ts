import { keyedIn } from '../panel/paper-card.ts';
import { nameOf } from '../panel/seats.ts';
import type { PanelState } from '../panel/state.ts';
import type { SeatId } from '../panel/terms.ts';
import type { CardContent } from '../scorecard/terms.ts';
import type { KeyedInView } from './people-terms.ts';

/** The paper card of a seat as it is compared: nothing of it while the secretary still types. [PC4] */
export function keyedInView(state: PanelState, seat: SeatId): KeyedInView | null {
  if (state.phase !== 'scoring') return null;
  const paper = keyedIn(state.round.cards[seat]);
  if (!paper || paper.status === 'dropped') return null;
  const { status, handedInAt, content } = paper;
  return {
    ...{ seat, name: nameOf(state.setup, seat), status, handedInAt },
    content: status === 'open' ? null : copied(content),
  };
}

/** Those that this seat was shown. */
export function comparingOf(state: PanelState, seat: SeatId): KeyedInView[] {
  if (state.phase !== 'scoring') return [];
  return Object.entries(state.round.cards).flatMap(([owner, card]) => {
    const shown = card.keyedIn?.shownTo.includes(seat);
    return (shown && keyedInView(state, owner)) || [];
  });
}

function copied(content: CardContent): CardContent {
  return Object.fromEntries(
    Object.entries(content).map(([leaf, { mark, reason, basis }]) => {
      return [leaf, { ...(mark ? { mark } : {}), reason, ...(basis ? { basis } : {}) }] as const;
    }),
  );
}
