import { addIndicator, blankIndicator, updateIndicator } from '../../shared/framework/edits.ts';
import { parseName } from '../../shared/framework/parse-name.ts';
import type { Indicator } from '../../shared/framework/terms.ts';
import { findById, isLeaf, visitById, walk } from '../../shared/framework/tree.ts';
import type { Column, LeafField } from './columns.ts';
import { unusedId, type Editable } from './framework-acts.ts';
import { amountOf } from './paste-amount.ts';

export interface Pasted {
  next: Editable;
  /** Cells that changed something. */
  placed: number;
  /** Texts that fit nowhere or could not be read, for a sentence that names them. */
  unplaced: string[];
}

/** More rows than a framework can have: what lies beyond was no framework. */
const MOST_ROWS = 400;
const TOTAL_ROW = /^(合计|总计|总分|小计|total)/i;

/**
 * Puts a pasted table into the editor from one cell on: `row` counts leaves, `column` is the place
 * in `columns` where its first column goes. Rows that exist are updated in place; further rows are
 * new leaves, in which an empty level cell means "the same as above", as merged cells are copied.
 * An empty cell never erases anything.
 */
export function pasteTable(
  now: Editable,
  cells: readonly (readonly string[])[],
  at: { row: number; column: number },
  columns: readonly (Column | null)[],
): Pasted {
  const paste = new Paste(now);
  cells.slice(0, MOST_ROWS).forEach((texts, index) => {
    const entries = texts.flatMap((text, offset): Entry[] => {
      const column = columns[at.column + offset];
      return column && text !== '' ? [{ column, text }] : [];
    });
    if (entries.length > 0) paste.row(at.row + index, entries);
  });
  return { next: paste.now, placed: paste.placed, unplaced: paste.unplaced };
}

interface Entry {
  column: Column;
  text: string;
}

class Paste {
  now: Editable;
  placed = 0;
  unplaced: string[] = [];
  /** The ids from the first level down to each leaf that was there before. */
  readonly #chains: string[][];
  #last: string[];

  constructor(now: Editable) {
    this.now = now;
    this.#chains = chainsOf(now);
    this.#last = this.#chains.at(-1) ?? [];
  }

  row(index: number, entries: readonly Entry[]): void {
    const chain = this.#chains[index];
    if (chain) this.#update(chain, this.#chains[index - 1] ?? [], entries);
    else this.#append(entries);
  }

  #update(chain: string[], above: string[], entries: readonly Entry[]): void {
    for (const { column, text } of entries) {
      // A leaf above the last level covers the level columns on its right.
      const level = Math.min(levelOf(column, chain.length), chain.length);
      const id = chain[level - 1]!;
      // A merged cell belongs to the row where it starts; further down it is only repeated.
      if (id !== above[level - 1]) this.#put(id, column, text);
      else if (!this.#repeats(id, column, text)) this.unplaced.push(text);
    }
  }

  #append(entries: readonly Entry[]): void {
    if (TOTAL_ROW.test(entries[0]!.text)) return;
    const named = entries.filter(({ column }) => column.kind === 'level');
    if (named.length === 0) {
      this.unplaced.push(...entries.map(({ text }) => text));
      return;
    }
    const levels = named.map(({ column }) => levelOf(column));
    const depth = Math.max(...levels);
    const first = Math.min(...levels.filter((_, index) => !this.#goesOn(named[index]!, depth)));
    // Above the first name the levels go on; a leaf among them stays one, and ends the way down.
    const kept = this.#last.slice(0, first - 1);
    let chain = kept.filter((id) => !isLeaf(findById(this.now.framework, id)!));
    for (let level = first; level <= depth; level += 1) chain = this.#grow(chain);
    this.#last = chain;
    for (const { column, text } of entries) {
      const below = depth - levelOf(column, depth);
      const id = chain.at(-1 - below);
      if (id !== undefined && below >= 0) this.#put(id, column, text);
      else this.unplaced.push(text);
    }
  }

  /** Tables without merged cells repeat the names of the levels on every row. */
  #goesOn({ column, text }: Entry, depth: number): boolean {
    const id = this.#last[levelOf(column) - 1];
    return levelOf(column) < depth && id !== undefined && this.#repeats(id, column, text);
  }

  #grow(chain: string[]): string[] {
    const blank = blankIndicator(unusedId(this.now));
    const parent = chain.at(-1) ?? null;
    const framework = addIndicator(this.now.framework, parent, Infinity, blank);
    this.now = { ...this.now, framework };
    return [...chain, blank.id];
  }

  #put(id: string, column: Column, text: string): void {
    const before = this.now;
    if (column.kind === 'level') this.#name(id, text);
    else this.#fill(id, column.kind === 'weight' ? 'points' : column.field, text);
    if (this.now !== before) this.placed += 1;
    else if (!this.#repeats(id, column, text)) this.unplaced.push(text);
  }

  #name(id: string, text: string): void {
    const { name, points } = parseName(text.replaceAll(/\s*\n\s*/g, ''));
    this.#change(id, points === null ? { name } : { name, points });
  }

  #fill(id: string, field: LeafField, text: string): void {
    if (field === 'criteria' || field === 'explanation' || field === 'responsible')
      return this.#change(id, { [field]: text });
    const own = this.now.selfAssessment[id];
    if (field === 'selfReason') return own && this.#assess(id, own.score, text);
    const amount = amountOf(text);
    if (amount === null) return;
    if (field === 'selfScore') return this.#assess(id, amount, own?.reason ?? '');
    if (field === 'points') return this.#change(id, { points: amount });
    if (amount > 0) this.#change(id, { step: amount });
  }

  #change(id: string, change: Partial<Indicator>): void {
    this.now = { ...this.now, framework: updateIndicator(this.now.framework, id, change) };
  }

  #assess(id: string, score: number, reason: string): void {
    const selfAssessment = { ...this.now.selfAssessment, [id]: { score, reason } };
    this.now = { ...this.now, selfAssessment };
  }

  #repeats(id: string, column: Column, text: string): boolean {
    const indicator = visitById(this.now.framework, id)!.indicator;
    if (column.kind === 'level') return parseName(text).name === indicator.name;
    return column.kind === 'weight' && amountOf(text) === indicator.points;
  }
}

/** The level that a column speaks of; a leaf's columns speak of the row's last one. */
function levelOf(column: Column, last = 0): number {
  return column.kind === 'leaf' ? last : column.level;
}

function chainsOf({ framework }: Editable): string[][] {
  const chain: string[] = [];
  return walk(framework).flatMap(({ indicator, depth }) => {
    chain.splice(depth - 1, Infinity, indicator.id);
    return isLeaf(indicator) ? [[...chain]] : [];
  });
}
