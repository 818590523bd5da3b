/** Steps that can be taken back: an afternoon of typing, without keeping every tree for ever. */
const MOST = 200;

/** What was there before each edit, and what was taken back since the last one. */
export interface History<T> {
  past: readonly T[];
  future: readonly T[];
  /** What the last step was about; another edit of the same thing belongs to the same step. */
  about: string | null;
}

export const NO_HISTORY: History<never> = { past: [], future: [], about: null };

/** Remembers `before` an edit. `about`: the cell typed in, or null where every edit is a step. */
export function remember<T>(history: History<T>, before: T, about: string | null): History<T> {
  const same = about !== null && about === history.about;
  const past = same ? history.past : [...history.past, before].slice(-MOST);
  return { past, future: [], about };
}

/** What was there before the last step, and the history after going back to it; or null. */
export function undo<T>(history: History<T>, now: T): { value: T; history: History<T> } | null {
  const value = history.past.at(-1);
  if (value === undefined) return null;
  const past = history.past.slice(0, -1);
  return { value, history: { past, future: [...history.future, now], about: null } };
}

export function redo<T>(history: History<T>, now: T): { value: T; history: History<T> } | null {
  const value = history.future.at(-1);
  if (value === undefined) return null;
  const future = history.future.slice(0, -1);
  return { value, history: { past: [...history.past, now], future, about: null } };
}
