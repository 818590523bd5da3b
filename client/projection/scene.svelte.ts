import type { ProjectionView } from '../../shared/views/terms.ts';
import { AFTER_SEAL, settledBetween, shownOf, type Shown } from './slides.ts';

/** Milliseconds for which a decision stays on its indicator before the whole is shown. */
const SETTLING = 3500;
/** Milliseconds for which the seal stands before the room is thanked. */
const SEAL_STANDS = 20_000;

export type Scened = Pick<ProjectionView, 'stage' | 'tally' | 'phase'>;

/** What is on a screen: the stage, and the short waits between its slides. */
export class Scene {
  #view = $state.raw<Scened>()!;
  #settling = $state<string | null>(null);
  #before = $state<number | null>(null);
  /** Place among the slides after the seal; nobody but this screen knows it. */
  #place = $state(AFTER_SEAL.indexOf('sealed'));
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(view: Scened) {
    this.show(view, null);
  }

  get shown(): Shown {
    if (this.#view.phase === 'sealed' && this.#view.stage.slide === 'sealed')
      return { slide: AFTER_SEAL[this.#place]!, leaf: null, step: 0 };
    return shownOf(this.#view, this.#settling);
  }

  /** The total before the decision that was just taken; null for a screen that did not see it. */
  get before(): number | null {
    return this.#before;
  }

  /** The next view of the panel; `before` is the one shown so far. */
  show(view: Scened, before: Scened | null = this.#view): void {
    if (view.tally?.total !== this.#view?.tally?.total) this.#before = before?.tally?.total ?? null;
    this.#view = view;
    const settled = settledBetween(before, view);
    const moved = view.stage.mode === 'led' || view.stage.slide !== before?.stage.slide;
    if (settled !== null) this.#wait(SETTLING, () => (this.#settling = null));
    else if (moved && view.stage.slide === 'sealed') this.#wait(SEAL_STANDS, () => this.turn(1));
    if (settled !== null) this.#settling = settled;
    else if (moved) this.#settling = null;
  }

  /** After the seal: the slide before or after. */
  turn(step: 1 | -1): void {
    const next = this.#place + step;
    if (this.#view.phase !== 'sealed' || AFTER_SEAL[next] === undefined) return;
    clearTimeout(this.#timer);
    this.#place = next;
  }

  close(): void {
    clearTimeout(this.#timer);
  }

  #wait(milliseconds: number, then: () => void): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(then, milliseconds);
  }
}
