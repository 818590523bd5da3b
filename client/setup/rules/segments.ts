import type { RuleProposal } from '../../../shared/rules/propose.ts';

/** A stretch of the criteria text, and whether the rule was read from it. */
export interface Segment {
  text: string;
  read: boolean;
}

/** The whole text in order; places that overlap or touch count as one. */
export function segmentsOf(text: string, read: RuleProposal['read']): Segment[] {
  const segments: Segment[] = [];
  let at = 0;
  for (const { start, end } of [...read].sort((a, b) => a.start - b.start)) {
    if (end <= at) continue;
    if (start > at) segments.push({ text: text.slice(at, start), read: false });
    segments.push({ text: text.slice(Math.max(at, start), end), read: true });
    at = end;
  }
  if (at < text.length) segments.push({ text: text.slice(at), read: false });
  return segments;
}
