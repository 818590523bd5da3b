import { hasCompared } from '../panel/paper-card.ts';
import { isRecused, leavesFor } from '../panel/recusal.ts';
import { cardOf } from '../panel/seats.ts';
import { isConcluded, type PanelState } from '../panel/state.ts';
import type { SeatId } from '../panel/terms.ts';
import { apartOf } from './apart.ts';
import {
  anonymousReasons,
  commonOf,
  discussingOf,
  namedScores,
  signaturesOf,
  spreadsOf,
} from './parts.ts';
import { analysisView } from './analysis.ts';
import { attendanceOf } from './attendance.ts';
import { keyedInView } from './keyed-in.ts';
import { movementsView } from './movements.ts';
import { lastScores, standingOwn } from './last-round.ts';
import { reopeningsOf } from './reopenings.ts';
import type { OwnCard } from './people-terms.ts';
import type { ExpertView } from './terms.ts';

/** An expert: the own card always; the others' scores after the reveal, as anonymity allows. */
export function expertView(state: PanelState, seat: SeatId, head: string): ExpertView {
  // Whoever is recused from the project sees what the projection shows, and no more. [RE5]
  const named = state.setup.rules.anonymity === 'named' && !isRecused(state, seat);
  return {
    role: 'expert',
    ...commonOf(state, seat, head),
    ...reopeningsOf(state),
    own: ownCard(state, seat),
    spreads:
      spreadsOf(state)?.map((spread) => ({
        ...spread,
        named: named ? namedScores(state, spread.leaf) : null,
        reasons: anonymousReasons(state, spread.leaf),
        apart: apartOf(state, seat, spread.leaf),
        own: standingOwn(state, seat, spread),
      })) ?? null,
    attendance: attendanceOf(state),
    movements: movementsView(state, named),
    last: lastScores(state, seat),
    discussing: discussingOf(state),
    signatures: signaturesOf(state),
    // They may say who gave what, so they keep to what the panel's anonymity allows.
    notes: named && isConcluded(state) ? { ...state.notes } : null,
    analysis: isConcluded(state) ? analysisView(state) : null,
  };
}

export function ownCard(state: PanelState, seat: SeatId): OwnCard | null {
  if (state.phase === 'setup') return null;
  const card = state.round.cards[seat];
  if (!card || isRecused(state, seat)) return null;
  return {
    card: cardOf(seat, state.round.number),
    status: card.status,
    leaves: leavesFor(state, seat).map(({ id }) => id),
    bound: hasCompared(state, seat),
    keyedIn: keyedInView(state, seat),
  };
}
