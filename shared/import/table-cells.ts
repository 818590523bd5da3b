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

  constructor(sheet: Sheet, table: Table) {
    this.sheet = sheet;
    this.table = table;
    this.cover = new Cover(sheet);
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
    const cell = { row, column };
    if (this.cover.isCovered(cell)) return '';
    const text = textAt(this.sheet, cell);
    return FORMULA_ERROR.test(text) ? '' : text;
  }

  /** The row's own texts, by column. */
  entries(row: number): { column: number; text: string }[] {
    const width = this.sheet.rows[row]?.length ?? 0;
    return Array.from({ length: width }, (_, column) => ({
      column,
      text: this.own(row, column),
    })).filter(({ text }) => text !== '');
  }

  columnOf(role: Role): Column | undefined {
    return this.table.columns.find((column) => column.role === role);
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
