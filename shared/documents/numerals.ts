import { place, type Rows } from './table.ts';

/** Widths before and after the decimal point that the numbers of a column need, in digits. */
export interface Alignment {
  whole: number;
  fraction: number;
}

/** '86.67%' as '86' and '.67%'. */
export function splitNumber(text: string): [whole: string, fraction: string] {
  const at = text.search(/[.%]/);
  return at < 0 ? [text, ''] : [text.slice(0, at), text.slice(at)];
}

/** For each column that holds numbers: how wide they are on either side of the decimal point. */
export function alignmentsOf(rows: Rows): Map<number, Alignment> {
  const found = new Map<number, Alignment>();
  for (const { cell, column } of place(rows)) {
    if (cell.kind !== 'number') continue;
    const [whole, fraction] = splitNumber(cell.text);
    const before = found.get(column) ?? { whole: 0, fraction: 0 };
    // A percent sign is nearly two digits wide.
    const width = fraction.length + (fraction.endsWith('%') ? 1 : 0);
    found.set(column, {
      whole: Math.max(before.whole, whole.length),
      fraction: Math.max(before.fraction, width),
    });
  }
  return found;
}
