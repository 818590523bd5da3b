/** Milliseconds between two views of one panel while entries pour in. */
const WINDOW = 80;

/** The first change at once, then at most one per window, the latest wins. [PB1] */
export class Pace {
  #publish: () => void;
  #timer: NodeJS.Timeout | null = null;
  #dirty = false;

  constructor(publish: () => void) {
    this.#publish = publish;
  }

  /** Something changed; `atOnce`: whatever the window says. */
  changed(atOnce = false): void {
    this.#dirty = true;
    if (this.#timer === null || atOnce) this.#run();
  }

  close(): void {
    if (this.#timer) clearTimeout(this.#timer);
  }

  #run(): void {
    if (this.#timer) clearTimeout(this.#timer);
    this.#dirty = false;
    this.#publish();
    this.#timer = setTimeout(() => {
      this.#timer = null;
      if (this.#dirty) this.#run();
    }, WINDOW);
    this.#timer.unref();
  }
}
