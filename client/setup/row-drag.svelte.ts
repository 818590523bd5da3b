import { findById, leavesUnder, visitById } from '../../shared/framework/tree.ts';
import { dropTarget } from './framework-acts.ts';
import type { FrameworkEditor } from './framework-editor.svelte.ts';

/** Pixels from the edge of the window where dragging scrolls, and how far it does so a frame. */
const EDGE = 72;
const SCROLL = 12;

/** Dragging an indicator by its handle: where it would land, and the drop. */
export class RowDrag {
  #editor: FrameworkEditor;
  #dragged: string | null = $state(null);
  #target: { id: string; side: 'before' | 'after' } | null = $state.raw(null);
  #y = 0;

  constructor(editor: FrameworkEditor) {
    this.#editor = editor;
  }

  get dragged(): string | null {
    return this.#dragged;
  }

  /** The level that it would land on: the line starts in that level's column. */
  get depth(): number {
    const { framework } = this.#editor.now;
    return (this.#target && visitById(framework, this.#target.id)?.depth) ?? 0;
  }

  /** The line to draw on a leaf's row: above it, below it, or none. */
  markOn(leaf: string): 'before' | 'after' | null {
    if (!this.#target) return null;
    const { id, side } = this.#target;
    const rows = this.#rowsOf(id);
    const marked = side === 'before' ? rows[0] : rows.at(-1);
    return marked === leaf ? side : null;
  }

  start(event: PointerEvent, id: string): void {
    if (event.button !== 0) return;
    // Otherwise the browser starts to select text, or the field loses the keyboard.
    event.preventDefault();
    (event.currentTarget as HTMLElement).setPointerCapture(event.pointerId);
    this.#dragged = id;
    this.#y = event.clientY;
    requestAnimationFrame(() => this.#scroll());
  }

  move(event: PointerEvent): void {
    if (this.#dragged === null) return;
    this.#y = event.clientY;
    const under = document.elementFromPoint(event.clientX, event.clientY);
    const leaf = under?.closest<HTMLElement>('[data-leaf]')?.dataset['leaf'];
    const id = leaf && dropTarget(this.#editor.now.framework, this.#dragged, leaf);
    if (!id) {
      this.#target = null;
      return;
    }
    const rows = this.#rowsOf(id).map((row) => this.#boxOf(row));
    const middle = ((rows[0]?.top ?? 0) + (rows.at(-1)?.bottom ?? 0)) / 2;
    this.#target = { id, side: event.clientY < middle ? 'before' : 'after' };
  }

  end(): void {
    const [dragged, target] = [this.#dragged, this.#target];
    this.cancel();
    if (dragged !== null && target) this.#editor.drop(dragged, target.id, target.side);
  }

  cancel(): void {
    this.#dragged = null;
    this.#target = null;
  }

  #rowsOf(id: string): string[] {
    const indicator = findById(this.#editor.now.framework, id);
    return indicator ? leavesUnder(indicator).map((leaf) => leaf.id) : [];
  }

  #boxOf(leaf: string): DOMRect | undefined {
    return document.querySelector(`[data-leaf="${CSS.escape(leaf)}"]`)?.getBoundingClientRect();
  }

  #scroll(): void {
    if (this.#dragged === null) return;
    if (this.#y < EDGE) scrollBy(0, -SCROLL);
    else if (this.#y > innerHeight - EDGE) scrollBy(0, SCROLL);
    requestAnimationFrame(() => this.#scroll());
  }
}
