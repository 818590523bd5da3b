import { leavesOf } from '../../shared/framework/tree.ts';
import { LEAF_SLIDES, type Led, type Slide } from '../../shared/panel/stage.ts';
import type { Paper, StageView } from '../../shared/views/terms.ts';
import { deckOf, slidesOf, turned } from '../projection/deck.ts';
import { pagesOf } from '../projection/overview.ts';
import type { Refused } from '../state/act.svelte.ts';
import type { Ask, ConsoleView } from './terms.ts';

interface Place {
  view: () => ConsoleView;
  paper: () => Paper;
  ask: Ask;
}

interface Wish {
  led: Led | null;
  blank: boolean;
  /** The version that shows it, once the server has answered. */
  from: number | null;
}

/**
 * Leading the projection. A wish counts at once for the next one (quick keys go on from it), while
 * what is shown stays what the panel says.
 */
export class Lead {
  #place: Place;
  #wish = $state.raw<Wish | null>(null);
  #refused = $state.raw<Refused | null>(null);

  constructor(place: Place) {
    this.#place = place;
  }

  readonly leaves = $derived.by(() => leavesOf(this.#place.paper().setup.framework));
  readonly slides = $derived.by(() => slidesOf(this.#place.view()));
  readonly stage = $derived.by((): StageView => {
    const { stage, version } = this.#place.view();
    const wish = this.#wish;
    if (!wish || (wish.from !== null && version >= wish.from)) return stage;
    return { ...stage, ...wish.led, mode: wish.led ? 'led' : 'follow', blank: wish.blank };
  });
  readonly #deck = $derived.by(() => {
    const view = this.#place.view();
    const ids = this.leaves.map(({ id }) => id);
    return deckOf(view, ids, pagesOf(this.leaves, view.spreads ?? []).length);
  });
  readonly next = $derived.by(() => turned(this.#deck, this.stage, 1));
  readonly previous = $derived.by(() => turned(this.#deck, this.stage, -1));

  get refused(): Refused | null {
    return this.#refused;
  }

  turn(by: 1 | -1): void {
    const led = by === 1 ? this.next : this.previous;
    if (led) void this.#set(led, this.stage.blank);
  }

  toggleBlank(): void {
    void this.#set(this.stage.mode === 'led' ? this.#here() : null, !this.stage.blank);
  }

  /** Follows the meeting, or stays at what is up now. */
  toggleFollow(): void {
    void this.#set(this.stage.mode === 'led' ? null : this.#here(), this.stage.blank);
  }

  /** Leads to a slide, or follows (null). One about an indicator takes the one that is talked about. */
  choose(slide: Slide | null): void {
    if (slide === null) return void this.#set(null, this.stage.blank);
    const { discussing } = this.#place.view();
    const about = this.stage.leaf ?? discussing ?? this.leaves[0]?.id ?? null;
    const leaf = LEAF_SLIDES.includes(slide) ? about : null;
    void this.#set({ slide, leaf, step: 0 }, this.stage.blank);
  }

  #here(): Led {
    const { slide, leaf, step } = this.stage;
    return { slide, leaf: LEAF_SLIDES.includes(slide) ? leaf : null, step };
  }

  async #set(led: Led | null, blank: boolean): Promise<void> {
    const wish: Wish = { led, blank, from: null };
    this.#wish = wish;
    this.#refused = null;
    try {
      const answer = await this.#place.ask({ type: 'set-stage', led, blank });
      if (!answer.ok) this.#refused = answer;
      if (this.#wish === wish) this.#wish = answer.ok ? { ...wish, from: answer.version } : null;
    } catch {
      // Nothing answers any more: this device was shown out, and its page says so.
      this.#wish = null;
    }
  }
}
