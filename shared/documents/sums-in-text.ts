import { formatPoints, parsePoints, type Points } from '../framework/points.ts';
import type { Block } from './document.ts';
import type { SumFault } from './sums.ts';

/** Points and score as the analysis prints them, in both languages. */
const PAIR = /分值([\d.]+)分，得分([\d.]+)分|\(([\d.]+) points, score ([\d.]+)/;
/** … of the whole, in its first paragraph. */
const WHOLE = /总分([\d.]+)分，评价得分([\d.]+)分|: (?<score>[\d.]+) of (?<points>[\d.]+) points/;

interface Item {
  /** The heading's level; a paragraph is below every heading. */
  level: number;
  text: string;
  points: Points;
  score: Points;
  parts: { points: Points; score: Points; n: number };
}

/** Headings whose points or score are not the sum of what is printed below them. */
export function textFaults(blocks: readonly Block[]): SumFault[] {
  const faults: SumFault[] = [];
  const open: Item[] = [];
  let begun = false;
  const close = (level: number): void => {
    while (open.length > 0 && open.at(-1)!.level >= level) faults.push(...faultsOf(open.pop()!));
  };
  for (const block of blocks) {
    if (block.kind !== 'heading' && block.kind !== 'paragraph') continue;
    if (block.kind === 'paragraph' && block.words) continue;
    const level = block.kind === 'heading' ? block.level : PARAGRAPH;
    const whole = block.kind === 'paragraph' && !begun ? wholeIn(block.text) : null;
    const item = whole ?? itemIn(block.text, level);
    if (block.kind === 'heading') close(level);
    if (!item) continue;
    begun = true;
    // The whole is said first, inside its heading, and everything after it is part of it.
    if (!whole) add(open.at(-1), item);
    if (whole || block.kind === 'heading') open.push(item);
  }
  close(0);
  return faults;
}

const PARAGRAPH = 9;

function itemIn(text: string, level: number): Item | null {
  const match = PAIR.exec(text);
  if (!match) return null;
  return itemOf(text, level, match[1] ?? match[3]!, match[2] ?? match[4]!);
}

function wholeIn(text: string): Item | null {
  const match = WHOLE.exec(text);
  if (!match) return null;
  const { points, score } = match.groups ?? {};
  return itemOf(text, 1, points ?? match[1]!, score ?? match[2]!);
}

function itemOf(text: string, level: number, points: string, score: string): Item {
  const [given, got] = [parsePoints(points) ?? 0, parsePoints(score) ?? 0];
  return { level, text, points: given, score: got, parts: { points: 0, score: 0, n: 0 } };
}

function add(above: Item | undefined, { points, score }: Item): void {
  if (!above) return;
  above.parts.points += points;
  above.parts.score += score;
  above.parts.n += 1;
}

function faultsOf({ text, points, score, parts }: Item): SumFault[] {
  if (parts.n === 0) return [];
  const where = text.length > 40 ? `${text.slice(0, 40)}…` : text;
  return [
    [points, parts.points],
    [score, parts.score],
  ].flatMap(([printed, sum]) =>
    printed === sum ? [] : [{ where, printed: formatPoints(printed!), parts: formatPoints(sum!) }],
  );
}
