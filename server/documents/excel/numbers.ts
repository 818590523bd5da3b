/** A number as a cell holds it, with the format that shows it as it was printed. */
export interface CellNumber {
  value: number;
  format: string;
}

const PRINTED = /^-?\d{1,12}(?:\.(\d+))?(%?)$/;

/**
 * '4' is shown as '4', '4.50' as '4.50', '86.67%' as '86.67%' while the cell holds 0.8667: the
 * decimals are the printed ones, so no cell can show another number than the paper. Null for a text.
 */
export function cellNumber(printed: string): CellNumber | null {
  const found = PRINTED.exec(printed);
  if (!found) return null;
  const [, decimals = '', percent] = found;
  const format = `0${decimals && `.${'0'.repeat(decimals.length)}`}${percent}`;
  // As decimal text: 86.67 / 100 would be computed in binary.
  const value = percent ? Number(`${printed.slice(0, -1)}e-2`) : Number(printed);
  return { value, format };
}
