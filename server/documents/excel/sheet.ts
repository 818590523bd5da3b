import {
  type Orientation,
  PAPER_WIDTH,
  SHORT_TABLE,
  type Table,
} from '../../../shared/documents/table.ts';
import type { HeaderFact } from '../../../shared/documents/project.ts';
import { A4, EDGE_MARGIN, mm } from '../layout/units.ts';
import { Grid } from './grid.ts';
import { putFacts, putProse, putText, putTitle } from './prose.ts';
import { putTable } from './put-table.ts';
import type { Section } from './sections.ts';
import { onColumnsOf } from './shared-columns.ts';
import { CAPTION } from './style.ts';

/** A little narrower and shorter than the paper, so that no rounding makes another page of it. */
const RESERVE = 0.985;
/** Points. Higher than this, what is frozen would leave no room to scroll in. */
const HIGHEST_FROZEN = 320;
const GAP = 12;

/** Title and facts, on the first sheet only. */
export interface Lead {
  title: string;
  facts: readonly HeaderFact[];
}

/** One sheet of a workbook while it is written from top to bottom. */
export class Sheet {
  readonly name: string;
  readonly orientation: Orientation;
  /** Millimetres. */
  readonly columns: readonly number[];
  readonly grid: Grid;
  readonly #widths: readonly number[];
  readonly #page: number;
  readonly breaks: number[] = [];
  /** The rows that are repeated on each page. */
  head: { from: number; to: number } | null = null;

  constructor({ name, table }: Section, paper: Orientation) {
    this.name = name;
    this.orientation = table?.paper ?? paper;
    // Two halves where there is no table: facts stand side by side in them.
    const half = PAPER_WIDTH[this.orientation] / 2;
    this.columns = table?.widths ?? [half, half];
    this.#widths = this.columns.map((width) => mm(width) * RESERVE);
    this.#page = (A4[this.orientation].height - 2 * EDGE_MARGIN) * RESERVE;
    this.grid = new Grid(this.columns.length);
  }

  /** Writes the section that the sheet was made for. */
  begin(section: Section, title: string, lead: Lead | null): void {
    if (lead) {
      putTitle(this.grid, lead.title, this.#width);
      putFacts(this.grid, lead.facts, this.#widths);
      this.grid.next(6);
    }
    this.#put(section, title, lead !== null);
  }

  /**
   * Writes another section below: one whose table is short, suits these columns and has room on the
   * last page, as signatures below the table that is signed. False: it needs a sheet of its own.
   */
  takes(section: Section, title: string): boolean {
    const table = section.table && this.#fitted(section.table);
    if (!table || !this.head) return false;
    const below = { ...section, table };
    const trial = new Sheet(below, this.orientation);
    trial.begin(below, title, null);
    if (this.#used + GAP + trial.#used > this.#page || trial.breaks.length > 0) return false;
    this.grid.next(GAP);
    const head = this.head;
    this.#put(below, title, false);
    this.head = head;
    return true;
  }

  /** How many rows stay in sight. */
  get frozen(): number {
    const to = this.head?.to ?? 0;
    return this.grid.height(0, to) <= HIGHEST_FROZEN ? to : 0;
  }

  #fitted(table: Table): Table | null {
    const isShort = table.body.length + table.foot.length <= SHORT_TABLE;
    if (!isShort || table.paper !== this.orientation) return null;
    return onColumnsOf({ widths: this.columns }, table);
  }

  #put({ before, table, after }: Section, title: string, opens: boolean): void {
    putProse(this.grid, before, this.#width);
    if (table) {
      if (table.title !== title) putText(this.grid, table.title, CAPTION, this.#width, 8);
      const at = { widths: this.#widths, page: this.#page, used: this.#used, opens };
      const { head, breaks } = putTable(this.grid, table, at);
      this.head = head;
      this.breaks.push(...breaks);
    }
    putProse(this.grid, after, this.#width);
  }

  get #width(): number {
    return this.#widths.reduce((sum, each) => sum + each, 0);
  }

  /** Of the page at hand, in points. */
  get #used(): number {
    return this.grid.height((this.breaks.at(-1) ?? -1) + 1, this.grid.row) % this.#page;
  }
}
