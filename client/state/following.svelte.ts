import { Panel } from './panel.svelte.ts';

/**
 * The project that a page of a sitting shows. The next one is opened beside it and takes its place
 * when its first view is there, so that nobody ever looks at an empty page in between.
 */
export class Following {
  readonly #seat: string;
  #shown = $state.raw<Panel | null>(null);
  #coming = $state.raw<Panel | null>(null);

  constructor(seat: string) {
    this.#seat = seat;
  }

  get shown(): Panel | null {
    return this.#shown;
  }

  /** Another project has been asked for and is not there yet. */
  get turning(): boolean {
    return this.#coming !== null;
  }

  /** Makes this the project to show; null: none. Asked again for the same one it does nothing. */
  show(panel: string | null): void {
    if ((this.#coming ?? this.#shown)?.panel === panel) return;
    this.#coming?.close();
    this.#coming = null;
    if (panel === this.#shown?.panel) return;
    if (panel === null) this.#take(null);
    else this.#coming = new Panel(panel, this.#seat);
  }

  /** Is what was asked for ready to be seen? Then it is shown, and the one before is let go. */
  settle(): void {
    const coming = this.#coming;
    if (!coming) return;
    if ((!coming.view || !coming.paper) && !coming.farewell) return;
    this.#coming = null;
    this.#take(coming);
  }

  close(): void {
    this.#coming?.close();
    this.#shown?.close();
  }

  #take(next: Panel | null): void {
    const before = this.#shown;
    this.#shown = next;
    before?.close();
  }
}
