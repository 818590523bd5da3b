import type { PanelState } from '../panel/state.ts';

/**
 * The position as a reader may know it. In a blind panel scorecard edits are left out of the count:
 * a number that rose with every keystroke of the others would tell who is busy. Rises with every
 * entry that any view shows, on every node alike, so that readers can drop older views.
 */
export function versionOf(state: PanelState): number {
  return state.setup.rules.blind ? state.position - state.cardEdits : state.position;
}
