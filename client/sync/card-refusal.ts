import { sentenceOf } from '../../shared/panel/refusals.ts';
import { CLOSE } from '../../shared/wire/sync.ts';
import { keyOf, type JournalEntry } from './journal.ts';

/** Why the server would not have it: a stable code and its sentence in both languages. */
export interface RefusalReason {
  code: string;
  zh: string;
  en: string;
}

/** For a close without a word before it. */
export const WITHOUT_REASON: RefusalReason = {
  code: 'refused',
  zh: '服务器未接受这项内容，请核对后重新填写。',
  en: 'The server did not accept this; check it and enter it again.',
};

/** Found here already: two devices wrote a reason that is too long together. */
export const TOO_LONG: RefusalReason = {
  code: 'text-too-long',
  zh: sentenceOf({ code: 'text-too-long' }, 'zh'),
  en: sentenceOf({ code: 'text-too-long' }, 'en'),
};

/** Refusals of the whole card, after which trying each value again would be pointless. */
const WHOLE_CARD = ['wrong-phase', 'already-submitted', 'panel-sealed', 'not-your-role'];

/**
 * Which unsaved entries a refusal puts aside; the others are entered again. The server refuses a
 * frame, not a value: only one that was alone on its way (`inFlight`, by cell) is known to be at
 * fault.
 */
export function putAside(
  entries: readonly JournalEntry[],
  inFlight: readonly string[],
  code: number,
  reason: RefusalReason,
): JournalEntry[] {
  if (code !== CLOSE.refused) return [];
  if (WHOLE_CARD.includes(reason.code)) return [...entries];
  if (inFlight.length !== 1) return [];
  return entries.filter(({ leaf, kind }) => keyOf(leaf, kind) === inFlight[0]);
}
