/** Milliseconds in which what is typed in one field goes out as one change. */
export const TYPING_WINDOW = 150;

/**
 * The same for a basis. It is replaced whole, and what was replaced stays in the document's history:
 * written at every keystroke, a few lines would grow to a hundred times their size.
 */
export const LISTING_WINDOW = 800;

/** Which cells are being typed in, and when their text is due. */
export class Typing {
  /** undefined: an input method is composing, so the text is not due before it is done. */
  #due = new Map<string, ReturnType<typeof setTimeout> | undefined>();
  #onDue: (cell: string) => void;

  constructor(onDue: (cell: string) => void) {
    this.#onDue = onDue;
  }

  /** Notes a change of the cell; the window runs from the first change, not from the last. */
  typed(cell: string, composing: boolean, window = TYPING_WINDOW): void {
    if (composing) {
      clearTimeout(this.#due.get(cell));
      this.#due.set(cell, undefined);
    } else if (this.#due.get(cell) === undefined) {
      this.#due.set(
        cell,
        setTimeout(() => {
          this.#due.delete(cell);
          this.#onDue(cell);
        }, window),
      );
    }
  }

  isComposing(cell: string): boolean {
    return this.#due.has(cell) && this.#due.get(cell) === undefined;
  }

  /** The cells (all of them where none is named) have been dealt with. */
  done(cells: readonly string[] = [...this.#due.keys()]): void {
    for (const at of cells) {
      clearTimeout(this.#due.get(at));
      this.#due.delete(at);
    }
  }
}
