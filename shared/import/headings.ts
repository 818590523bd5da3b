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
  /** It has criteria of its own. */
  full: boolean;
  amount: Amount | null;
}

const ALL: Amount = 100_0000;

/**
 * Names that head the rows below them: alone on their rows, with some below each, the first of them
 * at the top, and points that add up; or with points that those below add up to, in a table that
 * makes 200 so. Else they are indicators with something missing. [IM11]
 */
export function headingsAmong(lines: readonly Line[]): ReadonlySet<number> {
  return aloneAmong(lines) ?? sumsAmong(lines) ?? new Set();
}

function aloneAmong(lines: readonly Line[]): ReadonlySet<number> | null {
  const found = lines.filter(({ alone, section, first }, index) => {
    const next = lines[index + 1];
    return alone && !section && first && next && !next.alone && !next.section && next.first;
  });
  const rows = new Set(found.map(({ row }) => row));
  const begins = lines.find(({ section }) => !section);
  if (!begins || !rows.has(begins.row)) return null;
  const others = lines.filter(({ row, section }) => !rows.has(row) && !section);
  const sums = sumsBelow(lines, rows);
  const matches = found.every(({ row, amount }) => amount === null || amount === sums.get(row));
  const declared = found.some(({ amount }) => amount !== null);
  const rest = others.reduce((sum, { amount }) => sum + (amount ?? 0), 0);
  return matches && (declared || found.length > 1 || rest === ALL) ? rows : null;
}

/** Points that are said twice: all lines make 200, and each heading is what those below it make. */
function sumsAmong(lines: readonly Line[]): ReadonlySet<number> | null {
  const all = lines.reduce((sum, { amount }) => sum + (amount ?? 0), 0);
  if (all !== 2 * ALL || lines.some(({ section }) => section)) return null;
  const rows = new Set<number>();
  let left = 0;
  for (const { row, amount, full, first } of lines) {
    if (amount === null || amount === 0 || !first) return null;
    if (left === 0 && full) return null;
    if (left === 0) rows.add(row);
    left = left === 0 ? amount : left - amount;
    if (left < 0) return null;
  }
  return left === 0 ? rows : null;
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
