import { nameAndAmount, readAmount } from './amounts.ts';
import { bare, isNothing } from './bare.ts';
import { isAnotherHead } from './find-table.ts';
import { numberingOf, serialOf } from './numbering.ts';
import { weightOf } from './roles.ts';
import type { Cell } from './sheet.ts';
import type { RawAmount, TableCells } from './table-cells.ts';

/** What a row is by its own look. `rest`: no name, so it goes on with the row above, or is unplaced. */
export type RowKind =
  | 'before'
  | 'head'
  | 'named'
  /** A heading on a row of its own, above the rows that follow. */
  | 'section'
  | 'rest'
  | 'total'
  | 'note'
  | 'hidden'
  | 'left-out'
  | 'blank'
  | 'after';

/** What a row of totals says. */
export interface Totals {
  points: RawAmount;
  self: RawAmount;
}

export interface SortedRows {
  kinds: RowKind[];
  /** Where the name of a section stands, by row. */
  sections: ReadonlyMap<number, Cell>;
  /** The last row of totals; subtotals are read past. */
  totals: Totals | null;
  /** The first row of totals; Infinity where there is none. */
  ended: number;
}

const TOTAL =
  /^(?:.{0,8}(?:小计|合计|总计)|总分|总得分|共计|(?:sub)?total|grandtotal)(?:得分|分值|分|[:：].*|\(.*\))?$/;
const SUBTOTAL = /小计|^subtotal/;
const NOTE =
  /^(?:(?:注|备注|说明|等级|评价等级|评价结论|notes?|grade|remarks?)(?:[\d①-⑩]?[:.、].*)?$|填表|审核人|制表|签[字名]|专家签|专家组|组长签)/;
/** Words about the table, and no heading in it. */
const SENTENCE = /[。；;?？!！]|[:：]\s*\S/;
const REMARK = /^[(（].*[)）]$/;
const LONGEST_HEADING = 60;
/** Of one that neither a number nor points mark as a heading. */
const LONGEST_PLAIN = 24;

/** Sorts the rows under the head. `skipped`: rows that a person left out. */
export function sortRows(cells: TableCells, skipped: ReadonlySet<number>): SortedRows {
  return new Sorting(cells, skipped).sort();
}

class Sorting {
  readonly #cells: TableCells;
  readonly #skipped: ReadonlySet<number>;
  readonly #headings: ReadonlySet<string>;
  readonly #firstLevel: number;
  readonly #lastLevel: number;
  #totals: Totals | null = null;
  #ended = Infinity;

  constructor(cells: TableCells, skipped: ReadonlySet<number>) {
    this.#cells = cells;
    this.#skipped = skipped;
    const { columns } = cells.table;
    this.#headings = new Set(columns.flatMap(({ heading }) => heading.split('\n').map(bare)));
    const levels = cells.levels.map(({ column }) => column);
    this.#firstLevel = Math.min(...levels);
    this.#lastLevel = Math.max(...levels);
  }

  sort(): SortedRows {
    const { sheet, table } = this.#cells;
    const sections = new Map<number, Cell>();
    let over = false;
    const kinds = sheet.rows.map((_, row): RowKind => {
      if (row < (table.head?.first ?? 0)) return 'before';
      if (row < table.body) return 'head';
      if (over) return 'after';
      if (this.#skipped.has(row)) return 'left-out';
      if (sheet.hiddenRows.includes(row)) return 'hidden';
      const kind = this.#kind(row);
      over = kind === 'after';
      const heading = kind === 'note' || kind === 'rest' ? this.#heading(row) : null;
      if (heading) sections.set(row, heading);
      return kind;
    });
    // A heading has rows below it; the same words with nothing below are a note.
    let followed = false;
    for (let row = kinds.length - 1; row >= table.body; row -= 1) {
      if (kinds[row] === 'total') followed = false;
      if (kinds[row] === 'named') followed = true;
      if (sections.has(row) && followed) kinds[row] = 'section';
      else sections.delete(row);
    }
    this.#aboveHead(kinds, sections);
    return { kinds, sections, totals: this.#totals, ended: this.#ended };
  }

  /** A table that repeats its head under each heading has the first heading above its first head. */
  #aboveHead(kinds: RowKind[], sections: Map<number, Cell>): void {
    const row = (this.#cells.table.head?.first ?? 0) - 1;
    const repeats = [...sections.keys()].some((each) => kinds[each + 1] === 'head');
    const heading = row >= 0 && repeats ? this.#heading(row) : null;
    if (!heading) return;
    kinds[row] = 'section';
    sections.set(row, heading);
  }

  #kind(row: number): RowKind {
    const entries = this.#cells.entries(row);
    if (entries.length === 0) return 'blank';
    if (entries.length >= 2 && entries.every(({ text }) => this.#headings.has(bare(text))))
      return 'head';
    const texts = entries.map(({ text }) => text);
    if (isAnotherHead(this.#cells.entries(row - 1), texts)) return 'after';
    const first = bare(entries[0]!.text);
    const names = this.#cells.levels
      .map(({ column }) => this.#cells.own(row, column))
      .filter((name) => name !== '');
    const title = [...names.map(bare), first].find((text) => TOTAL.test(text));
    if (title !== undefined) return this.#total(row, title);
    if (this.#isNote(row, first, entries)) return 'note';
    return names.length > 0 ? 'named' : 'rest';
  }

  #total(row: number, title: string): RowKind {
    if (SUBTOTAL.test(title)) return 'total';
    const points = this.#cells.raw(row, 'points');
    const self = this.#cells.raw(row, 'selfScore');
    const last = this.#cells.table.columns.findLast(({ role }) => weightOf(role) !== null);
    const weight = last ? this.#cells.rawAt(row, last.index) : points;
    this.#totals = { points: points.text === '' ? weight : points, self };
    this.#ended = Math.min(this.#ended, row);
    return 'total';
  }

  /** Words about the table: they say so themselves, or stand alone across the names and beyond. */
  #isNote(row: number, first: string, entries: readonly { column: number }[]): boolean {
    const amounts = this.#cells.table.columns.filter(
      ({ role }) => role === 'points' || role === 'selfScore' || weightOf(role) !== null,
    );
    if (amounts.some(({ index }) => readAmount(this.#cells.own(row, index)) !== null)) return false;
    if (NOTE.test(first) && (this.#totals !== null || entries.length <= 2)) return true;
    const merge = this.#cells.cover.mergeAt({ row, column: entries[0]!.column });
    return (
      entries.length === 1 &&
      (this.#totals !== null || (merge !== null && merge.right > this.#lastLevel))
    );
  }

  /** The cell of a heading: the row's only text beside a serial number, in front or right across. */
  #heading(row: number): Cell | null {
    const { cover, table } = this.#cells;
    const all = this.#cells.entries(row);
    const own = all.filter(({ column }) => table.columns[column]?.why !== 'serial');
    const [only, more] = own.length > 0 ? own : all;
    if (!only || more || only.column > this.#firstLevel) return null;
    const text = only.text.trim();
    const cell = { row, column: only.column };
    const merge = cover.mergeAt(cell);
    const across = merge !== null && merge.right > this.#lastLevel;
    const { name, amount } = nameAndAmount(text, true);
    const marked = amount !== null || numberingOf(name) !== null;
    if (NOTE.test(bare(text)) || isNothing(text) || readAmount(text) !== null) return null;
    if (name.length > (marked ? LONGEST_HEADING : LONGEST_PLAIN)) return null;
    if (amount === null && SENTENCE.test(name)) return null;
    if (!marked && REMARK.test(text)) return null;
    if (own.length === 0 && serialOf(text) !== null) return null;
    // Alone in front, or below the totals, only a number or points make it a heading.
    return marked || (across && this.#totals === null) ? cell : null;
  }
}
