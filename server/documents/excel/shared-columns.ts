import { place, type Rows, type Table } from '../../../shared/documents/table.ts';

/** How far a boundary may be moved to meet one of the sheet's, in millimetres. */
const TOLERANCE = 12;
/** What a column must keep of its width. */
const KEEPS = 0.75;

/**
 * The table on the columns of another one: the boundaries between its columns move to those of the
 * other's that are nearest on the whole. Null where a column would become too narrow for what it holds.
 */
export function onColumnsOf({ widths }: Pick<Table, 'widths'>, table: Table): Table | null {
  const fitted = fit(boundsOf(widths), boundsOf(table.widths), 1, 0);
  if (!fitted) return null;
  const spans = fitted.at.map((to, index) => to - (fitted.at[index - 1] ?? 0));
  return { ...table, widths, ...spanned(table, spans) };
}

interface Fit {
  /** For each column the boundary where it ends. */
  at: number[];
  /** Sum of the squares by which boundaries were moved. */
  cost: number;
}

/** The best places for the boundaries from the `index`-th on, of a column that begins at `from`. */
function fit(
  bounds: readonly number[],
  wanted: readonly number[],
  index: number,
  from: number,
): Fit | null {
  const last = index === wanted.length - 1;
  const needs = KEEPS * (wanted[index]! - wanted[index - 1]!);
  let best: Fit | null = null;
  for (let to = last ? bounds.length - 1 : from + 1; to < bounds.length; to += 1) {
    const moved = bounds[to]! - wanted[index]!;
    if (bounds[to]! - bounds[from]! < needs || Math.abs(moved) > TOLERANCE) continue;
    const rest = last ? { at: [], cost: 0 } : fit(bounds, wanted, index + 1, to);
    const cost = rest && moved * moved + rest.cost;
    if (rest && cost !== null && cost < (best?.cost ?? Infinity))
      best = { at: [to, ...rest.at], cost };
  }
  return best;
}

function boundsOf(widths: readonly number[]): number[] {
  return widths.reduce((sums, width) => [...sums, sums.at(-1)! + width], [0]);
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
