import type { Points } from '../framework/points.ts';
import { chairSeat } from '../panel/seats.ts';
import type { Person, SeatId, Setup } from '../panel/terms.ts';
import { reasonOf } from '../scorecard/deductions.ts';
import type { CardLine } from '../scorecard/terms.ts';
import type { Attendance } from '../views/people-terms.ts';
import type { NamedScore } from '../views/score-terms.ts';
import type { View } from '../views/terms.ts';

/** What one expert's card says of a leaf, or why it says nothing. */
export type CardEntry =
  | { kind: 'score'; score: Points; reason: string }
  | { kind: 'abstained' | 'recused' | 'absent'; reason: string };

/** One expert's standing scores; of an indicator that was scored again, those of the last round. */
export interface CardFacts extends Person {
  seat: SeatId;
  chair: boolean;
  /** By leaf id, for every leaf. */
  lines: Record<string, CardEntry>;
}

/**
 * The cards that this reader may see: everybody's where the view gives names, else the reader's own,
 * else none. `named`: they are everybody's.
 */
export function cardsOf(setup: Setup, view: View): { scorecards: CardFacts[]; named: boolean } {
  if (view.role === 'projection') return { scorecards: [], named: false };
  const { attendance, spreads } = view;
  const named = spreads?.every((spread) => spread.named !== null) ?? false;
  const shown = setup.experts.filter(({ seat }) => named || seat === view.seat);
  const scorecards = shown.map(({ seat, name, title, organisation }): CardFacts => {
    const lines = spreads?.map((spread) => {
      const line = named
        ? fromNamed(spread.named?.find((each) => each.seat === seat))
        : fromOwn('own' in spread ? spread.own : null);
      return [spread.leaf, line ?? missing(attendance, seat, spread.leaf)] as const;
    });
    const person = { seat, name, title, organisation, chair: seat === chairSeat(setup) };
    return { ...person, lines: Object.fromEntries(lines ?? []) };
  });
  return { scorecards, named };
}

function fromNamed(given: NamedScore | undefined): CardEntry | null {
  if (!given || given.score === null) return null;
  const { score, reason } = given;
  if (score === 'abstained') return { kind: 'abstained', reason };
  return { kind: 'score', score, reason };
}

function fromOwn(line: CardLine | null): CardEntry | null {
  if (!line?.mark) return null;
  const reason = reasonOf(line);
  if (line.mark === 'abstained') return { kind: 'abstained', reason };
  return { kind: 'score', score: line.mark.score, reason };
}

function missing({ recusals }: Attendance, seat: SeatId, leaf: string): CardEntry {
  const recusal = recusals.find(
    (each) => each.seat === seat && (each.leaves === null || each.leaves.includes(leaf)),
  );
  return recusal ? { kind: 'recused', reason: recusal.reason } : { kind: 'absent', reason: '' };
}

/** Did this expert give or withhold a score anywhere? One who is recused or absent throughout has no card. */
export const hasCard = ({ lines }: CardFacts): boolean =>
  Object.values(lines).some(({ kind }) => kind === 'score' || kind === 'abstained');

/** The scores by leaf id, null where there is none. */
export function valuesOf({ lines }: CardFacts): Record<string, Points | null> {
  return Object.fromEntries(
    Object.entries(lines).map(([leaf, line]) => [leaf, line.kind === 'score' ? line.score : null]),
  );
}
