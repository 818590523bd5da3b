import type { Mark } from '../consensus/terms.ts';
import { sameBasis } from './basis.ts';
import type { CardChange, CardContent, CardLine } from './terms.ts';

/** What became different on each leaf, in the order of `after`'s leaves; no entry for equal ones. */
export function diffContent(before: CardContent, after: CardContent): CardChange[] {
  const leaves = new Set([...Object.keys(after), ...Object.keys(before)]);
  return [...leaves].flatMap((leaf) => diffLine(leaf, before[leaf], after[leaf]) ?? []);
}

/** What became different on one leaf; null where nothing did. An absent line is an empty one. */
export function diffLine(
  leaf: string,
  before: CardLine | undefined,
  after: CardLine | undefined,
): CardChange | null {
  const change: CardChange = { leaf };
  if (!sameMark(before?.mark, after?.mark)) change.mark = after?.mark ?? null;
  const reason = after?.reason ?? '';
  if ((before?.reason ?? '') !== reason) change.reason = reason;
  if (!sameBasis(before?.basis, after?.basis)) change.basis = after?.basis ?? null;
  return Object.keys(change).length === 1 ? null : change;
}

/** One after the other as one: the later of two changes of the same field stands. */
export function mergeChanges(batches: readonly (readonly CardChange[])[]): CardChange[] {
  if (batches.length === 1) return [...batches[0]!];
  const merged = new Map<string, CardChange>();
  for (const changes of batches)
    for (const change of changes)
      merged.set(change.leaf, { ...merged.get(change.leaf), ...change });
  return [...merged.values()];
}

function sameMark(one: Mark | undefined, other: Mark | undefined): boolean {
  if (typeof one !== 'object' || typeof other !== 'object') return one === other;
  return one.score === other.score;
}
