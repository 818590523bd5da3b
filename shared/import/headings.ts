import type { Amount } from './amounts.ts';

/** A row with a name, as far as it matters for what is a heading. */
export interface Line {
  row: number;
  /** Its name is its only text. */
  alone: boolean;
  /** A heading already, because it stands right across the table. */
  section: boolean;
  /** Its name stands in the first column of names. */
  first: boolean;
  amount: Amount | null;
}

const ALL: Amount = 100_0000;

/**
 * Names alone on their rows that head the rows below: each has some below it, the table begins with
 * one, and their points, or the rest's, add up. Else they are indicators with something missing. [IM11]
 */
export function headingsAmong(lines: readonly Line[]): ReadonlySet<number> {
  const found = lines.filter(({ alone, section, first }, index) => {
    const next = lines[index + 1];
    return alone && !section && first && next && !next.alone && !next.section && next.first;
  });
  const rows = new Set(found.map(({ row }) => row));
  const begins = lines.find(({ section }) => !section);
  if (!begins || !rows.has(begins.row)) return new Set();
  const others = lines.filter(({ row, section }) => !rows.has(row) && !section);
  const sums = sumsBelow(lines, rows);
  const matches = found.every(({ row, amount }) => amount === null || amount === sums.get(row));
  const declared = found.some(({ amount }) => amount !== null);
  const rest = others.reduce((sum, { amount }) => sum + (amount ?? 0), 0);
  return matches && (declared || found.length > 1 || rest === ALL) ? rows : new Set();
}

/** What stands below each heading, up to the next one. */
function sumsBelow(lines: readonly Line[], rows: ReadonlySet<number>): Map<number, Amount> {
  const sums = new Map<number, Amount>();
  let heading: number | null = null;
  for (const { row, section, amount } of lines) {
    if (section || rows.has(row)) heading = section ? null : row;
    else if (heading !== null) sums.set(heading, (sums.get(heading) ?? 0) + (amount ?? 0));
  }
  return sums;
}
