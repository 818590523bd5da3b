import type { Mark } from '../../shared/consensus/terms.ts';
import type { CardContent } from '../../shared/scorecard/terms.ts';
import type { JournalEntry } from './journal.ts';

/** One cell that differs between two contents; null: no mark. */
export type CellChange =
  | { leaf: string; kind: 'mark'; before: Mark | null; after: Mark | null }
  | { leaf: string; kind: 'reason'; before: string; after: string };

export function markOf(content: CardContent, leaf: string): Mark | null {
  return content[leaf]?.mark ?? null;
}

export function reasonOf(content: CardContent, leaf: string): string {
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
    const reasons = [reasonOf(before, leaf), reasonOf(after, leaf)] as const;
    if (!sameMark(...marks))
      changes.push({ leaf, kind: 'mark', before: marks[0], after: marks[1] });
    if (reasons[0] !== reasons[1])
      changes.push({ leaf, kind: 'reason', before: reasons[0], after: reasons[1] });
    return changes;
  });
}

/** Whether the content already says what the entry says. */
export function holds(content: CardContent, entry: JournalEntry): boolean {
  return entry.kind === 'mark'
    ? sameMark(markOf(content, entry.leaf), entry.value)
    : reasonOf(content, entry.leaf) === entry.value;
}

/** The content as its author sees it: with what is not in the document yet. */
export function overlay(content: CardContent, entries: readonly JournalEntry[]): CardContent {
  const shown = { ...content };
  for (const entry of entries) {
    const line = { ...(shown[entry.leaf] ?? { reason: '' }) };
    if (entry.kind === 'reason') line.reason = entry.value;
    else if (entry.value === null) delete line.mark;
    else line.mark = entry.value;
    if (line.mark === undefined && line.reason === '') delete shown[entry.leaf];
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
