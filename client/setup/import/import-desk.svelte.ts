import { tick } from 'svelte';
import { adoptTree, matchSelf } from '../../../shared/import/adopt.ts';
import type { FoundFact } from '../../../shared/import/project-facts.ts';
import {
  readFramework,
  type Corrections,
  type Reading,
} from '../../../shared/import/read-framework.ts';
import { levelOf, type Role } from '../../../shared/import/roles.ts';
import { addressOf, Cover, textAt, type Cell, type Sheet } from '../../../shared/import/sheet.ts';
import {
  AMOUNTS,
  isReadLeaf,
  readLeaves,
  TEXTS,
  walkRead,
  type ReadNode,
} from '../../../shared/import/tree.ts';
import { leavesOf } from '../../../shared/framework/tree.ts';
import type { Project, Setup } from '../../../shared/panel/terms.ts';
import type { Editable } from '../framework-acts.ts';

/** A table that takes longer to read, in milliseconds, is read again when the typing pauses. */
const SLOW = 40;
const PAUSE = 250;

/** A table between being read and being taken over: its sheets, what was corrected, where one looks. */
export class ImportDesk {
  #now: () => Setup;
  #sheets = $state.raw<readonly Sheet[]>([]);
  #name = $state('');
  #loose = false;
  #corrections: Corrections = $state.raw({});
  #cell = $state.raw<Cell | null>(null);
  #facts = $state.raw<readonly string[]>([]);
  /** Typed into the chosen cell, and not read yet. */
  #typed = $state.raw<string | null>(null);
  #timer: ReturnType<typeof setTimeout> | undefined;
  /** Milliseconds that the last reading took. */
  #took = 0;
  /** Take the self-assessment alone. */
  selfOnly = $state(false);

  readonly reading: Reading | null = $derived.by(() => {
    if (this.#sheets.length === 0) return null;
    const started = performance.now();
    const reading = readFramework(this.#sheets, this.#corrections);
    this.#took = performance.now() - started;
    return reading;
  });
  readonly matching = $derived.by(() =>
    this.reading ? matchSelf(this.reading.tree, this.#now().framework) : null,
  );

  constructor(now: () => Setup) {
    this.#now = now;
  }

  get sheets(): readonly Sheet[] {
    return this.#sheets;
  }
  get name(): string {
    return this.#name;
  }
  get cell(): Cell | null {
    return this.#cell;
  }
  /** One column holds the names of all levels. */
  get oneColumn(): boolean {
    const { columns = [], tree = [] } = this.reading ?? {};
    const names = columns.filter(({ role }) => levelOf(role) !== null);
    return names.length === 1 && tree.some((node) => !isReadLeaf(node));
  }
  get leaves(): ReadNode[] {
    return readLeaves(this.reading?.tree ?? []);
  }
  /** The indicator that the chosen cell belongs to. */
  get node(): ReadNode | null {
    const { cell } = this;
    if (!cell || !this.reading) return null;
    // A level starts in the row of its first leaf, whose values are the leaf's.
    return walkRead(this.reading.tree).findLast((node) => cellsOf(node).some(isAt(cell))) ?? null;
  }

  /** `loose`: pasted as a table, so names alone will do. */
  open(sheets: readonly Sheet[], name: string, loose = false): void {
    this.close();
    this.#loose = loose;
    this.#corrections = { loose };
    this.#name = name;
    this.selfOnly = false;
    this.#sheets = sheets;
    const { project, framework } = this.#now();
    const wanted = (this.reading?.facts ?? [])
      .filter(({ field }) => project[field] === '' || project[field] === null)
      .map(({ field }): string => field);
    this.#facts = framework.title.trim() === '' ? [...wanted, 'title'] : wanted;
  }

  close(): void {
    clearTimeout(this.#timer);
    this.#typed = null;
    this.#sheets = [];
    this.#cell = null;
  }

  wants(fact: keyof Project | 'title'): boolean {
    return this.#facts.includes(fact);
  }
  want(fact: keyof Project | 'title', wanted: boolean): void {
    const others = this.#facts.filter((each) => each !== fact);
    this.#facts = wanted ? [...others, fact] : others;
  }

  choose(cell: Cell | null): void {
    this.#read();
    this.#cell = cell && this.reading ? new Cover(this.reading.corrected).originOf(cell) : null;
  }

  /** Shows a cell, and brings the keyboard to where it is corrected. */
  async show(cell: Cell): Promise<void> {
    this.choose(cell);
    await tick();
    document
      .getElementById(cellElement(this.#cell!))
      ?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
    document.getElementById('import-cell-text')?.focus({ preventScroll: true });
  }

  /** What the chosen cell holds, and what the sheet says where that was corrected. */
  get text(): { now: string; original: string } {
    const { cell, reading } = this;
    if (!cell || !reading) return { now: '', original: '' };
    return {
      now: this.#typed ?? textAt(reading.corrected, cell),
      original: textAt(this.#sheets[reading.sheet]!, cell),
    };
  }

  useSheet(sheet: number): void {
    this.#read();
    this.#corrections = { sheet, loose: this.#loose };
    this.#cell = null;
  }
  useRole(column: number, role: Role): void {
    this.#read();
    const roles: Record<number, Role> = { ...this.#corrections.roles };
    // A role is one column's: the one that had it is read no more.
    const had = this.reading?.columns.find((each) => each.role === role && each.index !== column);
    if (role !== 'ignored' && had) roles[had.index] = 'ignored';
    this.#correct({ roles: { ...roles, [column]: role } });
  }
  useHead(row: number): void {
    this.#read();
    this.#correct({ head: row, roles: {} });
  }
  write(text: string): void {
    if (!this.#cell) return;
    clearTimeout(this.#timer);
    this.#typed = text;
    if (this.#took < SLOW) this.#read();
    else this.#timer = setTimeout(() => this.#read(), PAUSE);
  }
  skip(row: number, skipped: boolean): void {
    this.#read();
    const others = (this.#corrections.skipped ?? []).filter((each) => each !== row);
    this.#correct({ skipped: skipped ? [...others, row] : others });
  }
  isSkipped(row: number): boolean {
    return this.#corrections.skipped?.includes(row) ?? false;
  }
  get corrections(): Corrections {
    return this.#corrections;
  }

  /** What the editor would hold. */
  adopted(used: Iterable<string>): Editable {
    this.#read();
    const { framework } = this.#now();
    if (this.selfOnly) return { framework, selfAssessment: this.matching!.selfAssessment };
    const { tree, title } = this.reading!;
    const called = this.wants('title') && title ? title.value : framework.title;
    return adoptTree(tree, called, framework, used);
  }

  /** The project's facts that are wanted. */
  facts(): Partial<Project> {
    this.#read();
    const wanted = (this.reading?.facts ?? []).filter(({ field }) => this.wants(field));
    return Object.fromEntries(wanted.map(({ field, value }: FoundFact) => [field, value]));
  }

  /** Indicators that are there now. */
  get there(): number {
    return leavesOf(this.#now().framework).length;
  }

  /** Reads the sheet with what was typed last. */
  #read(): void {
    clearTimeout(this.#timer);
    const [cell, text] = [this.#cell, this.#typed];
    this.#typed = null;
    if (!cell || text === null) return;
    const texts = { ...this.#corrections.texts, [addressOf(cell)]: text };
    if (text === this.text.original) delete texts[addressOf(cell)];
    this.#correct({ texts });
  }

  #correct(part: Partial<Corrections>): void {
    const sheet = this.reading?.sheet ?? 0;
    this.#corrections = { ...this.#corrections, sheet, ...part };
  }
}

export const cellElement = (cell: Cell): string => `import-${addressOf(cell)}`;

const isAt = (cell: Cell) => (other: Cell | null) =>
  other?.row === cell.row && other.column === cell.column;

export function cellsOf(node: ReadNode): (Cell | null)[] {
  return [
    node.name,
    ...TEXTS.map((field) => node[field]),
    ...AMOUNTS.map((field) => node[field]),
  ].map(({ cell }) => cell);
}
