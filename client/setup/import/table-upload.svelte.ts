import type { Sheet } from '../../../shared/import/sheet.ts';
import { importWords as words } from '../../i18n/setup-import.ts';
import type { Text } from '../../i18n/language.svelte.ts';
import { ApiProblem, OFFLINE } from '../../state/api.ts';
import { readTable, type Upload } from '../../state/upload.ts';

/** A reading that is over sooner needs no progress. */
const SLOW_MS = 1000;
const MAX_BYTES = 10 * 1024 * 1024;

/** A table on its way to the server and back as sheets. */
export class TableUpload {
  #name = $state('');
  #percent = $state<number | null>(null);
  #slow = $state(false);
  #problem = $state.raw<Text | null>(null);
  #upload = $state.raw<Upload<Sheet[]> | null>(null);

  get name(): string {
    return this.#name;
  }
  get underWay(): boolean {
    return this.#upload !== null;
  }
  /** Percent sent, once it takes longer than a moment. */
  get percent(): number | null {
    return this.#slow ? this.#percent : null;
  }
  get problem(): Text | null {
    return this.#problem;
  }

  /** The file's sheets; null where it was stopped or can't be read, and then `problem` says why. */
  async take(owner: string, file: File): Promise<Sheet[] | null> {
    this.stop();
    this.#name = file.name;
    this.#problem = file.size > MAX_BYTES ? words.tooLarge : null;
    if (this.#problem) return null;
    const upload = readTable(owner, file, (bytes) => {
      this.#percent = Math.floor((100 * bytes) / Math.max(1, file.size));
    });
    this.#upload = upload;
    const timer = setTimeout(() => (this.#slow = true), SLOW_MS);
    try {
      const sheets = await upload.kept;
      return this.#upload === upload ? sheets : null;
    } catch (error) {
      if (this.#upload === upload)
        this.#problem = error instanceof ApiProblem ? error.problem : OFFLINE;
      return null;
    } finally {
      clearTimeout(timer);
      if (this.#upload === upload) this.#rest();
    }
  }

  stop(): void {
    const upload = this.#upload;
    this.#rest();
    this.#problem = null;
    upload?.stop();
  }

  #rest(): void {
    this.#upload = null;
    this.#percent = null;
    this.#slow = false;
  }
}
