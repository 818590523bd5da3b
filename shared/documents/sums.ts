import { formatPoints, parsePoints, type Points } from '../framework/points.ts';
import type { Document } from './document.ts';
import { textFaults } from './sums-in-text.ts';
import { type Cell, place, type Placed, type Table } from './table.ts';

/** A printed sum that is not what the printed parts add up to. */
export interface SumFault {
  /** Table or heading, row and column, as printed. */
  where: string;
  printed: string;
  /** null: a part is missing, and missing is not zero. */
  parts: string | null;
}

/**
 * Do the printed sums add up? Looks at nothing but what is printed, whoever made it: a row with a
 * label sums up the rows beside the same level (or all of them), column by column; a number merged
 * over the rows of a level sums up the numbers of its leaves; a heading sums up what is below it.
 */
export function sumFaults({ blocks }: Document): SumFault[] {
  const tables = blocks.flatMap((block) => (block.kind === 'table' ? [block.table] : []));
  return [...tables.flatMap(tableFaults), ...textFaults(blocks)];
}

function tableFaults(table: Table): SumFault[] {
  const body = place(table.body);
  const all: Span = { from: 0, to: table.body.length };
  const check = (row: readonly Placed[], span: Span): SumFault[] => {
    const label = row.find(({ cell }) => cell.kind === 'label');
    if (!label) return [];
    return row.flatMap(({ cell, column }) => {
      const printed = numberIn(cell);
      if (printed === null) return [];
      return faultOf(table, label.cell.text, column, printed, partsIn(table, body, column, span));
    });
  };
  return [
    ...table.body.flatMap((_, at) => {
      const row = body.filter((each) => each.row === at);
      return check(row, spanBeside(body, row, at) ?? all);
    }),
    ...table.foot.flatMap((_, at) =>
      check(
        place(table.foot).filter((each) => each.row === at),
        all,
      ),
    ),
    ...mergedFaults(table, body),
  ];
}

/** Body rows, `to` excluded. */
interface Span {
  from: number;
  to: number;
}

/** The rows of the level that stands left of a row's label; null where none does. */
function spanBeside(body: readonly Placed[], row: readonly Placed[], at: number): Span | null {
  const label = row.find(({ cell }) => cell.kind === 'label');
  if (!label || label.column === 0) return null;
  const level = body.find(
    (each) => each.column === label.column - 1 && each.row <= at && at < each.row + each.cell.rows,
  );
  return level ? { from: level.row, to: level.row + level.cell.rows } : null;
}

/** The numbers of a column in rows that are no sums themselves; null where one is missing. */
function partsIn(table: Table, body: readonly Placed[], column: number, span: Span) {
  const rows = Array.from({ length: span.to - span.from }, (_, at) => span.from + at).filter(
    (at) => table.body[at]!.some(({ kind }) => kind !== 'note') && !isSum(table.body[at]!),
  );
  const numbers = rows.map((at) => {
    const cell = body.find((each) => each.row === at && each.column === column)?.cell;
    return cell ? numberIn(cell) : null;
  });
  return numbers.includes(null) ? null : numbers.map((each) => each ?? 0);
}

/** Weights: the number right of a level, over all its rows, against those right of its leaves. */
function mergedFaults(table: Table, body: readonly Placed[]): SumFault[] {
  const after = ({ row, column, cell }: Placed) =>
    body.find((each) => each.row === row && each.column === column + cell.columns);
  const weights = body.flatMap((leaf) => {
    const weight = leaf.cell.kind === 'leaf' ? after(leaf) : undefined;
    return weight?.cell.kind === 'number' ? [weight] : [];
  });
  return body.flatMap((level) => {
    const sum = level.cell.kind === 'level' ? after(level) : undefined;
    const printed = sum?.cell.rows === level.cell.rows ? numberIn(sum.cell) : null;
    if (!sum || printed === null) return [];
    const to = level.row + level.cell.rows;
    const parts = weights.filter(({ row }) => row >= level.row && row < to);
    const numbers = parts.map(({ cell }) => numberIn(cell) ?? 0);
    return faultOf(table, level.cell.text, sum.column, printed, numbers);
  });
}

function faultOf(
  table: Table,
  row: string,
  column: number,
  printed: Points,
  parts: readonly Points[] | null,
): SumFault[] {
  const sum = parts?.reduce((total, each) => total + each, 0) ?? null;
  if (sum === printed) return [];
  const head = place(table.head).findLast(
    (each) => each.column <= column && column < each.column + each.cell.columns,
  );
  return [
    {
      where: [table.title, row, head?.cell.text ?? ''].filter(Boolean).join(' · '),
      ...{ printed: formatPoints(printed), parts: sum === null ? null : formatPoints(sum) },
    },
  ];
}

const isSum = (row: readonly Cell[]): boolean => row.some(({ kind }) => kind === 'label');

function numberIn({ kind, text }: Cell): Points | null {
  return kind === 'number' && /^\d+(\.\d{1,2})?$/.test(text) ? parsePoints(text) : null;
}
