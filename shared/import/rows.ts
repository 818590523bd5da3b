import { nameAndAmount, type Amount } from './amounts.ts';
import { isNothing, oneLine } from './bare.ts';
import { doubt, type Doubt } from './doubts.ts';
import type { Table } from './find-table.ts';
import { nestingOf, type Nesting } from './nesting.ts';
import { weightOf, type Role } from './roles.ts';
import { sortRows, type RowKind, type SortedRows, type Totals } from './row-kinds.ts';
import { addressOf, textAt, type Cell, type Sheet } from './sheet.ts';
import { FORMULA_ERROR, TableCells, type RawAmount } from './table-cells.ts';
import { TEXTS, type ReadNode, type TextField } from './tree.ts';

/** What became of a row. */
export type RowUse =
  | Exclude<RowKind, 'named' | 'section' | 'rest'>
  | 'indicator'
  /** Goes on with the texts of the indicator above. */
  | 'more'
  | 'unplaced';

/** An indicator as its row has it: amounts not yet judged, since all of them say what they mean. */
export interface RawNode extends Omit<ReadNode, 'points' | 'selfScore' | 'step' | 'children'> {
  children: RawNode[];
  /** From the points' or the level's own column. */
  amount: RawAmount;
  /** From the brackets behind the name. */
  inName: Amount | null;
  self: RawAmount;
  grid: RawAmount;
}

export interface RawTable {
  tree: RawNode[];
  uses: RowUse[];
  totals: Totals | null;
  doubts: Doubt[];
}

/** A name in a row, with the level that it stands on. */
interface Named {
  cell: Cell;
  level: number;
  /** The column of names that it stands in, whose weight is its own. */
  column: number;
  bareToo: boolean;
}

/** Reads the rows under the head. `skipped`: rows that a person left out. */
export function readRows(sheet: Sheet, table: Table, skipped: ReadonlySet<number>): RawTable {
  return new Rows(new TableCells(sheet, table), skipped).read();
}

class Rows {
  readonly #cells: TableCells;
  readonly #sorted: SortedRows;
  readonly #nesting: Nesting;
  readonly #tree: RawNode[] = [];
  readonly #doubts: Doubt[] = [];
  /** The indicators that the row stands in, by level; a level may be skipped. */
  #chain: (RawNode | undefined)[] = [];

  constructor(cells: TableCells, skipped: ReadonlySet<number>) {
    this.#cells = cells;
    this.#sorted = sortRows(cells, skipped);
    this.#nesting = nestingOf(cells, this.#sorted);
    this.#doubts.push(...this.#nesting.doubts);
  }

  read(): RawTable {
    const uses = this.#sorted.kinds.map((kind, row): RowUse => {
      // A heading above four levels would be a fifth one.
      if (kind === 'section' && !this.#nesting.lines.has(row)) return 'unplaced';
      if (kind === 'named' || kind === 'section') return this.#indicator(row, this.#namesIn(row));
      return kind === 'rest' ? this.#goOn(row) : kind;
    });
    return { tree: this.#tree, uses, totals: this.#sorted.totals, doubts: this.#doubts };
  }

  #namesIn(row: number): Named[] {
    const line = this.#nesting.lines.get(row);
    const { levels } = this.#cells;
    if (line) {
      const { cell, level } = line;
      const own = levels.find(({ column }) => column === cell.column);
      return [{ cell, level, column: 1, bareToo: own?.bareToo ?? true }];
    }
    return levels
      .filter(({ column }) => this.#cells.own(row, column) !== '')
      .map(({ column, level, bareToo }) => {
        const cell = { row, column };
        return { cell, level: level + this.#nesting.above, column: level, bareToo };
      });
  }

  #indicator(row: number, named: readonly Named[]): RowUse {
    const deepest = named.at(-1)!.level;
    let fresh = false;
    for (const { cell, level, column, bareToo } of named) {
      const { name, amount } = nameAndAmount(this.#cells.own(row, cell.column), bareToo);
      const there = this.#chain[level];
      // Tables without merged cells repeat the names of the levels on every row.
      if (!fresh && level < deepest && there && there.name.value === name) continue;
      fresh = true;
      const node = this.#blank(row, level, column, { value: name, cell }, amount);
      const parent = this.#chain.slice(0, level).findLast((each) => each !== undefined);
      (parent?.children ?? this.#tree).push(node);
      this.#chain = this.#chain.slice(0, level);
      this.#chain[level] = node;
    }
    const target = this.#chain.findLast((each) => each !== undefined)!;
    this.#fill(row, target);
    return 'indicator';
  }

  #blank(
    row: number,
    level: number,
    column: number,
    name: ReadNode['name'],
    inName: Amount | null,
  ): RawNode {
    const at = (role: Role) => ({ value: '', cell: this.#cells.cellOf(row, role) });
    const amount = (role: Role) => ({ text: '', cell: this.#cells.cellOf(row, role) });
    const own = amount(`weight${column}` as Role);
    // Written out, and not spread: a table may have thousands of rows, and is read again at each key.
    return {
      key: addressOf(name.cell!),
      level,
      row,
      name,
      inName,
      children: [],
      criteria: at('criteria'),
      explanation: at('explanation'),
      responsible: at('responsible'),
      selfReason: at('selfReason'),
      self: amount('selfScore'),
      grid: amount('step'),
      amount: own.cell ? own : amount('points'),
    };
  }

  #fill(row: number, target: RawNode): void {
    for (const { index, role } of this.#cells.table.columns) {
      const text = this.#cells.own(row, index);
      const weight = weightOf(role);
      if (weight !== null) this.#weigh(row, index, weight, text, target);
      if (text === '') continue;
      const cell = { row, column: index };
      if (role === 'points') target.amount = { text, cell };
      else if (role === 'selfScore') target.self = { text: isNothing(text) ? '' : text, cell };
      else if (role === 'step') target.grid = { text, cell };
      else if ((TEXTS as readonly string[]).includes(role))
        target[role as TextField] = { value: isNothing(text) ? '' : text, cell };
    }
  }

  /** A weight belongs to its level's indicator on the row where that starts; else it is a repeat. */
  #weigh(row: number, column: number, weight: number, text: string, target: RawNode): void {
    if (text === '') return;
    const level = weight + this.#nesting.above;
    const outlined = this.#nesting.lines.has(row);
    const node = outlined || level > target.level ? target : this.#chain[level];
    if (node?.row === row) node.amount = { text, cell: { row, column } };
  }

  /** A row without names goes on with the texts of the one above; amounts have no place there. */
  #goOn(row: number): RowUse {
    const own = (column: number) => this.#cells.own(row, column);
    const { columns } = this.#cells.table;
    const target = this.#chain.findLast((each) => each !== undefined);
    const more = columns.filter(
      ({ index, role }) => (TEXTS as readonly string[]).includes(role) && own(index) !== '',
    );
    const lost = columns.find(
      ({ index, role }) =>
        (role === 'points' || role === 'selfScore' || weightOf(role) !== null) &&
        !isNothing(own(index)),
    );
    if (target && !lost && more.length > 0 && row < this.#sorted.ended) {
      for (const { index, role } of more) {
        const field = target[role as TextField];
        target[role as TextField] = {
          value: field.value === '' ? own(index) : `${field.value}\n${own(index)}`,
          cell: field.value === '' ? { row, column: index } : field.cell,
        };
      }
      return 'more';
    }
    if (!lost && more.length === 0) return 'note';
    const cell = { row, column: (lost ?? more[0]!).index };
    const [first] = this.#cells.entries(row);
    this.#doubts.push(doubt('row-unplaced', cell, row + 1, oneLine(first!.text)));
    return 'unplaced';
  }
}

/** Cells of the table that hold nothing but a formula's error. */
export function failedFormulas(sheet: Sheet, table: Table): Doubt[] {
  const read = table.columns.filter(({ role }) => role !== 'ignored');
  return sheet.rows.flatMap((_, row) => {
    if (row < table.body) return [];
    return read.flatMap(({ index }) => {
      const cell = { row, column: index };
      const text = textAt(sheet, cell);
      return FORMULA_ERROR.test(text) ? [doubt('formula-error', cell, text)] : [];
    });
  });
}
