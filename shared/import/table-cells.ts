import { hasBareAmounts } from './amounts.ts';
import type { Column } from './columns.ts';
import type { Table } from './find-table.ts';
import { levelOf, weightOf, type Role } from './roles.ts';
import { addressOf, Cover, textAt, type Cell, type Sheet } from './sheet.ts';

/** An amount's text with its cell, not yet judged. */
export interface RawAmount {
  text: string;
  cell: Cell | null;
}

export interface LevelColumn {
  column: number;
  level: number;
  /** Brackets with a number and nothing else are points in this column. */
  bareToo: boolean;
}

export const FORMULA_ERROR = /^#(?:REF!|N\/A|VALUE!|DIV\/0!|NAME\?|NUM!|NULL!)$/;

/** The cells of a table by what its columns hold. */
export class TableCells {
  readonly sheet: Sheet;
  readonly table: Table;
  readonly cover: Cover;
  /** From the first level down. */
  readonly levels: readonly LevelColumn[];
  /** Own texts by row, read once: a large table is asked for them dozens of times. */
  readonly #own: string[][] = [];
  readonly #columns = new Map<Role, Column>();

  constructor(sheet: Sheet, table: Table) {
    this.sheet = sheet;
    this.table = table;
    this.cover = new Cover(sheet);
    for (const column of table.columns)
      if (!this.#columns.has(column.role)) this.#columns.set(column.role, column);
    this.levels = table.columns
      .flatMap(({ index, role }): LevelColumn[] => {
        const level = levelOf(role);
        if (level === null) return [];
        const names = sheet.rows
          .slice(table.body)
          .map((row) => (row[index] ?? '').trim())
          .filter((name) => name !== '');
        return [{ column: index, level, bareToo: hasBareAmounts(names) }];
      })
      .sort((a, b) => a.level - b.level);
  }

  /** The text of a cell that stands for itself: '' where a merge covers it or a formula failed. */
  own(row: number, column: number): string {
    const texts = (this.#own[row] ??= (this.sheet.rows[row] ?? []).map((_, each) => {
      const cell = { row, column: each };
      const text = textAt(this.sheet, cell);
      return text === '' || this.cover.isCovered(cell) || FORMULA_ERROR.test(text) ? '' : text;
    }));
    return texts[column] ?? '';
  }

  /** The row's own texts, by column. */
  entries(row: number): { column: number; text: string }[] {
    const width = this.sheet.rows[row]?.length ?? 0;
    const found: { column: number; text: string }[] = [];
    for (let column = 0; column < width; column += 1) {
      const text = this.own(row, column);
      if (text !== '') found.push({ column, text });
    }
    return found;
  }

  columnOf(role: Role): Column | undefined {
    return this.#columns.get(role);
  }
  cellOf(row: number, role: Role): Cell | null {
    const column = this.columnOf(role);
    return column ? { row, column: column.index } : null;
  }
  raw(row: number, role: Role): RawAmount {
    const column = this.columnOf(role);
    return column ? this.rawAt(row, column.index) : { text: '', cell: null };
  }
  rawAt(row: number, column: number): RawAmount {
    return { text: this.own(row, column), cell: { row, column } };
  }

  /** Columns of points, of levels or leaves. */
  get amounts(): Column[] {
    return this.table.columns.filter(({ role }) => role === 'points' || weightOf(role) !== null);
  }

  /**
   * How far a name is set in, in widths of a character: a step of the office table counts two, and a
   * single blank is a slip.
   */
  indentAt(cell: Cell): number {
    const raw = this.sheet.rows[cell.row]?.[cell.column] ?? '';
    const blanks = /^[\s\u3000]*/.exec(raw)![0];
    const width = [...blanks].reduce((sum, each) => sum + (/[\u3000\t]/.test(each) ? 2 : 1), 0);
    return (width > 1 ? width : 0) + 2 * (this.sheet.indents?.[addressOf(cell)] ?? 0);
  }
}
