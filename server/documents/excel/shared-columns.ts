import { place, type Rows, type Table } from '../../../shared/documents/table.ts';

/** How far a boundary may be moved to meet one of the sheet's, in millimetres. */
const TOLERANCE = 10;
/** What a column must keep of its width. */
const KEEPS = 0.75;

/**
 * The table on the columns of another one: each boundary between its columns moves to the nearest of
 * the other's. Null where a column would become too narrow for what it holds.
 */
export function onColumnsOf({ widths }: Pick<Table, 'widths'>, table: Table): Table | null {
  const bounds = boundsOf(widths);
  const spans: number[] = [];
  let from = 0;
  for (const [index, wanted] of boundsOf(table.widths).entries()) {
    if (index === 0) continue;
    const last = index === table.widths.length;
    const to = last ? bounds.length - 1 : nearest(bounds, wanted, from + 1);
    const width = (bounds[to] ?? 0) - bounds[from]!;
    const isNear = Math.abs((bounds[to] ?? 0) - wanted) <= TOLERANCE;
    if (to <= from || !isNear || width < KEEPS * table.widths[index - 1]!) return null;
    spans.push(to - from);
    from = to;
  }
  return { ...table, widths, ...spanned(table, spans) };
}

function boundsOf(widths: readonly number[]): number[] {
  return widths.reduce((sums, width) => [...sums, sums.at(-1)! + width], [0]);
}

function nearest(bounds: readonly number[], wanted: number, from: number): number {
  let best = from;
  for (let at = from; at < bounds.length - 1; at += 1)
    if (Math.abs(bounds[at]! - wanted) < Math.abs(bounds[best]! - wanted)) best = at;
  return best;
}

function spanned(table: Table, spans: readonly number[]): Pick<Table, 'head' | 'body' | 'foot'> {
  const widened = (rows: Rows): Rows => {
    const columns = new Map(place(rows).map(({ cell, column }) => [cell, column]));
    return rows.map((cells) =>
      cells.map((cell) => {
        const column = columns.get(cell)!;
        const covered = spans.slice(column, column + cell.columns);
        return { ...cell, columns: covered.reduce((sum, span) => sum + span, 0) };
      }),
    );
  };
  const { head, body, foot } = table;
  const rows = widened([...body, ...foot]);
  return { head: widened(head), body: rows.slice(0, body.length), foot: rows.slice(body.length) };
}
