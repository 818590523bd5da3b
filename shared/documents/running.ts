import type { Running } from './document.ts';
import { type ResultFacts, shortCode } from './facts.ts';
import { type Language, say, words } from './words.ts';

/** What runs along the edge of every page of a result. */
export function runningOf({ seal, setup }: ResultFacts, language: Language): Running {
  return {
    draft: seal ? '' : words.draft[language],
    caution: setup.illustrative ? words.illustrative[language] : '',
    code: seal ? say(words.code, language, { code: shortCode(seal.head) }) : '',
  };
}
