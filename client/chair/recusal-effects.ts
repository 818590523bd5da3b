import type { Points } from '../../shared/framework/points.ts';
import type { SeatId } from '../../shared/panel/terms.ts';
import type { Policy } from '../../shared/consensus/terms.ts';
import type { Tally } from '../../shared/views/outcome-terms.ts';
import type { ConsoleSpread } from '../../shared/views/score-terms.ts';

/** What is asked before a recusal is recorded, as far as the console can know it. */
export interface Effects {
  /** Leaf ids where a revealed score of the expert stops counting. */
  leaving: string[];
  /** Leaf ids whose decision falls open with it. */
  falling: string[];
  /** Under this policy values of other leaves may move as well. */
  othersMove: boolean;
}

interface Known {
  spreads: readonly Pick<ConsoleSpread, 'leaf' | 'named'>[] | null;
  tally: Pick<Tally, 'decisions'> | null;
  policy: Policy;
}

/** `leaves` null: the whole project. See [RE4]. */
export function effectsOf(
  { spreads, tally, policy }: Known,
  seat: SeatId,
  leaves: readonly string[] | null,
): Effects {
  const given = (named: readonly { seat: SeatId; score: Points | 'abstained' | null }[]) =>
    named.some((one) => one.seat === seat && one.score !== null);
  const leaving = (spreads ?? [])
    .filter(({ leaf, named }) => (leaves === null || leaves.includes(leaf)) && given(named))
    .map(({ leaf }) => leaf);
  const falling = leaving.filter((leaf) => tally?.decisions[leaf] !== undefined);
  return { leaving, falling, othersMove: policy === 'trimmed-totals' && leaving.length > 0 };
}
