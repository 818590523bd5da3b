import { MAX_LEVELS } from '../framework/terms.ts';
import { nameAndAmount, readAmount } from './amounts.ts';
import { doubt, type Doubt } from './doubts.ts';
import { headingsAmong, type Line } from './headings.ts';
import { numberingOf, serialOf } from './numbering.ts';
import { outlineOf, type Outline, type OutlineItem } from './outline.ts';
import type { SortedRows } from './row-kinds.ts';
import type { Cell } from './sheet.ts';
import type { TableCells } from './table-cells.ts';

/** What the lines themselves say of the levels, beside or instead of the columns. */
export interface Nesting {
  /** Rows whose level the outline decides, from 1, and where their names stand. */
  lines: ReadonlyMap<number, { level: number; cell: Cell }>;
  /** Levels above those of the columns; all of a table's where it has one column of names. */
  above: number;
  doubts: Doubt[];
}

/**
 * Reads levels from numbers, else from indents [IM10], else from headings [IM11]; `lines` is empty
 * where columns say it all. Names keep their numbers, as those in columns of their own do.
 */
export function nestingOf(cells: TableCells, sorted: SortedRows): Nesting {
  const single = cells.levels.length === 1;
  const rows = sorted.kinds.flatMap((kind, row) =>
    kind === 'section' || kind === 'named' ? [row] : [],
  );
  const asked = single ? rows : rows.filter((row) => sorted.sections.has(row));
  let items = asked.map((row) => itemAt(cells, sorted, row));
  let outline = outlineOf(items);
  if ((outline === null || outline.by === 'rows') && mayHead(cells, sorted, rows)) {
    const headings = headingsAmong(rows.map((row) => lineAt(cells, itemAt(cells, sorted, row))));
    items = rows
      .filter((row) => single || sorted.sections.has(row) || headings.has(row))
      .map((row) => itemAt(cells, sorted, row))
      .map((item) => ({ ...item, section: item.section || headings.has(item.row) }));
    outline = outlineOf(items);
  }
  const nothing: Nesting = { lines: new Map(), above: 0, doubts: [] };
  if (outline === null) return nothing;
  const most = single ? MAX_LEVELS : MAX_LEVELS - usedLevels(cells, sorted);
  if (most <= 0)
    return {
      ...nothing,
      doubts: items.map(({ row, cell, name }) => doubt('row-unplaced', cell, row + 1, name)),
    };
  const found = items.map((item) => ({ item, level: outline.levels.get(item.row)! }));
  const depth = Math.min(most, Math.max(...found.map(({ level }) => level)));
  return {
    above: single ? 0 : depth,
    lines: new Map(
      found.map(({ item: { row, cell }, level }) => [row, { level: Math.min(level, depth), cell }]),
    ),
    doubts: [
      noteOn(outline, found, depth),
      ...outline.doubts,
      ...found.flatMap(({ item: { cell, name }, level }) =>
        level > most ? [doubt('too-deep', cell, name, level, most)] : [],
      ),
    ],
  };
}

/** Columns of names that hold any: a template's fourth may be empty. */
const usedLevels = (cells: TableCells, { kinds }: SortedRows): number =>
  cells.levels.filter(({ column }) =>
    kinds.some((kind, row) => kind === 'named' && cells.own(row, column) !== ''),
  ).length;

/** A quick look whether `headingsAmong` can find any: most tables are large, and have none. */
function mayHead(cells: TableCells, { kinds }: SortedRows, rows: readonly number[]): boolean {
  const first = rows.find((row) => kinds[row] === 'named');
  if (cells.levels.length === 1 || first === undefined) return true;
  const { column } = cells.levels[0]!;
  const serial = serialColumn(cells);
  const alone = cells.entries(first).filter((entry) => entry.column !== serial).length === 1;
  return alone || rows.every((row) => cells.own(row, column) !== '');
}

function noteOn({ by }: Outline, found: readonly { item: OutlineItem }[], depth: number): Doubt {
  if (by !== 'rows')
    return doubt(by === 'numbers' ? 'outline-numbers' : 'outline-indents', null, depth);
  const sections = found.filter(({ item }) => item.section);
  return doubt('outline-rows', sections[0]!.item.cell, sections.length);
}

function itemAt(cells: TableCells, { sections }: SortedRows, row: number): OutlineItem {
  const section = sections.get(row);
  const column = cells.levels.find((level) => cells.own(row, level.column) !== '')?.column;
  const cell = section ?? { row, column: column! };
  const name = cells.own(row, cell.column);
  const serial = serialColumn(cells);
  const number = serial === null ? '' : cells.own(row, serial);
  return {
    ...{ row, cell, name, indent: cells.indentAt(cell), section: section !== undefined },
    numbering: numberingOf(name) ?? (number === '' ? null : serialOf(number)),
    full: cells.raw(row, 'criteria').text !== '',
  };
}

const serialColumn = ({ table }: TableCells): number | null =>
  table.columns.find(({ why }) => why === 'serial')?.index ?? null;

function lineAt(cells: TableCells, { row, cell, section, full }: OutlineItem): Line {
  const first = cells.levels[0]!;
  const others = cells
    .entries(row)
    .filter(({ column }) => column !== cell.column && column !== serialColumn(cells));
  const deepest = cells.levels.findLast(({ column }) => cells.own(row, column) !== '') ?? first;
  const own = cells.amounts
    .map(({ index }) => readAmount(cells.own(row, index)))
    .findLast((amount) => amount !== null);
  const { amount } = nameAndAmount(cells.own(row, deepest.column), deepest.bareToo);
  return {
    ...{ row, section, full, alone: others.length === 0 },
    first: cells.own(row, first.column) !== '',
    amount: own ?? amount,
  };
}
