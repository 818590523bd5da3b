import type { Command } from '../../shared/panel/commands.ts';
import type { StageView } from '../../shared/views/terms.ts';
import type { Answer } from '../../shared/wire/events.ts';

type Ask = (command: Command) => Promise<Answer>;
type Staged = Pick<StageView, 'mode' | 'slide' | 'leaf' | 'step' | 'blank'>;

/**
 * Whether this screen is dark. Its own key acts at once, also while it is cut off; the panel is told,
 * so that the console knows, and whatever the panel says later counts.
 */
export class Dark {
  #ask: Ask;
  #stage = $state.raw<Staged | null>(null);
  #own = $state<boolean | null>(null);
  #telling = false;

  constructor(ask: Ask) {
    this.#ask = ask;
  }

  get blank(): boolean {
    return this.#own ?? this.#stage?.blank ?? false;
  }

  /** What the panel says: it overrules our own key, once the panel has heard of that. */
  show(stage: Staged): void {
    if (stage.blank !== this.#stage?.blank && !this.#telling) this.#own = null;
    this.#stage = stage;
  }

  async toggle(): Promise<void> {
    this.#own = !this.blank;
    if (this.#telling) return;
    this.#telling = true;
    try {
      // One at a time and the last wish last, however often the key is pressed while cut off.
      for (let told: boolean | null = null; told !== this.#own;) {
        told = this.#own;
        if (!this.#stage || told === null) return;
        const wish = { type: 'set-stage', led: ledOf(this.#stage), blank: told } as const;
        if (!(await this.#ask(wish)).ok) return;
      }
    } finally {
      this.#telling = false;
    }
  }
}

/** The slide that is led, as a command says it; null where the screen follows. */
export function ledOf({ mode, slide, leaf, step }: Staged) {
  return mode === 'led' ? { slide, leaf, step } : null;
}
