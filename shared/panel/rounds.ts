import { emptyAggregate } from '../consensus/aggregate.ts';
import type { Leaf } from '../framework/terms.ts';
import { leavesOf } from '../framework/tree.ts';
import { expertSeats, parseCard } from './seats.ts';
import { standingsOf } from './standing.ts';
import type { PanelState, RevealedRound, Round, ScoringState, Sheet } from './state.ts';
import type { CardId } from './terms.ts';

const EMPTY_SHEET: Sheet = { draft: {}, draftedAt: {}, decisions: {}, discussing: null };

/** The panel right after a round opened. `leaves`: what a further round scores again. */
export function roundOpened(
  state: PanelState,
  number: number,
  leaves: readonly string[] | undefined,
  at: string,
): PanelState {
  if (state.phase === 'setup') {
    const all = leavesOf(state.setup.framework);
    const begun = { leaves: all, rounds: [], standings: {}, sheet: EMPTY_SHEET };
    return { ...state, ...begun, phase: 'scoring', round: openedRound(state, number, all, at) };
  }
  if (state.phase !== 'revealed') return state;
  const scored = state.leaves.filter(({ id }) => !leaves || leaves.includes(id));
  return {
    ...state,
    phase: 'scoring',
    round: openedRound(state, number, scored, at),
    sheet: reopened({ ...state.sheet, discussing: null }, scored),
  };
}

/**
 * The panel right after the reveal. [RV1] What is revealed is the set of cards handed in at the
 * reveal's position; unfinished cards leave the aggregates and the denominator.
 */
export function revealed(state: ScoringState, at: string): PanelState {
  const { cards, number, openedAt, leaves } = state.round;
  const seats = Object.keys(cards);
  const round: RevealedRound = {
    number,
    openedAt,
    revealedAt: at,
    leaves,
    cards: Object.fromEntries(
      seats.flatMap((seat) => {
        const { status, content } = cards[seat]!;
        return status === 'submitted' ? [[seat, content]] : [];
      }),
    ),
    without: seats.filter((seat) => cards[seat]!.status === 'open'),
  };
  const rounds = [...state.rounds, round];
  const standings = standingsOf(state.setup, state.leaves, rounds);
  return { ...state, phase: 'revealed', rounds, standings };
}

/** The leaves that a card has: a scorecard those of its own round, the sheet all of them. [RO4] */
export function leavesOfCard(state: PanelState, card: CardId): readonly Leaf[] {
  if (state.phase === 'setup') return [];
  const round = parseCard(card)?.round;
  if (round === undefined) return state.leaves;
  if (round === state.round.number) return state.round.leaves;
  return state.rounds.find(({ number }) => number === round)?.leaves ?? [];
}

/** [RO2] What is scored again is decided again; the other decisions and all drafts stay. */
function reopened(sheet: Sheet, leaves: readonly Leaf[]): Sheet {
  const open = new Set(leaves.map(({ id }) => id));
  const decisions = Object.entries(sheet.decisions).filter(([leaf]) => !open.has(leaf));
  return { ...sheet, decisions: Object.fromEntries(decisions) };
}

function openedRound(state: PanelState, number: number, leaves: Leaf[], openedAt: string): Round {
  return {
    number,
    openedAt,
    leaves,
    cards: Object.fromEntries(
      expertSeats(state.setup).map((seat) => [seat, { status: 'open', content: {} }]),
    ),
    aggregates: Object.fromEntries(leaves.map((leaf) => [leaf.id, emptyAggregate])),
  };
}
