import type { Points } from '../../shared/framework/points.ts';

/** Equal scores stand on one place of the strip. */
export interface Stack {
  score: Points;
  count: number;
  /** Place on the line: 0 is no points, 1 the maximum. */
  at: number;
  /** Row of its figure under the line: neighbours that would overlap take turns. */
  row: 0 | 1;
  /** How many scores stand to the left: drops fall in sorted order. */
  before: number;
}

/** The stacks of ascending scores; figures closer than `gap` of the line are put on two rows. */
export function stacksOf(values: readonly Points[], points: Points, gap = 0.11): Stack[] {
  const stacks: Stack[] = [];
  for (const [before, score] of values.entries()) {
    const last = stacks.at(-1);
    if (last?.score === score) {
      last.count += 1;
      continue;
    }
    const at = placeOf(score, points);
    const crowded = last !== undefined && last.row === 0 && at - last.at < gap;
    stacks.push({ score, count: 1, at, row: crowded ? 1 : 0, before });
  }
  return stacks;
}

/** Where a score stands on a line from 0 to the maximum. */
export function placeOf(score: Points, points: Points): number {
  return points > 0 ? Math.min(1, Math.max(0, score / points)) : 0;
}

/** How a figure over the line stands to its place. */
export interface Anchor {
  anchor: 'start' | 'middle' | 'end';
  /** In em. */
  shift: number;
}

/**
 * A figure in the middle over its place, or beside it: at the ends it stays inside, and where another
 * mark's line (at `other`) would run through it, it steps aside.
 */
export function anchorOf(at: number, other: number | null = null): Anchor {
  if (other !== null && Math.abs(at - other) < 0.12) {
    const left = (at <= other && at > 0.15) || at > 0.85;
    return left ? { anchor: 'end', shift: -0.4 } : { anchor: 'start', shift: 0.4 };
  }
  if (at < 0.12) return { anchor: 'start', shift: 0 };
  return at > 0.88 ? { anchor: 'end', shift: 0 } : { anchor: 'middle', shift: 0 };
}
