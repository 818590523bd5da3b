import { aggregateOf, replaceMark } from '../consensus/aggregate.ts';
import { applyChanges } from '../scorecard/content.ts';
import type { CardChange } from '../scorecard/terms.ts';
import type { Fact } from './facts.ts';
import { keyedIn, lineSoFar } from './paper-card.ts';
import { parseCard } from './seats.ts';
import type { Card, KeyedIn, PanelState, ScoringState } from './state.ts';
import type { CardId, SeatId } from './terms.ts';

const EMPTY: KeyedIn = {
  status: 'open',
  content: {},
  handedInAt: 0,
  shownTo: [],
  confirmedBy: null,
};

/** [EV2] The aggregates move by the difference, never by a recount. */
export function cardEdited(
  state: PanelState,
  id: CardId,
  changes: readonly CardChange[],
): PanelState {
  const name = parseCard(id);
  const card = cardIn(state, id);
  if (state.phase !== 'scoring' || !name || !card) return state;
  const { seat, paper } = name;
  const own = paper ? card.keyedIn : card;
  if (!own) return state;
  const content = applyChanges(own.content, changes);
  const next = withCard(state, seat, {
    ...card,
    ...(paper ? { keyedIn: { ...card.keyedIn!, content } } : { content }),
  });
  const aggregates = { ...state.round.aggregates };
  // By leaf, not by change: one edit may touch a leaf twice.
  for (const leaf of new Set(changes.map((change) => change.leaf))) {
    const aggregate = aggregates[leaf];
    const [before, after] = [state, next].map((at) => lineSoFar(at, seat, leaf)?.mark);
    if (aggregate && before !== after) aggregates[leaf] = replaceMark(aggregate, before, after);
  }
  return { ...next, round: { ...next.round, aggregates } };
}

export function cardHandedIn(state: PanelState, id: CardId, position: number): PanelState {
  return changed(state, id, {
    own: { status: 'submitted' },
    paper: { status: 'submitted', handedInAt: position, confirmedBy: null },
  });
}

export function cardReopened(state: PanelState, id: CardId): PanelState {
  return changed(state, id, {
    own: { status: 'open' },
    paper: { status: 'open', confirmedBy: null },
  });
}

type PaperFact = Extract<Fact, { type: `paper-card-${string}` }>;

/** What was keyed in stays with the card: the secretary's document goes on where it was. */
export function paperChanged(state: PanelState, fact: PaperFact, by: SeatId): PanelState {
  const card = cardIn(state, fact.card);
  if (state.phase !== 'scoring' || !card) return state;
  const before = card.keyedIn ?? EMPTY;
  const after = paperAfter(before, fact, by);
  const next = withCard(state, fact.seat, { ...card, keyedIn: after });
  // Another document counts from here on: in an open panel the aggregates change with it.
  const switched = (keyedIn(card) === null) !== (after.status === 'dropped');
  return switched ? recounted(next) : next;
}

function paperAfter(before: KeyedIn, fact: PaperFact, by: SeatId): KeyedIn {
  switch (fact.type) {
    case 'paper-card-opened':
      return { ...before, status: 'open', confirmedBy: null };
    case 'paper-card-dropped':
      return { ...before, status: 'dropped', confirmedBy: null };
    case 'paper-card-shown':
      return { ...before, shownTo: [...before.shownTo, fact.to] };
    case 'paper-card-confirmed':
      return { ...before, status: 'confirmed', confirmedBy: by };
  }
}

/** The aggregates of the round from scratch. */
export function recounted(state: ScoringState): ScoringState {
  const seats = Object.keys(state.round.cards);
  const aggregates = state.round.leaves.map(({ id }) => {
    return [id, aggregateOf(seats.map((seat) => lineSoFar(state, seat, id)?.mark))] as const;
  });
  return { ...state, round: { ...state.round, aggregates: Object.fromEntries(aggregates) } };
}

interface Change {
  own: Pick<Card, 'status'>;
  paper: Partial<KeyedIn>;
}

function changed(state: PanelState, id: CardId, { own, paper }: Change): PanelState {
  const name = parseCard(id);
  const card = cardIn(state, id);
  if (state.phase !== 'scoring' || !name || !card) return state;
  if (!name.paper) return withCard(state, name.seat, { ...card, ...own });
  if (!card.keyedIn) return state;
  return withCard(state, name.seat, { ...card, keyedIn: { ...card.keyedIn, ...paper } });
}

/** The card of the round that is scored. */
function cardIn(state: PanelState, id: CardId): Card | undefined {
  const name = parseCard(id);
  if (state.phase !== 'scoring' || name?.round !== state.round.number) return undefined;
  return state.round.cards[name.seat];
}

function withCard(state: ScoringState, seat: SeatId, card: Card): ScoringState {
  return { ...state, round: { ...state.round, cards: { ...state.round.cards, [seat]: card } } };
}
