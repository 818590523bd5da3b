import type { Command } from '../../shared/panel/commands.ts';
import type { Answer } from '../../shared/wire/events.ts';
import type { CardStore } from './card.svelte.ts';

export type Ask = (command: Command) => Promise<Answer>;

/** Silence up to here needs no explanation. */
const PATIENCE = 1000;

/** Handing in: first everything durable, because the server judges what it has; then the command. */
export class Submission {
  #card: CardStore;
  #ask: Ask;
  #stage = $state<'idle' | 'saving' | 'sending'>('idle');
  #slow = $state(false);
  #refused = $state.raw<Extract<Answer, { ok: false }> | 'not-accepted' | null>(null);

  constructor(card: CardStore, ask: Ask) {
    this.#card = card;
    this.#ask = ask;
  }

  get busy(): boolean {
    return this.#stage !== 'idle';
  }
  /** What is under way, once it takes so long that somebody wonders. */
  get waitingFor(): 'saving' | 'sending' | null {
    return this.#slow && this.#stage !== 'idle' ? this.#stage : null;
  }
  /** Why it was not done: the server's answer, or a value that it had not accepted before. */
  get refused(): Extract<Answer, { ok: false }> | 'not-accepted' | null {
    return this.#refused;
  }

  handIn(): Promise<void> {
    return this.#run(async () => {
      this.#stage = 'saving';
      await this.#card.flushed();
      if (this.#card.refusals.length > 0) {
        this.#refused = 'not-accepted';
        return;
      }
      this.#stage = 'sending';
      this.#note(await this.#ask({ type: 'submit-card' }));
    });
  }

  takeBack(): Promise<void> {
    return this.#run(async () => {
      this.#stage = 'sending';
      this.#note(await this.#ask({ type: 'take-back-card' }));
    });
  }

  #note(answer: Answer): void {
    this.#refused = answer.ok ? null : answer;
  }

  /** A second press while the first is on its way does nothing. */
  async #run(work: () => Promise<void>): Promise<void> {
    if (this.busy) return;
    this.#refused = null;
    this.#slow = false;
    const slow = setTimeout(() => (this.#slow = true), PATIENCE);
    try {
      await work();
    } finally {
      clearTimeout(slow);
      this.#stage = 'idle';
    }
  }
}
