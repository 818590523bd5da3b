import type { PanelState } from '../panel/state.ts';
import { nameOf } from '../panel/seats.ts';
import type { Attendance } from './people-terms.ts';
import type { RoundView } from './score-terms.ts';

/**
 * Recusals as soon as they are recorded, since they are said in the room; who was absent and whose
 * card came from paper with the reveal that fixes it. [VW6]
 */
export function attendanceOf(state: PanelState): Attendance {
  const { setup, recusals } = state;
  const rounds = state.phase === 'setup' ? [] : state.rounds;
  const named = (seat: string) => ({ seat, name: nameOf(setup, seat) });
  const told = recusals.map(({ seat, leaves, reason, at, lifted }, index) => {
    return { view: { recusal: index + 1, ...named(seat), leaves, reason, at }, lifted };
  });
  return {
    recusals: told.flatMap(({ view, lifted }) => (lifted ? [] : [view])),
    lifted: told.flatMap(({ view, lifted }) =>
      lifted ? [{ ...view, lift: { reason: lifted.reason, at: lifted.at } }] : [],
    ),
    absent: rounds.flatMap(({ number, without }) =>
      without.map((seat) => ({ round: number, ...named(seat) })),
    ),
    keyedIn: rounds.flatMap(({ number, keyedIn }) =>
      Object.entries(keyedIn).map(([seat, by]) => {
        return { round: number, ...named(seat), by: nameOf(setup, by) };
      }),
    ),
  };
}

/** Numbers only: the projection is shown them, too. */
export function roundsOf(state: PanelState): RoundView[] {
  if (state.phase === 'setup') return [];
  return state.rounds.map(({ number, leaves, cards, without }) => {
    const n = Object.keys(cards).length;
    return { number, leaves: leaves.map(({ id }) => id), cards: n, of: n + without.length };
  });
}
