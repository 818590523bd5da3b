import type { Points } from '../../shared/framework/points.ts';
import type { Leaf } from '../../shared/framework/terms.ts';
import type { ConsoleSpread } from '../../shared/views/score-terms.ts';

export interface Settled {
  score: Points;
  reason: string;
}

/** One indicator in the queue. */
export interface Item {
  leaf: Leaf;
  spread: ConsoleSpread;
  /** null while undecided. */
  decision: Settled | null;
}

export interface Queue {
  /** To be decided, or decided again because the sheet was edited since. */
  open: Item[];
  decided: Item[];
}

/** Widest divergence first; indicators that nobody scored last; else in printing order. */
export function queueOf(
  leaves: readonly Leaf[],
  spreads: readonly ConsoleSpread[],
  decisions: Readonly<Record<string, Settled>>,
): Queue {
  const byLeaf = new Map(spreads.map((spread) => [spread.leaf, spread]));
  const items = leaves.flatMap((leaf): Item[] => {
    const spread = byLeaf.get(leaf.id);
    return spread ? [{ leaf, spread, decision: decisions[leaf.id] ?? null }] : [];
  });
  const ordered = items.sort((a, b) => (b.spread.range ?? -1) - (a.spread.range ?? -1));
  const isOpen = ({ decision, spread }: Item) => decision === null || spread.draftDiffers;
  return { open: ordered.filter(isOpen), decided: ordered.filter((item) => !isOpen(item)) };
}

/**
 * The item `step` places from `current`; the ends hold. From nowhere (nothing selected, or an item
 * that was folded away) every step leads to the first.
 */
export function neighbour(
  items: readonly Item[],
  current: string | null,
  step: 1 | -1,
): Item | null {
  const at = items.findIndex(({ leaf }) => leaf.id === current);
  if (at < 0) return items[0] ?? null;
  return items[Math.min(items.length - 1, Math.max(0, at + step))] ?? null;
}
