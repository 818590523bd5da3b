import { place, type Table } from '../../shared/documents/table.ts';

/** A cell as it was found in a file. */
export interface FoundCell {
  text: string;
  row: number;
  column: number;
  rows: number;
  columns: number;
}

/** What a table's cells must be in any format, head first. */
export function gridOf({ head, body, foot }: Table): FoundCell[] {
  const offset = head.length;
  const cells = [
    ...place(head),
    ...place([...body, ...foot]).map((placed) => ({ ...placed, row: placed.row + offset })),
  ];
  return cells.map(({ cell: { text, rows, columns }, row, column }) => ({
    ...{ text, row, column, rows, columns },
  }));
}
