import { stabilityOf } from '../consensus/stability.ts';
import { nameOf } from '../panel/seats.ts';
import { standingCards, standingsOf } from '../panel/standing.ts';
import { isRevealed, type PanelState } from '../panel/state.ts';
import type { Points } from '../framework/points.ts';
import type { Mark } from '../consensus/terms.ts';
import type { StabilityView } from './terms.ts';

/**
 * How the last round moved the scores that stood before it. `named`: may this reader see who changed?
 * An expert in an anonymous panel and the projection may not.
 */
export function stabilityView(state: PanelState, named: boolean): StabilityView | null {
  if (!isRevealed(state) || state.rounds.length < 2) return null;
  const { number, leaves } = state.rounds.at(-1)!;
  const earlier = { ...state, rounds: state.rounds.slice(0, -1) };
  const [before, after] = [standingCards(earlier), standingCards(state)];
  const seats = Object.keys(after).filter((seat) => before[seat]);
  const pairs = seats.map((seat) => ({ before: before[seat]!, after: after[seat]! }));
  const { leaves: shifts, ...overall } = stabilityOf(leaves, pairs);
  const stood = standingsOf(earlier);
  return {
    ...overall,
    round: number,
    shifts: leaves.map(({ id }) => ({
      ...shifts[id]!,
      leaf: id,
      from: stood[id]?.round ?? 0,
      who: named
        ? seats.flatMap((seat) => {
            const [was, is] = [scoreOf(before[seat]?.[id]), scoreOf(after[seat]?.[id])];
            if (was === null || is === null || was === is) return [];
            return [{ seat, name: nameOf(state.setup, seat), before: was, after: is }];
          })
        : null,
    })),
  };
}

const scoreOf = (mark: Mark | undefined): Points | null =>
  mark === undefined || mark === 'abstained' ? null : mark.score;
