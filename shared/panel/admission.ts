import type { Leaf } from '../framework/terms.ts';
import { isScoreAllowed } from '../rules/allowed.ts';
import type { ProjectFacts } from '../rules/terms.ts';
import type { Basis } from '../scorecard/basis.ts';
import { computedOf, evaluationOf } from '../scorecard/computed.ts';
import { deductedIn } from '../scorecard/deductions.ts';
import {
  MAX_REASON,
  type CardChange,
  type CardContent,
  type CardLine,
} from '../scorecard/terms.ts';
import type { Refusal } from './refusals.ts';
import { notesAreOpen } from './notes.ts';
import { keyedIn } from './paper-card.ts';
import { isRecused } from './recusal.ts';
import { leavesOfCard } from './rounds.ts';
import { isAuthor, parseCard } from './seats.ts';
import type { PanelState } from './state.ts';
import { NOTES, SHEET, type CardId, type SeatId } from './terms.ts';

/**
 * May this seat edit this card now? [AD1] only its author; [AD2] a scorecard only in its round's
 * scoring phase and before it is handed in; [AD3] the sheet only between reveal and conclusion;
 * [AD8] the notes from the first reveal to the conclusion.
 * Asked for every message, because the answer changes while a socket stays open.
 */
export function mayEdit(state: PanelState, seat: SeatId, card: CardId): Refusal | null {
  if (state.phase === 'sealed') return { code: 'panel-sealed' };
  if (!isAuthor(state.setup, seat, card)) return { code: 'not-your-role' };
  if (card === SHEET) return state.phase === 'revealed' ? null : { code: 'wrong-phase' };
  if (card === NOTES) return notesAreOpen(state) ? null : { code: 'wrong-phase' };
  const { seat: owner, round, paper } = parseCard(card)!;
  if (state.phase !== 'scoring') return { code: 'wrong-phase' };
  if (state.round.number !== round) return { code: 'unknown-card' };
  if (isRecused(state, owner)) return { code: 'recused' };
  const own = state.round.cards[owner];
  const keyed = keyedIn(own);
  if (paper && !keyed) return { code: 'unknown-card' };
  if (keyed && !paper) return { code: 'keyed-in' };
  const open = (keyed ?? own)?.status === 'open';
  return open ? null : { code: 'already-submitted' };
}

/** May this seat read this card's document? Only its authors, and only once it exists. [AD4] */
export function mayRead(state: PanelState, seat: SeatId, card: CardId): boolean {
  if (!isAuthor(state.setup, seat, card) || state.phase === 'setup') return false;
  if (card === SHEET || card === NOTES) return state.rounds.length > 0;
  const { seat: owner, round, paper } = parseCard(card)!;
  if (round > state.round.number) return false;
  // A past round's paper card is in its reveal; only the one being keyed in is a document to open.
  return !paper || (round === state.round.number && !!state.round.cards[owner]?.keyedIn);
}

/**
 * Checks what an edit changed against the card's leaves: [AD5] known indicators only, [AD6] scores
 * are exact hundredths within 0…maximum, on the grid or what the rule gives for the fact entered,
 * [AD7] reasons within MAX_REASON, [AD10] facts that the indicator's rule takes, and no more listed
 * deductions than there are points. On the sheet a score need not lie on the grid: a policy's value
 * seldom does; and it rests on the experts' cards, not on facts of its own. [AD9] Notes have words
 * only. `after`: the card's content with these changes.
 */
export function checkChanges(
  state: PanelState,
  card: CardId,
  changes: readonly CardChange[],
  after: CardContent,
): Refusal | null {
  if (state.phase === 'setup') return { code: 'wrong-phase' };
  const leaves = leavesOfCard(state, card);
  const owner = parseCard(card)?.seat;
  for (const { leaf: id, mark, reason, basis } of changes) {
    const leaf = leaves.find((candidate) => candidate.id === id);
    if (!leaf) return { code: 'unknown-indicator' };
    if (owner !== undefined && isRecused(state, owner, id)) return { code: 'recused' };
    if (reason !== undefined && reason.length > MAX_REASON) return { code: 'text-too-long' };
    if (card === NOTES && (mark || basis)) return { code: 'notes-without-scores' };
    if (mark === undefined && basis === undefined) continue;
    const refusal = checkLine(after[id] ?? { reason: '' }, leaf, card, state.setup.project);
    if (refusal) return refusal;
  }
  return null;
}

function checkLine(
  { mark, basis }: CardLine,
  leaf: Leaf,
  card: CardId,
  facts: ProjectFacts,
): Refusal | null {
  const leaves = [leaf.id];
  if (basis && (card === SHEET || !fits(basis, leaf, facts)))
    return { code: 'basis-unfit', leaves };
  if (mark === undefined || mark === 'abstained') return null;
  const { score } = mark;
  if (!Number.isInteger(score) || score < 0 || score > leaf.points)
    return { code: 'score-out-of-range', leaves };
  return card === SHEET || isScoreAllowed(leaf, score, computedOf(leaf, basis, facts))
    ? null
    : { code: 'score-off-grid', leaves };
}

/** Something may still be missing: people fill in one thing after the other. */
function fits(basis: Basis, leaf: Leaf, facts: ProjectFacts): boolean {
  if (deductedIn(basis) > leaf.points || (basis.input && leaf.rule === null)) return false;
  const result = evaluationOf(leaf, basis, facts);
  return result === null || !('fault' in result);
}
