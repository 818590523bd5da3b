import { hasBareAmounts, nameAndAmount, readAmount, type Amount } from './amounts.ts';
import { bare, isNothing, oneLine } from './bare.ts';
import type { Column } from './columns.ts';
import { doubt, type Doubt } from './doubts.ts';
import { isAnotherHead, type Table } from './find-table.ts';
import { levelOf, weightOf, type Role } from './roles.ts';
import { addressOf, Cover, textAt, type Cell, type Sheet } from './sheet.ts';
import { TEXTS, type ReadNode, type TextField } from './tree.ts';

/** What became of a row. */
export type RowUse =
  | 'before'
  | 'head'
  | 'indicator'
  /** Goes on with the texts of the indicator above. */
  | 'more'
  | 'total'
  | 'note'
  | 'hidden'
  | 'left-out'
  | 'unplaced'
  | 'blank'
  | 'after';

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

export interface RawAmount {
  text: string;
  cell: Cell | null;
}

/** What a row of totals says. */
export interface Totals {
  points: RawAmount;
  self: RawAmount;
}

export interface RawTable {
  tree: RawNode[];
  uses: RowUse[];
  /** The last row of totals; subtotals are read past. */
  totals: Totals | null;
  doubts: Doubt[];
}

const TOTAL =
  /^(?:.{0,8}(?:小计|合计|总计)|总分|总得分|共计|(?:sub)?total|grandtotal)(?:得分|分值|分|[:：].*|\(.*\))?$/;
const SUBTOTAL = /小计|^subtotal/;
const NOTE =
  /^(?:(?:注|备注|说明|等级|评价等级|评价结论|notes?|grade|remarks?)(?:[\d①-⑩]?[:.、].*)?$|填表|审核人|制表|签[字名]|专家签|专家组|组长签)/;
const FORMULA_ERROR = /^#(?:REF!|N\/A|VALUE!|DIV\/0!|NAME\?|NUM!|NULL!)$/;

/** Reads the rows under the head. `skipped`: rows that a person left out. */
export function readRows(sheet: Sheet, table: Table, skipped: ReadonlySet<number>): RawTable {
  return new Rows(sheet, table, skipped).read();
}

class Rows {
  readonly #sheet: Sheet;
  readonly #table: Table;
  readonly #cover: Cover;
  readonly #skipped: ReadonlySet<number>;
  readonly #levels: { column: number; level: number; bareToo: boolean }[];
  readonly #headings: ReadonlySet<string>;
  readonly #tree: RawNode[] = [];
  readonly #doubts: Doubt[] = [];
  /** The indicators that the row stands in, by level; a level may be skipped. */
  #chain: (RawNode | undefined)[] = [];
  #totals: Totals | null = null;

  constructor(sheet: Sheet, table: Table, skipped: ReadonlySet<number>) {
    this.#sheet = sheet;
    this.#table = table;
    this.#cover = new Cover(sheet);
    this.#skipped = skipped;
    this.#levels = table.columns.flatMap(({ index, role }) => {
      const level = levelOf(role);
      if (level === null) return [];
      const names = sheet.rows
        .slice(table.body)
        .map((row) => (row[index] ?? '').trim())
        .filter((name) => name !== '');
      return [{ column: index, level, bareToo: hasBareAmounts(names) }];
    });
    this.#headings = new Set(table.columns.flatMap(({ heading }) => heading.split('\n').map(bare)));
    this.#levels.sort((a, b) => a.level - b.level);
  }

  read(): RawTable {
    const { head, body } = this.#table;
    let over = false;
    const uses = this.#sheet.rows.map((_, row): RowUse => {
      if (row < (head?.first ?? 0)) return 'before';
      if (row < body) return 'head';
      if (over) return 'after';
      if (this.#skipped.has(row)) return 'left-out';
      if (this.#sheet.hiddenRows.includes(row)) return 'hidden';
      const use = this.#row(row);
      over = use === 'after';
      return use;
    });
    return { tree: this.#tree, uses, totals: this.#totals, doubts: this.#doubts };
  }

  #row(row: number): RowUse {
    const texts = this.#ownTexts(row);
    if (texts.length === 0) return 'blank';
    if (this.#isOurHead(texts)) return 'head';
    if (isAnotherHead(this.#sheet, this.#cover, row)) return 'after';
    const first = bare(texts[0]!);
    const named = this.#levels.filter(({ column }) => this.#own(row, column) !== '');
    const title = named
      .map(({ column }) => bare(this.#own(row, column)))
      .find((text) => TOTAL.test(text));
    if (title !== undefined || TOTAL.test(first)) return this.#total(row, title ?? first);
    if (this.#isNote(row, first, texts.length)) return 'note';
    if (named.length > 0) return this.#indicator(row, named);
    return this.#goOn(row, texts[0]!);
  }

  #total(row: number, title: string): RowUse {
    if (SUBTOTAL.test(title)) return 'total';
    const points = this.#raw(row, 'points');
    const self = this.#raw(row, 'selfScore');
    const last = this.#table.columns.findLast(({ role }) => weightOf(role) !== null);
    const weight = last ? this.#rawAt(row, last.index) : points;
    this.#totals = { points: points.text === '' ? weight : points, self };
    return 'total';
  }

  /** Words about the table: they say so themselves, or stand alone across the names and beyond. */
  #isNote(row: number, first: string, cells: number): boolean {
    const amounts = this.#table.columns.filter(
      ({ role }) => role === 'points' || role === 'selfScore' || weightOf(role) !== null,
    );
    if (amounts.some(({ index }) => readAmount(this.#own(row, index)) !== null)) return false;
    if (NOTE.test(first) && (this.#totals !== null || cells <= 2)) return true;
    const column = (this.#sheet.rows[row] ?? []).findIndex(
      (_, each) => this.#own(row, each) !== '',
    );
    const merge = this.#cover.mergeAt({ row, column });
    const last = Math.max(...this.#levels.map((level) => level.column));
    return cells === 1 && (this.#totals !== null || (merge !== null && merge.right > last));
  }

  #indicator(
    row: number,
    named: readonly { column: number; level: number; bareToo: boolean }[],
  ): RowUse {
    const deepest = named.at(-1)!.level;
    let fresh = false;
    for (const { column, level, bareToo } of named) {
      const cell = { row, column };
      const { name, amount } = nameAndAmount(this.#own(row, column), bareToo);
      const there = this.#chain[level];
      // Tables without merged cells repeat the names of the levels on every row.
      if (!fresh && level < deepest && there && there.name.value === name) continue;
      fresh = true;
      const node = this.#blank(row, level, { value: name, cell }, amount);
      const parent = this.#chain.slice(0, level).findLast((each) => each !== undefined);
      (parent?.children ?? this.#tree).push(node);
      this.#chain = this.#chain.slice(0, level);
      this.#chain[level] = node;
    }
    const target = this.#chain.findLast((each) => each !== undefined)!;
    this.#fill(row, target);
    return 'indicator';
  }

  #blank(row: number, level: number, name: ReadNode['name'], inName: Amount | null): RawNode {
    const at = (role: Role) => ({ value: '', cell: this.#cellOf(row, role) });
    const amount = (role: Role) => ({ text: '', cell: this.#cellOf(row, role) });
    const own = amount(`weight${level}` as Role);
    return {
      ...{ key: addressOf(name.cell!), level, row, name, inName, children: [] },
      ...{ criteria: at('criteria'), explanation: at('explanation') },
      ...{ responsible: at('responsible'), selfReason: at('selfReason') },
      ...{ self: amount('selfScore'), grid: amount('step') },
      amount: own.cell ? own : amount('points'),
    };
  }

  #fill(row: number, target: RawNode): void {
    for (const { index, role } of this.#table.columns) {
      const text = this.#own(row, index);
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
  #weigh(row: number, column: number, level: number, text: string, target: RawNode): void {
    if (text === '') return;
    const node = level > target.level ? target : this.#chain[level];
    if (node?.row === row) node.amount = { text, cell: { row, column } };
  }

  /** A row without names goes on with the texts of the one above; amounts have no place there. */
  #goOn(row: number, first: string): RowUse {
    const target = this.#chain.findLast((each) => each !== undefined);
    const more = this.#table.columns.filter(
      ({ index, role }) =>
        (TEXTS as readonly string[]).includes(role) && this.#own(row, index) !== '',
    );
    const lost = this.#table.columns.find(
      ({ index, role }) =>
        (role === 'points' || role === 'selfScore' || weightOf(role) !== null) &&
        !isNothing(this.#own(row, index)),
    );
    if (target && !lost && more.length > 0 && this.#totals === null) {
      for (const { index, role } of more) {
        const field = target[role as TextField];
        const text = this.#own(row, index);
        target[role as TextField] = {
          value: field.value === '' ? text : `${field.value}\n${text}`,
          cell: field.value === '' ? { row, column: index } : field.cell,
        };
      }
      return 'more';
    }
    if (!lost && more.length === 0) return 'note';
    const cell = { row, column: (lost ?? more[0]!).index };
    this.#doubts.push(doubt('row-unplaced', cell, row + 1, oneLine(first)));
    return 'unplaced';
  }

  /** A table that goes on over the page repeats its head. */
  #isOurHead(texts: readonly string[]): boolean {
    return texts.length >= 2 && texts.every((text) => this.#headings.has(bare(text)));
  }

  #ownTexts(row: number): string[] {
    const width = this.#sheet.rows[row]?.length ?? 0;
    return Array.from({ length: width }, (_, column) => this.#own(row, column)).filter(
      (text) => text !== '',
    );
  }

  /** The text of a cell that stands for itself: '' where a merge covers it or a formula failed. */
  #own(row: number, column: number): string {
    const cell = { row, column };
    if (this.#cover.isCovered(cell)) return '';
    const text = textAt(this.#sheet, cell);
    return FORMULA_ERROR.test(text) ? '' : text;
  }

  #raw(row: number, role: Role): RawAmount {
    const column = this.#columnOf(role);
    return column ? this.#rawAt(row, column.index) : { text: '', cell: null };
  }
  #rawAt(row: number, column: number): RawAmount {
    return { text: this.#own(row, column), cell: { row, column } };
  }
  #cellOf(row: number, role: Role): Cell | null {
    const column = this.#columnOf(role);
    return column ? { row, column: column.index } : null;
  }
  #columnOf(role: Role): Column | undefined {
    return this.#table.columns.find((column) => column.role === role);
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
