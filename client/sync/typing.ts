/** Milliseconds in which what is typed in one field goes out as one change. */
export const TYPING_WINDOW = 150;

/** Which text fields are being typed in, and when their text is due. */
export class Typing {
  /** undefined: an input method is composing, so the text is not due before it is done. */
  #due = new Map<string, ReturnType<typeof setTimeout> | undefined>();
  #onDue: (leaf: string) => void;

  constructor(onDue: (leaf: string) => void) {
    this.#onDue = onDue;
  }

  /** Notes a change of the field; the window runs from the first change, not from the last. */
  typed(leaf: string, composing: boolean): void {
    if (composing) {
      clearTimeout(this.#due.get(leaf));
      this.#due.set(leaf, undefined);
    } else if (this.#due.get(leaf) === undefined) {
      this.#due.set(
        leaf,
        setTimeout(() => {
          this.#due.delete(leaf);
          this.#onDue(leaf);
        }, TYPING_WINDOW),
      );
    }
  }

  isComposing(leaf: string): boolean {
    return this.#due.has(leaf) && this.#due.get(leaf) === undefined;
  }

  /** The field (or every field) has been dealt with. */
  done(leaf?: string): void {
    for (const at of leaf === undefined ? [...this.#due.keys()] : [leaf]) {
      clearTimeout(this.#due.get(at));
      this.#due.delete(at);
    }
  }
}
