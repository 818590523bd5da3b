import type { Mark } from '../../shared/consensus/terms.ts';
import { sameBasis, type Basis } from '../../shared/scorecard/basis.ts';
import { isEmptyLine } from '../../shared/scorecard/content.ts';
import type { CardContent } from '../../shared/scorecard/terms.ts';
import type { JournalEntry } from './journal.ts';

/** One cell that differs between two contents; null: no mark, no basis. */
export type CellChange =
  | { leaf: string; kind: 'mark'; before: Mark | null; after: Mark | null }
  | { leaf: string; kind: 'basis'; before: Basis | null; after: Basis | null }
  | { leaf: string; kind: 'reason'; before: string; after: string };

export function markOf(content: CardContent, leaf: string): Mark | null {
  return content[leaf]?.mark ?? null;
}

export function basisOf(content: CardContent, leaf: string): Basis | null {
  return content[leaf]?.basis ?? null;
}

export function wordsOf(content: CardContent, leaf: string): string {
  return content[leaf]?.reason ?? '';
}

export function sameMark(one: Mark | null, other: Mark | null): boolean {
  if (one === null || other === null || one === 'abstained' || other === 'abstained')
    return one === other;
  return one.score === other.score;
}

export function cellChanges(
  before: CardContent,
  after: CardContent,
  leaves: readonly string[],
): CellChange[] {
  return leaves.flatMap((leaf) => {
    const changes: CellChange[] = [];
    const marks = [markOf(before, leaf), markOf(after, leaf)] as const;
    const bases = [basisOf(before, leaf), basisOf(after, leaf)] as const;
    const reasons = [wordsOf(before, leaf), wordsOf(after, leaf)] as const;
    if (!sameMark(...marks))
      changes.push({ leaf, kind: 'mark', before: marks[0], after: marks[1] });
    if (!sameBasis(...bases))
      changes.push({ leaf, kind: 'basis', before: bases[0], after: bases[1] });
    if (reasons[0] !== reasons[1])
      changes.push({ leaf, kind: 'reason', before: reasons[0], after: reasons[1] });
    return changes;
  });
}

/** Whether the content already says what the entry says. */
export function holds(content: CardContent, entry: JournalEntry): boolean {
  const { leaf } = entry;
  if (entry.kind === 'mark') return sameMark(markOf(content, leaf), entry.value);
  if (entry.kind === 'basis') return sameBasis(basisOf(content, leaf), entry.value);
  return wordsOf(content, leaf) === entry.value;
}

/** The content as its author sees it: with what is not in the document yet. */
export function overlay(content: CardContent, entries: readonly JournalEntry[]): CardContent {
  const shown = { ...content };
  for (const entry of entries) {
    const line = { ...(shown[entry.leaf] ?? { reason: '' }) };
    if (entry.kind === 'reason') line.reason = entry.value;
    else if (entry.value === null) delete line[entry.kind];
    else if (entry.kind === 'mark') line.mark = entry.value;
    else line.basis = entry.value;
    if (isEmptyLine(line)) delete shown[entry.leaf];
    else shown[entry.leaf] = line;
  }
  return shown;
}

/** The content as the server last had it: what the entries changed is taken back. */
export function rollBack(content: CardContent, entries: readonly JournalEntry[]): CardContent {
  return overlay(
    content,
    entries.map((entry) => ({ ...entry, value: entry.base }) as JournalEntry),
  );
}
