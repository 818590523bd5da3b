import { stabilityOf } from '../consensus/stability.ts';
import { nameOf } from '../panel/seats.ts';
import { standingCards, standingsOf } from '../panel/standing.ts';
import { isRevealed, type PanelState, type RevealedState } from '../panel/state.ts';
import type { Points } from '../framework/points.ts';
import type { Mark } from '../consensus/terms.ts';
import type { StabilityView } from './score-terms.ts';

/**
 * How each further round moved the scores that stood before it, the oldest first. `named`: may this
 * reader see who changed? An expert in an anonymous panel and the projection may not. Empty while a
 * round is scored: what an earlier one moved is shown again with the next reveal. [VW7]
 */
export function movementsView(state: PanelState, named: boolean): StabilityView[] {
  if (!isRevealed(state)) return [];
  return state.rounds.slice(1).map((_, at) => movementView(state, at + 1, named));
}

/** `at`: of the round, counted from 0. Who is recused by now is compared in no round. */
function movementView(state: RevealedState, at: number, named: boolean): StabilityView {
  const { number, leaves } = state.rounds[at]!;
  const until = (end: number) => ({ ...state, rounds: state.rounds.slice(0, end) });
  const [earlier, later] = [until(at), until(at + 1)];
  const [before, after] = [standingCards(earlier), standingCards(later)];
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
