import { emptyAggregate, replaceMark } from '../consensus/aggregate.ts';
import { proposeAll } from '../consensus/policies.ts';
import type { Mark } from '../consensus/terms.ts';
import type { CardContent } from '../scorecard/terms.ts';
import type { PanelState, ScoringState } from './state.ts';

/**
 * The panel right after the reveal. [RV1] What is revealed is the set of cards handed in at the
 * reveal's position; unfinished cards leave the aggregates and the denominator.
 */
export function revealOf(state: ScoringState, at: string): PanelState {
  const { round, setup } = state;
  const seats = Object.keys(round.cards);
  const included = seats.filter((seat) => round.cards[seat]!.status === 'submitted');
  const without = seats.filter((seat) => round.cards[seat]!.status === 'open');
  const aggregates = { ...round.aggregates };
  for (const seat of without)
    for (const [leaf, { mark }] of Object.entries(round.cards[seat]!.content))
      aggregates[leaf] = replaceMark(aggregates[leaf] ?? emptyAggregate, mark, undefined);
  const marks = included.map((seat) => marksOf(round.cards[seat]!.content));
  const proposals = proposeAll(setup.rules.policy, round.leaves, marks);
  return {
    ...state,
    phase: 'revealed',
    round: { ...round, aggregates },
    reveal: { at, included, without, proposals },
    sheet: { draft: {}, draftedAt: {}, decisions: {}, discussing: null },
  };
}

export function marksOf(content: CardContent): Record<string, Mark> {
  const marks: Record<string, Mark> = {};
  for (const [leaf, { mark }] of Object.entries(content)) if (mark) marks[leaf] = mark;
  return marks;
}
