import type { LogJson } from '../../shared/documents/log-json.ts';
import type { Problem } from '../../shared/wire/http.ts';
import { api, ApiProblem } from './api.ts';

/** The exported log of a panel, fetched when somebody wants to read it. */
export class PanelRecord {
  readonly #panel: string;
  readonly #seat: string;
  #log = $state.raw<LogJson | null>(null);
  #problem = $state.raw<Problem | null>(null);
  #asked = 0;

  constructor(panel: string, seat: string) {
    this.#panel = panel;
    this.#seat = seat;
  }

  /** The newest that was fetched; stays while a newer one is on its way. */
  get log(): LogJson | null {
    return this.#log;
  }
  /** Why the last attempt failed. */
  get problem(): Problem | null {
    return this.#problem;
  }

  async load(): Promise<void> {
    const asked = ++this.#asked;
    try {
      const log = await api.log(this.#panel, this.#seat);
      if (asked !== this.#asked) return;
      this.#log = log;
      this.#problem = null;
    } catch (failure) {
      if (!(failure instanceof ApiProblem)) throw failure;
      if (asked === this.#asked) this.#problem = failure.problem;
    }
  }
}
