import { applyChanges } from '../scorecard/content.ts';
import type { CardChange } from '../scorecard/terms.ts';
import { analysisDecided, analysisIsOpen, analysisWritten, NO_ANALYSIS } from './analysis.ts';
import { cardEdited, cardHandedIn, cardReopened, paperChanged } from './cards.ts';
import type { Entry, Fact } from './facts.ts';
import { notesAfter, notesAreOpen } from './notes.ts';
import { earlierResult } from './reopening.ts';
import { lifted, recused, revealed, roundOpened } from './rounds.ts';
import { isCommonCard, seatsOf } from './seats.ts';
import { setupOf } from './setup.ts';
import {
  type ConcludedState,
  isConcluded,
  isRevealed,
  type PanelState,
  type RevealedState,
  type Seal,
} from './state.ts';
import { FIRST_STAGE, stageAfter } from './stage.ts';
import { NOTES, SHEET } from './terms.ts';
import { NO_TIME, timingAfter } from './timing.ts';

/**
 * The fold: the state after one more entry. Pure, total, without clock or chance, so every node
 * that folds the same entries holds the same state. [EV1] An entry that makes no sense in the
 * current phase moves only the position: the fence keeps such entries out of the log, and a fold
 * that threw would keep a whole panel from opening.
 */
export function evolve(state: PanelState | null, entry: Entry): PanelState | null {
  const { fact } = entry;
  if (state === null) return fact.type === 'panel-created' ? created(entry, fact) : null;
  const next = applyFact(state, fact, entry);
  const fences = { ...state.fences };
  for (const counter of entry.bumps) fences[counter] = (fences[counter] ?? 0) + 1;
  const isCardEdit = fact.type === 'scores-changed' && !isCommonCard(fact.card);
  return {
    ...next,
    stage: stageAfter(state.stage, fact, state, next),
    timing: timingAfter(state.timing, entry, state, next),
    position: entry.position,
    cardEdits: state.cardEdits + (isCardEdit ? 1 : 0),
    fences,
    operations: entry.operation
      ? { ...state.operations, [`${entry.actor}:${entry.operation}`]: entry.position }
      : state.operations,
  };
}

function created(entry: Entry, fact: Extract<Fact, { type: 'panel-created' }>): PanelState {
  return {
    phase: 'setup',
    position: entry.position,
    cardEdits: 0,
    createdAt: entry.at,
    sitting: fact.sitting ?? null,
    key: fact.key ?? null,
    setup: setupOf(fact.setup),
    fences: Object.fromEntries(entry.bumps.map((counter) => [counter, 1])),
    operations: {},
    joined: [],
    departures: {},
    recusals: [],
    stage: FIRST_STAGE,
    timing: NO_TIME,
    notes: {},
    analysis: NO_ANALYSIS,
    earlier: [],
  };
}

function applyFact(state: PanelState, fact: Fact, entry: Entry): PanelState {
  switch (fact.type) {
    case 'panel-created':
    case 'link-voided':
    case 'stage-set':
      return state;
    case 'setup-changed':
      return state.phase === 'setup' ? setupChanged(state, fact) : state;
    case 'seat-joined':
      return { ...state, joined: [...state.joined, fact.seat] };
    case 'round-opened':
      return roundOpened(state, fact.round, fact.leaves, entry.at);
    case 'scores-changed':
      if (fact.card === SHEET) return draftChanged(state, entry);
      return fact.card === NOTES
        ? notesChanged(state, entry.changes ?? [])
        : cardEdited(state, fact.card, entry.changes ?? []);
    case 'card-submitted':
      return cardHandedIn(state, fact.card, entry.position);
    case 'card-reopened':
      return cardReopened(state, fact.card);
    case 'expert-recused':
      return recused(state, { ...fact, at: entry.at, by: entry.actor });
    case 'recusal-lifted':
      return lifted(state, fact, { reason: fact.reason, at: entry.at, by: entry.actor });
    case 'paper-card-opened':
    case 'paper-card-dropped':
    case 'paper-card-shown':
    case 'paper-card-confirmed':
      return paperChanged(state, fact, entry.actor);
    case 'revealed':
      return state.phase === 'scoring' ? revealed(state, entry.at) : state;
    case 'discussion-opened':
      return onSheet(state, (sheet) => ({ ...sheet, discussing: fact.leaf }));
    case 'indicators-decided': {
      const { at, position } = entry;
      const decided = fact.decisions.map(({ leaf, score, reason }) => [
        leaf,
        { score, reason, at, position },
      ]);
      const next = onSheet(state, (sheet) => ({
        ...sheet,
        decisions: { ...sheet.decisions, ...Object.fromEntries(decided) },
      }));
      return next === state
        ? state
        : { ...next, analysis: analysisDecided(state.analysis, fact.decisions) };
    }
    case 'analysis-written': {
      const written = { by: entry.actor, at: entry.at };
      return analysisIsOpen(state)
        ? { ...state, analysis: analysisWritten(state.analysis, fact, written) }
        : state;
    }
    case 'concluded': {
      if (state.phase !== 'revealed') return state;
      const outcome = { total: fact.total, grade: fact.grade, at: entry.at };
      return { ...state, phase: 'concluded', outcome, signatures: [], reopening: null };
    }
    case 'signed': {
      if (state.phase !== 'concluded') return state;
      const { seat, dissent, ink = null } = fact;
      const signature = { seat, at: entry.at, dissent, ink };
      return { ...state, signatures: [...state.signatures, signature] };
    }
    case 'sealed':
      return state.phase === 'concluded'
        ? { ...state, phase: 'sealed', seal: sealOf(fact, entry) }
        : state;
    case 'reopening-requested': {
      const { actor: by, at } = entry;
      return isConcluded(state) ? { ...state, reopening: { by, at, reason: fact.reason } } : state;
    }
    case 'reopening-declined':
      return isConcluded(state) ? { ...state, reopening: null } : state;
    case 'reopened':
      return isConcluded(state) ? reopened(state, fact.head, entry) : state;
  }
}

const sealOf = (fact: Extract<Fact, { type: 'sealed' }>, { at, position }: Entry): Seal => ({
  ...{ at, without: fact.without, position },
});

/** Back to the deliberation with the sheet as it was; the result is put away, not undone. [RP4] */
function reopened(
  state: ConcludedState,
  head: string | null,
  { actor: by, at }: Entry,
): PanelState {
  const { outcome, signatures, reopening, ...rest } = state;
  if (!reopening) return state;
  const { seal, ...open } = { seal: null, ...rest };
  const concluded = { outcome, signatures, seal, decisions: state.sheet.decisions };
  const result = earlierResult(concluded, reopening, { by, at, head });
  const earlier = [...state.earlier, { ...result, number: state.earlier.length + 1 }];
  return { ...open, phase: 'revealed', earlier };
}

function setupChanged(
  state: PanelState,
  { section, value }: Extract<Fact, { type: 'setup-changed' }>,
): PanelState {
  const setup = { ...state.setup, [section]: value };
  const seats = seatsOf(setup);
  const gone = seatsOf(state.setup).filter((seat) => !seats.includes(seat));
  if (gone.length === 0) return { ...state, setup };
  const departures = { ...state.departures };
  for (const seat of gone) departures[seat] = (departures[seat] ?? 0) + 1;
  return {
    ...state,
    setup,
    departures,
    joined: state.joined.filter((seat) => seats.includes(seat)),
  };
}

function draftChanged(state: PanelState, entry: Entry): PanelState {
  const changes = entry.changes ?? [];
  return onSheet(state, (sheet) => ({
    ...sheet,
    draft: applyChanges(sheet.draft, changes),
    draftedAt: {
      ...sheet.draftedAt,
      ...Object.fromEntries(changes.map(({ leaf }) => [leaf, entry.position])),
    },
  }));
}

function notesChanged(state: PanelState, changes: readonly CardChange[]): PanelState {
  return notesAreOpen(state) ? { ...state, notes: notesAfter(state.notes, changes) } : state;
}

function onSheet(
  state: PanelState,
  change: (sheet: RevealedState['sheet']) => RevealedState['sheet'],
): PanelState {
  return isRevealed(state) ? { ...state, sheet: change(state.sheet) } : state;
}
