import { namedAmounts, type NamedAmount } from '../../shared/rules/amounts.ts';
import { isOnGrid, type Points } from '../../shared/framework/points.ts';
import type { Leaf } from '../../shared/framework/terms.ts';

/** A stretch of the criteria text; with a score it can be tapped. */
export interface Segment {
  text: string;
  /** The score that this place names, or null where it is only text. */
  score: Points | null;
  /** The words that the amount belongs to: "目标明确". */
  label: string;
}

/**
 * The criteria text cut at the amounts that it names. Together the segments are the text, unchanged.
 * A place that stands for several multiples gives its own amount; the others are beside the text.
 */
export function segmentsOf({ criteria, points, step }: Leaf, amounts?: NamedAmount[]): Segment[] {
  const segments: Segment[] = [];
  let end = 0;
  for (const amount of amounts ?? namedAmounts(criteria, points)) {
    const offered = amount.kind !== 'part' && isOnGrid(amount.points, points, step);
    if (!offered || amount.start < end) continue;
    if (amount.start > end)
      segments.push({ text: criteria.slice(end, amount.start), score: null, label: '' });
    const text = criteria.slice(amount.start, amount.end);
    segments.push({ text, score: amount.points, label: amount.label });
    end = amount.end;
  }
  if (end < criteria.length) segments.push({ text: criteria.slice(end), score: null, label: '' });
  return segments;
}
