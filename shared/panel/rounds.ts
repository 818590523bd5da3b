import { emptyAggregate } from '../consensus/aggregate.ts';
import type { Leaf } from '../framework/terms.ts';
import { leavesOf } from '../framework/tree.ts';
import { cardReopened, recounted } from './cards.ts';
import { handedInCards, keyedIn } from './paper-card.ts';
import { lifting, seatsInRound } from './recusal.ts';
import { expertSeats, parseCard } from './seats.ts';
import { standingsOf } from './standing.ts';
import type { Fact } from './facts.ts';
import type {
  BegunState,
  Lift,
  PanelState,
  Recusal,
  RevealedRound,
  Round,
  ScoringState,
  Sheet,
  Standing,
} from './state.ts';
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
    const begun = { leaves: all, rounds: [], standings: {}, editions: {}, sheet: EMPTY_SHEET };
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
  const handedIn = handedInCards(state);
  const round: RevealedRound = {
    ...{ number, openedAt, revealedAt: at, leaves, cards: handedIn },
    without: seatsInRound(state).filter((seat) => !Object.hasOwn(handedIn, seat)),
    keyedIn: Object.fromEntries(
      Object.keys(handedIn).flatMap((seat) => {
        const by = keyedIn(cards[seat])?.confirmedBy;
        return by ? [[seat, by] as const] : [];
      }),
    ),
  };
  const next = { ...state, rounds: [...state.rounds, round] };
  return { ...next, ...restood(state, next).after, phase: 'revealed' };
}

/**
 * The panel right after a recusal. [RE4] What the expert gave leaves every denominator, and a
 * decision that rested on it falls open; so does one whose proposal changed with it.
 */
export function recused(
  state: PanelState,
  { seat, leaves, reason, at, by }: Omit<Recusal, 'lifted'>,
): PanelState {
  if (state.phase !== 'scoring' && state.phase !== 'revealed') return state;
  const recusal: Recusal = { seat, leaves, reason, at, by, lifted: null };
  return withRecusals(state, [...state.recusals, recusal]);
}

/**
 * The panel right after a recusal was lifted. [RE6] Revealed scores count again and decisions fall
 * open as for a recusal; where its reveal did without them there is nothing that could come back.
 */
export function lifted(
  state: PanelState,
  { recusal, cards }: Extract<Fact, { type: 'recusal-lifted' }>,
  lift: Lift,
): PanelState {
  if (state.phase !== 'scoring' && state.phase !== 'revealed') return state;
  const whole = cards.reduce<PanelState>(cardReopened, state);
  return withRecusals(whole as typeof state, lifting(state.recusals, recusal, lift));
}

function withRecusals(
  state: Extract<PanelState, { phase: 'scoring' | 'revealed' }>,
  recusals: Recusal[],
): PanelState {
  const { after, moved } = restood(state, { ...state, recusals });
  const next = { ...state, recusals, ...after, sheet: reopened(state.sheet, moved) };
  return next.phase === 'scoring' ? recounted(next) : next;
}

/** The standings and their editions in `next`, and the leaves where they are not as in `state`. */
function restood(state: BegunState, next: BegunState) {
  const standings = standingsOf(next);
  const moved = state.leaves.filter(({ id }) => !sameStanding(state.standings[id], standings[id]));
  const editions = { ...state.editions };
  for (const { id } of moved) editions[id] = (editions[id] ?? 0) + 1;
  return { after: { standings, editions }, moved };
}

function sameStanding(one: Standing | undefined, other: Standing | undefined): boolean {
  if (!one || !other) return one === other;
  const { value, n, rule } = one.proposal;
  return (
    one.round === other.round &&
    one.seats.join() === other.seats.join() &&
    other.proposal.value === value &&
    other.proposal.n === n &&
    other.proposal.rule === rule
  );
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
      expertSeats(state.setup).map((seat) => [
        seat,
        { status: 'open', content: {}, keyedIn: null },
      ]),
    ),
    aggregates: Object.fromEntries(leaves.map((leaf) => [leaf.id, emptyAggregate])),
  };
}
