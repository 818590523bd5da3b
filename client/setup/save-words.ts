import { t } from '../i18n/language.svelte.ts';
import { setup as words } from '../i18n/setup.ts';
import { clockTime } from '../ui/time.ts';
import type { SaveState } from './save-queue.ts';

const URGENCY = ['refused', 'saving', 'typed', 'saved', 'untouched'] as const;

/** How a part of the page stands that saves as several sections: the one that needs most care. */
export function gravest(states: readonly SaveState[]): SaveState {
  const rank = ({ kind }: SaveState) => URGENCY.indexOf(kind);
  return states.reduce(
    (found, state) => {
      if (rank(state) !== rank(found)) return rank(state) < rank(found) ? state : found;
      return state.kind === 'saved' && found.kind === 'saved' && state.at > found.at
        ? state
        : found;
    },
    { kind: 'untouched' } as SaveState,
  );
}

export function saveWords(state: SaveState, live: boolean): string {
  switch (state.kind) {
    case 'untouched':
      return t(words.untouched);
    case 'typed':
      return t(live ? words.typed : words.waiting);
    case 'saving':
      return t(live ? words.saving : words.waiting);
    case 'saved':
      return t(words.saved, { time: clockTime(state.at.getTime()) });
    case 'refused': {
      const shape = state.code === 'malformed' || state.code === 'not-a-setup';
      return t(words.refused, { why: shape ? t(words.malformed) : t(state) });
    }
  }
}
