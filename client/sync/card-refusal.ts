import { sentenceOf } from '../../shared/panel/refusals.ts';
import { actOf, keyOf, type Journal, type JournalEntry } from './journal.ts';
import type { RefusedValues } from './refused-values.ts';

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

/** For a device that is shown out before it could ask. */
export const SHOWN_OUT: RefusalReason = {
  code: 'not-your-seat',
  zh: '这台设备不能再编辑这份评分表，请重新打开您的链接。未保存的内容仍留在本机。',
  en: 'This device can no longer edit the card; open your link again. What was not saved stays here.',
};

/** For whoever still waits when the page lets a card go. */
export const LET_GO: RefusalReason = {
  code: 'closed',
  zh: '评分表已关闭。',
  en: 'The card was closed.',
};

/** Refusals of the whole card, after which trying each value again would be pointless. */
const WHOLE_CARD = [
  ...['wrong-phase', 'already-submitted', 'panel-sealed', 'not-your-role', 'card-full'],
];

/** Faults of the document rather than of what it says: a fresh one mends them. */
const OF_THE_DOCUMENT = ['client-id-in-use', 'edits-missing', 'malformed', 'too-large'];

/**
 * Moves what a refusal condemns from the journal to the refused values; the rest is entered again.
 * The server refuses a frame, not a value: only what was alone on its way (`inFlight`, by cell) is
 * known to be at fault: one value, or a score and its basis, which go together. `again`: the document was a fresh one already, and no excuse any more.
 */
export function putAside(
  { journal, refused }: { journal: Journal; refused: RefusedValues },
  inFlight: readonly string[],
  reason: RefusalReason,
  again: boolean,
): void {
  for (const entry of condemned(journal.entries, inFlight, reason, again)) {
    refused.add(entry, reason);
    journal.remove(entry.leaf, entry.kind);
  }
}

function condemned(
  entries: readonly JournalEntry[],
  inFlight: readonly string[],
  { code }: RefusalReason,
  again: boolean,
): readonly JournalEntry[] {
  if (WHOLE_CARD.includes(code)) return entries;
  const [first] = inFlight;
  if (first === undefined || !inFlight.every((cell) => actOf(first).includes(cell))) return [];
  if (OF_THE_DOCUMENT.includes(code) && !again) return [];
  return entries.filter(({ leaf, kind }) => inFlight.includes(keyOf(leaf, kind)));
}
