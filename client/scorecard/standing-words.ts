import type { Text } from '../i18n/language.svelte.ts';
import { scorecard as words } from '../i18n/scorecard.ts';
import type { Standing } from './lines.ts';

/** The shape of an indicator that is not this expert's to score. */
export const RECUSED = '∅';

/** How a standing is shown in a narrow place: a shape, and its word for whoever hears the page. */
export const STANDINGS: Readonly<Record<Standing, { shape: string; word: Text }>> = {
  open: { shape: '○', word: words.open },
  wrong: { shape: '✕', word: words.wrong },
  full: { shape: '●', word: words.full },
  below: { shape: '◐', word: words.below },
  abstained: { shape: '—', word: words.abstain },
};
