import type { EvidenceFile } from '../../shared/panel/evidence.ts';
import type { Text } from '../i18n/language.svelte.ts';
import { ApiProblem, OFFLINE } from '../state/api.ts';
import { uploadFile, type Upload } from '../state/upload.ts';
import { hopeless } from './evidence.ts';

/** An upload is worth a progress bar once it has taken this long; most are over before. */
const SLOW_MS = 1000;

/** A file that was chosen or dropped and is not evidence yet. */
export interface Sending {
  id: number;
  leaf: string;
  file: File;
  /** Percent sent, or null while there is nothing to show. */
  percent: number | null;
  /** Why it is not there, or null while it is under way. */
  problem: Text | null;
}

/** The files on their way: one after the other, so that ten large ones don't slow each other down. */
export class Uploads {
  #panel: string;
  #onKept: (leaf: string, file: EvidenceFile) => void;
  #list: readonly Sending[] = $state.raw([]);
  #current: { id: number; upload: Upload } | null = null;
  #last = 0;

  constructor(panel: string, onKept: (leaf: string, file: EvidenceFile) => void) {
    this.#panel = panel;
    this.#onKept = onKept;
  }

  of(leaf: string): Sending[] {
    return this.#list.filter((sending) => sending.leaf === leaf);
  }
  get underWay(): boolean {
    return this.#list.some(({ problem }) => problem === null);
  }

  add(leaf: string, files: Iterable<File>): void {
    const added = [...files].map((file): Sending => ({
      ...{ id: ++this.#last, leaf, file, percent: null, problem: hopeless(file) },
    }));
    this.#list = [...this.#list, ...added];
    void this.#next();
  }

  /** Stops it, or puts a failed one away. */
  drop({ id }: Sending): void {
    this.#list = this.#list.filter((sending) => sending.id !== id);
    if (this.#current?.id === id) this.#current.upload.stop();
  }

  retry({ id }: Sending): void {
    this.#change(id, { problem: null });
    void this.#next();
  }

  close(): void {
    this.#list = [];
    this.#current?.upload.stop();
  }

  async #next(): Promise<void> {
    const first = this.#list.find(({ problem }) => problem === null);
    if (this.#current || !first) return;
    const { id, leaf, file } = first;
    let slow = false;
    let sent = 0;
    const show = () => {
      if (slow) this.#change(id, { percent: Math.floor((100 * sent) / file.size) });
    };
    const upload = uploadFile(this.#panel, file, (bytes) => {
      sent = bytes;
      show();
    });
    this.#current = { id, upload };
    const timer = setTimeout(() => {
      slow = true;
      show();
    }, SLOW_MS);
    try {
      const kept = await upload.kept;
      // Stopped at the last moment: what the server has and nobody names is shown to nobody.
      if (this.#list.some((sending) => sending.id === id)) this.#onKept(leaf, kept);
      this.drop(first);
    } catch (error) {
      const problem = error instanceof ApiProblem ? error.problem : OFFLINE;
      this.#change(id, { problem, percent: null });
    } finally {
      clearTimeout(timer);
      this.#current = null;
    }
    await this.#next();
  }

  #change(id: number, part: Partial<Sending>): void {
    this.#list = this.#list.map((sending) =>
      sending.id === id ? { ...sending, ...part } : sending,
    );
  }
}
