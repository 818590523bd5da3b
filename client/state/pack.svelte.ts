import { downloadZip } from 'client-zip';
import type { DocumentFormat } from '../../shared/documents/formats.ts';
import type { Language } from '../../shared/documents/words.ts';
import type { DocumentListing, Problem } from '../../shared/wire/http.ts';
import { api, ApiProblem, OFFLINE } from './api.ts';
import { saveFile } from './save-file.ts';

export const FORMAT_NAMES: Readonly<Record<DocumentFormat, string>> = {
  ...{ docx: 'Word', xlsx: 'Excel', pdf: 'PDF' },
};

/** What is under way: `n` of `of` files are there, `file` is the one at hand. */
export type Stage =
  | { at: 'idle' }
  | { at: 'writing'; file: string; n: number; of: number }
  | { at: 'failed'; file: string; n: number; of: number; problem: Problem }
  | { at: 'done'; file: string; of: number };

interface Wanted {
  id: string;
  format: DocumentFormat;
  /** In the zip: '意见表' of the project stands in the folder of its format. */
  path: string;
}

interface Order {
  language: Language;
  /** The name of the zip without its extension. */
  name: string;
  /** Of the panel when the pack was begun: all files are of one moment. */
  version: string;
  wanted: Wanted[];
  files: { name: string; input: Blob }[];
}

/** How often a file is asked for again while the server writes other people's. */
const TRIES = 12;

/**
 * The documents of a panel as one zip, made here from single downloads: any node can answer each of
 * them, the progress is real, and what is there needn't be fetched again after a fault.
 */
export class DocumentPack {
  readonly #panel: string;
  readonly #seat: string;
  #stage = $state.raw<Stage>({ at: 'idle' });
  #retry: () => Promise<void> = async () => {};
  #stop = new AbortController();

  constructor(panel: string, seat: string) {
    this.#panel = panel;
    this.#seat = seat;
  }

  get stage(): Stage {
    return this.#stage;
  }

  /** Fetches every document in every format and saves the zip; `name` without its extension. */
  async start(language: Language, name: string): Promise<void> {
    const stop = this.#begin('');
    this.#retry = () => this.start(language, name);
    await this.#working(stop, async () => {
      const { documents, version } = await api.documents(this.#panel, this.#seat, language);
      const order = { language, name, version, wanted: wantedOf(documents), files: [] };
      this.#retry = () => this.#working(this.#begin(''), (again) => this.#fill(order, again));
      await this.#fill(order, stop);
    });
  }

  /** Goes on after a fault with the file that failed. */
  async again(): Promise<void> {
    await this.#retry();
  }

  /** Saves one document. */
  async one(id: string, format: DocumentFormat, language: Language, file: string): Promise<void> {
    const stop = this.#begin(file);
    this.#retry = () => this.one(id, format, language, file);
    await this.#working(stop, async () => {
      const { blob } = await this.#fetch({ id, format }, language, stop);
      saveFile(blob, file);
      this.#stage = { at: 'done', file, of: 1 };
    });
  }

  /** Ends what is under way and forgets what was fetched. */
  cancel(): void {
    this.#stop.abort();
    this.#retry = async () => {};
    this.#stage = { at: 'idle' };
  }

  #begin(file: string): AbortSignal {
    this.#stop.abort();
    this.#stop = new AbortController();
    this.#stage = { at: 'writing', file, n: 0, of: 0 };
    return this.#stop.signal;
  }

  async #working(stop: AbortSignal, work: (stop: AbortSignal) => Promise<void>): Promise<void> {
    try {
      await work(stop);
    } catch (failure) {
      if (stop.aborted) return;
      const problem = failure instanceof ApiProblem ? failure.problem : OFFLINE;
      const { file, n, of } = this.#stage as Extract<Stage, { at: 'writing' }>;
      this.#stage = { at: 'failed', file, n, of, problem };
    }
  }

  async #fill(order: Order, stop: AbortSignal): Promise<void> {
    const { wanted, files, language } = order;
    while (files.length < wanted.length) {
      // Stopped while an answer was under way: what was cancelled must not show itself again.
      stop.throwIfAborted();
      const next = wanted[files.length]!;
      const n = files.length;
      this.#stage = { at: 'writing', file: next.path, n, of: wanted.length };
      const { blob, version } = await this.#fetch(next, language, stop);
      // Somebody signed meanwhile: a pack of two moments would contradict itself.
      if (version !== order.version) return this.start(language, order.name);
      files.push({ name: next.path, input: blob });
    }
    const file = `${order.name}.zip`;
    const zip = await downloadZip(files).blob();
    if (stop.aborted) return;
    saveFile(zip, file);
    this.#retry = async () => {};
    this.#stage = { at: 'done', file, of: wanted.length };
  }

  async #fetch(
    { id, format }: Pick<Wanted, 'id' | 'format'>,
    language: Language,
    stop: AbortSignal,
  ): Promise<{ blob: Blob; version: string }> {
    for (let tries = 1; ; tries += 1)
      try {
        return await api.document(this.#panel, this.#seat, `${id}.${format}`, language, stop);
      } catch (failure) {
        const wait = failure instanceof ApiProblem ? failure.problem.retryAfter : undefined;
        if (wait === undefined || tries === TRIES || stop.aborted) throw failure;
        await new Promise((resolve) => setTimeout(resolve, wait * 1000));
      }
  }
}

/** Word files first, then Excel, then PDF: each in printing order and in a folder of its own. */
function wantedOf(documents: readonly DocumentListing[]): Wanted[] {
  const formats = [...new Set(documents.flatMap(({ formats }) => formats))];
  return formats.flatMap((format) =>
    documents
      .filter((document) => document.formats.includes(format))
      .map(({ id, file }) => ({
        ...{ id, format, path: `${FORMAT_NAMES[format]}/${file}.${format}` },
      })),
  );
}
