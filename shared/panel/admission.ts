import { isOnGrid } from '../framework/points.ts';
import { leavesOf } from '../framework/tree.ts';
import { MAX_REASON, type CardChange } from '../scorecard/terms.ts';
import type { Refusal } from './refusals.ts';
import { notesAreOpen } from './notes.ts';
import { isAuthor, parseCard } from './seats.ts';
import { isRevealed, type PanelState } from './state.ts';
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
  const { seat: owner, round } = parseCard(card)!;
  if (state.phase !== 'scoring') return { code: 'wrong-phase' };
  if (state.round.number !== round) return { code: 'unknown-card' };
  return state.round.cards[owner]?.status === 'submitted' ? { code: 'already-submitted' } : null;
}

/** May this seat read this card's document? Only its authors, and only once it exists. [AD4] */
export function mayRead(state: PanelState, seat: SeatId, card: CardId): boolean {
  if (!isAuthor(state.setup, seat, card) || state.phase === 'setup') return false;
  if (card === SHEET) return isRevealed(state);
  if (card === NOTES) return isRevealed(state) || notesAreOpen(state);
  return parseCard(card)!.round <= state.round.number;
}

/**
 * Checks what an edit changed against the frozen leaves: [AD5] known indicators only, [AD6] scores
 * are exact hundredths on the grid within 0…maximum, [AD7] reasons within MAX_REASON. On the sheet
 * a score need not lie on the grid: a policy's value seldom does. [AD9] Notes have words only.
 */
export function checkChanges(
  state: PanelState,
  card: CardId,
  changes: readonly CardChange[],
): Refusal | null {
  if (state.phase === 'setup') return { code: 'wrong-phase' };
  const leaves = card === NOTES ? leavesOf(state.setup.framework) : state.round.leaves;
  for (const { leaf: id, mark, reason } of changes) {
    const leaf = leaves.find((candidate) => candidate.id === id);
    if (!leaf) return { code: 'unknown-indicator' };
    if (reason !== undefined && reason.length > MAX_REASON) return { code: 'text-too-long' };
    if (mark === undefined || mark === null) continue;
    if (card === NOTES) return { code: 'notes-without-scores' };
    if (mark === 'abstained') continue;
    if (!Number.isInteger(mark.score) || mark.score < 0 || mark.score > leaf.points)
      return { code: 'score-out-of-range', leaves: [id] };
    if (card !== SHEET && !isOnGrid(mark.score, leaf.points, leaf.step))
      return { code: 'score-off-grid', leaves: [id] };
  }
  return null;
}
