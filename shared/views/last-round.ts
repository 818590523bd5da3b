import { isRecused, leavesFor } from '../panel/recusal.ts';
import { showsLastReasons } from '../panel/setup.ts';
import { standingLine } from '../panel/standing.ts';
import type { BegunState, PanelState } from '../panel/state.ts';
import type { SeatId } from '../panel/terms.ts';
import { reasonOf } from '../scorecard/deductions.ts';
import type { CardLine } from '../scorecard/terms.ts';
import { spreadFrom } from './parts.ts';
import type { LastScore, Spread } from './score-terms.ts';

/**
 * What a card of a further round shows of the last one: the own score, the group's, the others'
 * reasons. [RO5] All of it was revealed before; nothing of the round that is scored now is in it.
 */
export function lastScores(state: PanelState, seat: SeatId): LastScore[] | null {
  if (state.phase !== 'scoring' || state.rounds.length === 0 || isRecused(state, seat)) return null;
  const reasons = showsLastReasons(state.setup.rules);
  return leavesFor(state, seat).map((leaf) => {
    const standing = state.standings[leaf.id]!;
    const spread = spreadFrom(leaf, { ...standing, cards: standing.seats.length });
    return {
      ...spread,
      own: standingOwn(state, seat, spread),
      reasons: reasons ? othersReasons(state, seat, leaf.id) : [],
    };
  });
}

/** What the seat's own card says among the scores of `spread`; null where it is not one of them. */
export function standingOwn(state: PanelState, seat: SeatId, spread: Spread): CardLine | null {
  if (state.phase === 'setup' || state.standings[spread.leaf]?.round !== spread.round) return null;
  const line = standingLine(state, spread.leaf, seat);
  if (!line) return null;
  const { mark, reason, basis } = line;
  return { ...(mark ? { mark } : {}), reason, ...(basis ? { basis } : {}) };
}

/** In an order that tells nothing of whose they are: by their text. */
function othersReasons(state: BegunState, seat: SeatId, leaf: string): string[] {
  const others = state.standings[leaf]!.seats.filter((other) => other !== seat);
  return others
    .flatMap((other) => {
      const line = standingLine(state, leaf, other);
      return line ? [reasonOf(line).trim()] : [];
    })
    .filter((reason) => reason !== '')
    .sort();
}
