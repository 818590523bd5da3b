import type { CardChange, CardContent, CardLine } from './terms.ts';

/** The content after `changes`; shares every line that did not change. */
export function applyChanges(content: CardContent, changes: readonly CardChange[]): CardContent {
  const next = { ...content };
  for (const change of changes) {
    const line: CardLine = { ...(next[change.leaf] ?? { reason: '' }) };
    if (change.mark === null) delete line.mark;
    else if (change.mark !== undefined) line.mark = change.mark;
    if (change.reason !== undefined) line.reason = change.reason;
    if (change.basis === null) delete line.basis;
    else if (change.basis !== undefined) line.basis = change.basis;
    next[change.leaf] = line;
  }
  return next;
}

/** A line that says nothing: a card without it says the same. */
export function isEmptyLine({ mark, reason, basis }: CardLine): boolean {
  return mark === undefined && reason === '' && basis === undefined;
}

/** Leaf ids that have neither a score nor an abstention yet, in the order given. */
export function openLeaves(content: CardContent, leafIds: readonly string[]): string[] {
  return leafIds.filter((id) => content[id]?.mark === undefined);
}
