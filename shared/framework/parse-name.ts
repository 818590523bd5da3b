import { halfWidth, parsePoints, type Points } from './points.ts';

const OPENING = ['(', '[', '【'];
const CLOSING = /[)\]】]$/;
const MARKED = /^(?:分值|权重):?|[分%]$/;

/**
 * A name as printed tables give it, with its points: "名称(5分)", "名称（15分）", "名称 (15%)" (a weight
 * in percent of 100 points), "名称[分值：5]". Points are null where the brackets hold anything else:
 * "成本节约（成本指标）" and "合格数（个）" keep theirs, and so does the bare number of "方案(2023)".
 */
export function parseName(text: string): { name: string; points: Points | null } {
  const name = text.trim();
  const nothing = { name, points: null };
  // Read in half width; cut from the text itself, whose full-width characters belong to the name.
  const half = halfWidth(name);
  const open = Math.max(...OPENING.map((bracket) => half.lastIndexOf(bracket)));
  if (open < 1 || !CLOSING.test(half)) return nothing;
  const inside = half.slice(open + 1, -1).replaceAll(' ', '');
  if (!MARKED.test(inside)) return nothing;
  const points = parsePoints(inside.replace(/^(?:分值|权重):?/, '').replace(/%$/, ''));
  return points === null ? nothing : { name: name.slice(0, open).trim(), points };
}
