import { place, type Rows, type Table } from '../../shared/documents/table.ts';

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
  return gridOfRows([head, [...body, ...foot]]);
}

/** Groups of rows below each other; no cell reaches from one into the next. */
export function gridOfRows(groups: readonly Rows[]): FoundCell[] {
  let above = 0;
  return groups.flatMap((rows) => {
    const first = above;
    above += rows.length;
    return place(rows).map(({ cell: { text, kind, rows, columns }, row, column }) => ({
      // The points of a level stand on a line of their own where lines break by themselves.
      text: kind === 'level' ? text.replace(/ (\([^()]*\))$/, '\n$1') : text,
      ...{ row: first + row, column, rows, columns },
    }));
  });
}
