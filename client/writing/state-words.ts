import type { AnalysisPart } from '../../shared/views/analysis.ts';
import { analysisWords as words } from '../i18n/analysis.ts';
import { t } from '../i18n/language.svelte.ts';
import { clockTime } from '../ui/time.ts';
import type { PartState } from './writing-desk.ts';

/** Where a part's words are: on this device, saved and by whom, the draft, or not accepted. */
export function stateWords(state: PartState, sent: AnalysisPart | null): string {
  switch (state.kind) {
    case 'typed':
      return t(words.local);
    case 'saving':
      return t(words.saving);
    case 'moved':
      return t(words.notSaved);
    case 'refused':
      return t(words.notSaved);
    case 'still':
    case 'saved': {
      if (sent === null || sent.text === null) return t(words.isDraft);
      const by = t(sent.by === 'secretary' ? words.bySecretary : words.byChair);
      return t(words.savedBy, { by, time: clockTime(sent.at) });
    }
  }
}
