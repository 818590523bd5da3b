import { seatsOf } from '../panel/seats.ts';
import type { SittingEntry, SittingFact } from './facts.ts';
import type { SittingState } from './state.ts';

/** The fold of a sitting: pure and total, as a panel's is. [SI0] */
export function evolveSitting(
  state: SittingState | null,
  entry: SittingEntry,
): SittingState | null {
  const { fact } = entry;
  if (state === null) return fact.type === 'sitting-opened' ? opened(entry, fact) : null;
  const fences = { ...state.fences };
  for (const counter of entry.bumps) fences[counter] = (fences[counter] ?? 0) + 1;
  return {
    ...applyFact(state, fact, entry),
    position: entry.position,
    fences,
    operations: entry.operation
      ? { ...state.operations, [`${entry.actor}:${entry.operation}`]: entry.position }
      : state.operations,
  };
}

function opened(
  entry: SittingEntry,
  { title, setup, ranking }: Extract<SittingFact, { type: 'sitting-opened' }>,
): SittingState {
  return {
    position: entry.position,
    createdAt: entry.at,
    title,
    setup,
    changed: {},
    projects: [],
    agenda: [],
    called: null,
    ranking: { wanted: ranking, shown: false },
    joined: [],
    departures: {},
    voids: [],
    fences: Object.fromEntries(entry.bumps.map((counter) => [counter, 1])),
    operations: {},
  };
}

function applyFact(state: SittingState, fact: SittingFact, entry: SittingEntry): SittingState {
  switch (fact.type) {
    case 'sitting-opened':
      return state;
    case 'title-changed':
      return { ...state, title: fact.title };
    case 'setup-changed':
      return setupChanged(state, fact, entry.position);
    case 'ranking-wanted':
      return { ...state, ranking: { wanted: fact.wanted, shown: false } };
    case 'project-added':
      return {
        ...state,
        projects: [...state.projects, { panel: fact.panel, since: entry.position }],
        agenda: [...state.agenda, fact.panel],
      };
    case 'agenda-arranged':
      return { ...state, agenda: fact.agenda };
    case 'project-called':
      // Whoever goes on with the work has done with the table.
      return { ...state, called: fact.panel, ranking: { ...state.ranking, shown: false } };
    case 'ranking-shown':
      return { ...state, ranking: { ...state.ranking, shown: true } };
    case 'ranking-hidden':
      return { ...state, ranking: { ...state.ranking, shown: false } };
    case 'link-voided':
      return {
        ...state,
        voids: [...state.voids, { seat: fact.seat, position: entry.position }],
      };
    case 'seat-joined':
      return { ...state, joined: [...state.joined, fact.seat] };
  }
}

function setupChanged(
  state: SittingState,
  { section, value }: Extract<SittingFact, { type: 'setup-changed' }>,
  position: number,
): SittingState {
  const setup = { ...state.setup, [section]: value };
  const seats = seatsOf(setup);
  const departures = { ...state.departures };
  for (const seat of seatsOf(state.setup))
    if (!seats.includes(seat)) departures[seat] = (departures[seat] ?? 0) + 1;
  return {
    ...state,
    setup,
    changed: { ...state.changed, [section]: position },
    departures,
    joined: state.joined.filter((seat) => seats.includes(seat)),
  };
}
