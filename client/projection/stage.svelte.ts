import type { ProjectionView } from '../../shared/views/terms.ts';
import { actBetween, slideOf, type LastAct, type Slide } from './slides.ts';

/** Milliseconds for which a decision stays on its indicator before the whole is shown. */
const SETTLING = 3500;

/** Remembers what the room saw happen last, so that the right slide is up. */
export class Stage {
  #view = $state.raw<ProjectionView>()!;
  #act = $state<LastAct>('none');
  #settling = $state(false);
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(view: ProjectionView) {
    this.show(view, null);
  }

  get slide(): Slide {
    return slideOf(this.#view, this.#act, this.#settling);
  }

  /** The next view of the panel; `before` is the one shown so far. */
  show(view: ProjectionView, before: ProjectionView | null = this.#view): void {
    this.#view = view;
    const seen = actBetween(before, view);
    if (!seen) return;
    clearTimeout(this.#timer);
    this.#act = seen.act;
    this.#settling = seen.settling;
    if (seen.settling) this.#timer = setTimeout(() => (this.#settling = false), SETTLING);
  }

  close(): void {
    clearTimeout(this.#timer);
  }
}
