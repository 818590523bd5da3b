import type { Running } from './document.ts';
import { type ResultFacts, shortCode } from './facts.ts';
import { type Language, say, words } from './words.ts';

const PANEL = { zh: '评审会编号 {code}', en: 'Panel {code}' };

/** What runs along the edge of every page of a result. */
export function runningOf(
  { seal, setup, panel }: Pick<ResultFacts, 'seal' | 'setup' | 'panel'>,
  language: Language,
): Running {
  return {
    draft: seal ? '' : words.draft[language],
    caution: setup.illustrative ? words.illustrative[language] : '',
    code: seal
      ? say(words.code, language, { code: shortCode(seal.head) })
      : panelLine(panel, language),
  };
}

/** The panel's id as a page names it before there is a seal: '评审会编号 P0AB 1CD2 3EF4'. */
export function panelLine(panel: string, language: Language): string {
  const code = panel
    .slice(0, 12)
    .toUpperCase()
    .replace(/(.{4})(?=.)/g, '$1 ');
  return say(PANEL, language, { code });
}
