import type { Command } from '../../shared/panel/commands.ts';
import type { Answer } from '../../shared/wire/events.ts';

/** Sends a command; the server's answer. */
export type Ask = (command: Command) => Promise<Answer>;

export type Refused = Extract<Answer, { ok: false }>;

/** One act of a person: on its way, done, or refused with a sentence that stays until the next try. */
export class Act {
  #ask: Ask;
  #busy = $state(false);
  #refused = $state.raw<Refused | null>(null);

  constructor(ask: Ask) {
    this.#ask = ask;
  }

  get busy(): boolean {
    return this.#busy;
  }
  get refused(): Refused | null {
    return this.#refused;
  }

  /** Answers whether it was done. A second press while the first is on its way does nothing. */
  async run(command: Command): Promise<boolean> {
    if (this.#busy) return false;
    this.#busy = true;
    try {
      return await this.send(command);
    } finally {
      this.#busy = false;
    }
  }

  /** `run` for wishes that may overtake each other. */
  async send(command: Command): Promise<boolean> {
    this.#refused = null;
    try {
      const answer = await this.#ask(command);
      if (!answer.ok) this.#refused = answer;
      return answer.ok;
    } catch {
      // Nothing answers any more: this device was shown out, and its page says so.
      return false;
    }
  }

  forget(): void {
    this.#refused = null;
  }
}
