import type { CardChange } from '../scorecard/terms.ts';
import type { PanelState } from './state.ts';

/** What was said about an indicator, by leaf id, as the secretary writes it down. */
export type Notes = Readonly<Record<string, string>>;

/** [NT1] Notes are taken from the first reveal on, in later rounds too, until the conclusion. */
export function notesAreOpen(state: PanelState): boolean {
  return state.phase === 'revealed' || (state.phase === 'scoring' && state.round.number > 1);
}

export function notesAfter(notes: Notes, changes: readonly CardChange[]): Notes {
  const next = { ...notes };
  for (const { leaf, reason } of changes) if (reason !== undefined) next[leaf] = reason;
  return next;
}

/** [NT2] What the conclusion freezes: notes with words in them, without the blanks around. */
export function takenNotes(notes: Notes): Record<string, string> {
  return Object.fromEntries(
    Object.entries(notes).flatMap(([leaf, note]) =>
      note.trim() === '' ? [] : [[leaf, note.trim()] as const],
    ),
  );
}
