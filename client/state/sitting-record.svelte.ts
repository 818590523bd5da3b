import type { SittingLogJson } from '../../shared/documents/sitting-record.ts';
import type { Problem } from '../../shared/wire/http.ts';
import { api, ApiProblem } from './api.ts';

/** The exported log of a sitting, fetched when somebody wants to read it. */
export class SittingRecord {
  #log = $state.raw<SittingLogJson | null>(null);
  #problem = $state.raw<Problem | null>(null);

  get log(): SittingLogJson | null {
    return this.#log;
  }
  get problem(): Problem | null {
    return this.#problem;
  }

  async load(sitting: string, seat: string): Promise<void> {
    try {
      this.#log = await api.sittingLog(sitting, seat);
      this.#problem = null;
    } catch (failure) {
      if (!(failure instanceof ApiProblem)) throw failure;
      this.#problem = failure.problem;
    }
  }
}
