import { halfWidth, type Points } from '../framework/points.ts';
import { parseName } from '../framework/parse-name.ts';
import { oneLine } from './bare.ts';

/** Longer than any honest amount; bounds the work on what a cell may hold. */
const LONGEST = 32;
/** Beyond this a text is no name with points; bounds the work on it. */
const LONGEST_NAME = 300;
const AMOUNT = /^(?:满分|分值|权重)?:?\(?(\d{1,4})?(?:\.(\d{1,4}))?(分|%)?\)?$/;

/** An amount in ten-thousandths of a point: weights written as fractions ("0.125") need the places. */
export type Amount = number;

/** Reads "5", "2.5分", "(15)", "15%", "０．０５"; null for anything else. */
export function readAmount(text: string): Amount | null {
  if (text.length > LONGEST) return null;
  const match = AMOUNT.exec(halfWidth(text).replaceAll(/\s/g, '').replace('。', '.'));
  if (!match || (match[1] === undefined && match[2] === undefined)) return null;
  return Number(match[1] ?? 0) * 10_000 + Number((match[2] ?? '').padEnd(4, '0'));
}

/** Hundredths of a point, or null where the amount is finer than that. */
export const pointsOf = (amount: Amount): Points | null =>
  amount % 100 === 0 ? amount / 100 : null;

/** An amount behind a name: on a line of its own, or after a space or a colon ("合格率 95%" is a name). */
const BEHIND =
  /^([^]*?\D)(?:\s*\n\s*([\d.０-９．]+\s*[分%％])|[\s\u3000:：]+([\d.０-９．]+\s*分))$/;
const BARE = /^([^]+?)\s*[(（【[]\s*(\d{1,3}(?:\.\d{1,2})?)\s*[)）】\]]$/;

/**
 * A name with the points that its cell also holds: "立项(15分)", "立项（15%）", "立项" and "15分" under
 * each other. `bareToo`: brackets with a number and nothing else are points in this column.
 */
export function nameAndAmount(
  text: string,
  bareToo: boolean,
): { name: string; amount: Amount | null } {
  const line = oneLine(text);
  if (line.length > LONGEST_NAME) return { name: line, amount: null };
  const { name, points } = parseName(line);
  if (points !== null) return { name, amount: points * 100 };
  const behind = BEHIND.exec(text.trim()) ?? (bareToo ? BARE.exec(line) : null);
  const amount = behind && readAmount(behind[2] ?? behind[3]!);
  return behind && amount !== null
    ? { name: oneLine(behind[1]!), amount }
    : { name: line, amount: null };
}

/** Do most names of a column end in a bare number in brackets, as "立项（15）" does? */
export function hasBareAmounts(names: readonly string[]): boolean {
  const bare = names.filter((name) => {
    const match = name.length > LONGEST_NAME ? null : BARE.exec(oneLine(name));
    return match !== null && Number(match[2]) <= 100;
  });
  return bare.length >= 2 && bare.length * 5 >= names.length * 4;
}
