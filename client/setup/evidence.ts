import {
  allEvidence,
  type Evidence,
  type EvidenceFile,
  type EvidenceItem,
  kindOfName,
  MAX_EVIDENCE,
  MAX_FILE_BYTES,
  nextNumber,
} from '../../shared/panel/evidence.ts';
import type { Text } from '../i18n/language.svelte.ts';
import { evidenceWords as words } from '../i18n/evidence.ts';

/** What an evidence row may change; its number stays, because reasons cite it. */
export type ItemChange = Partial<Omit<EvidenceItem, 'number'>>;

export const isFull = (evidence: Evidence): boolean => allEvidence(evidence).length >= MAX_EVIDENCE;

/** One more item at the end of an indicator's list; `number` is the new one's. */
export function addItem(
  evidence: Evidence,
  leaf: string,
  file: EvidenceFile | null,
): { evidence: Evidence; number: number } {
  const number = nextNumber(evidence);
  const title = file ? file.name.replace(/\.[^.]*$/, '') : '';
  const item: EvidenceItem = { number, title, source: '', link: '', file };
  return { evidence: { ...evidence, [leaf]: [...(evidence[leaf] ?? []), item] }, number };
}

export function changeItem(evidence: Evidence, item: EvidenceItem, change: ItemChange): Evidence {
  return mapItems(evidence, (each) =>
    each.number === item.number ? { ...each, ...change } : each,
  );
}

export function removeItem(evidence: Evidence, item: EvidenceItem): Evidence {
  return mapItems(evidence, (each) => (each.number === item.number ? null : each));
}

/** Where it was, with its number: reasons that cite it keep their meaning. */
export function putBack(evidence: Evidence, { item, leaf, index }: Removed): Evidence {
  return { ...evidence, [leaf]: (evidence[leaf] ?? []).toSpliced(index, 0, item) };
}

export interface Removed {
  item: EvidenceItem;
  leaf: string;
  index: number;
}

export function placeOf(evidence: Evidence, item: EvidenceItem): Removed | null {
  for (const [leaf, items] of Object.entries(evidence)) {
    const index = items.findIndex(({ number }) => number === item.number);
    if (index >= 0) return { item, leaf, index };
  }
  return null;
}

/** Under another indicator, with its number. */
export function moveItem(evidence: Evidence, item: EvidenceItem, leaf: string): Evidence {
  const without = removeItem(evidence, item);
  return { ...without, [leaf]: [...(without[leaf] ?? []), item] };
}

/** Lists that become empty go, so that nothing is left of an indicator that was deleted. */
function mapItems(
  evidence: Evidence,
  change: (item: EvidenceItem) => EvidenceItem | null,
): Evidence {
  const lists = Object.entries(evidence).map(([leaf, items]) => {
    return [leaf, items.map(change).filter((item) => item !== null)] as const;
  });
  return Object.fromEntries(lists.filter(([, items]) => items.length > 0));
}

/** Why a file need not even be sent, or null. The server judges again, by its content. */
export function hopeless({ name, size }: Pick<File, 'name' | 'size'>): Text | null {
  if (kindOfName(name) === undefined) return words.notAllowed;
  if (size > MAX_FILE_BYTES) return words.tooLarge;
  return size === 0 ? words.empty : null;
}
