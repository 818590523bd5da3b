import { mkdir, readdir } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { prepare } from './chain.ts';
import { LogUnavailable } from './errors.ts';
import { diskFiles, type FileStore } from './file-store.ts';
import { lockFolder } from './folder-lock.ts';
import { Followers } from './followers.ts';
import { keyFromFile } from './key-file.ts';
import { loadPanel } from './load-panel.ts';
import { PanelFile } from './panel-file.ts';
import { checkPanelId, isPanelId } from './panel-id.ts';
import type { Draft, Log, LogRecord, Outcome } from './port.ts';

const SUFFIX = '.log';

/**
 * The log in a folder of this machine: `<dir>/panels/<id>.log`, one line a record, appended and
 * synced before it is acknowledged. One process at a time (`<dir>/lock`).
 * Opening reads and verifies every file. Memory: each panel's fence counters, the newest records
 * of panels that grow (see Tail), one open file for each panel that grew since the start.
 * @throws StoreInUse, LogDamaged.
 */
export async function openEmbeddedLog(dir: string, files: FileStore = diskFiles): Promise<Log> {
  const folder = join(dir, 'panels');
  const made = await mkdir(folder, { recursive: true });
  const release = lockFolder(dir);
  try {
    if (made !== undefined) await syncParents(resolve(folder), dirname(made), files);
    const log = new EmbeddedLog(dir, folder, files, release);
    await log.load();
    return log;
  } catch (error) {
    release();
    throw error;
  }
}

/** New folders are names too, and each lives in the one above it. */
async function syncParents(folder: string, top: string, files: FileStore): Promise<void> {
  for (let path = folder; path !== top && path !== dirname(path);) {
    path = dirname(path);
    await files.syncFolder(path);
  }
}

class EmbeddedLog implements Log {
  readonly #dir: string;
  readonly #folder: string;
  readonly #files: FileStore;
  readonly #release: () => void;
  readonly #panels = new Map<string, PanelFile>();
  readonly #followers = new Followers();
  readonly #notices: string[] = [];
  #closed = false;

  constructor(dir: string, folder: string, files: FileStore, release: () => void) {
    this.#dir = dir;
    this.#folder = folder;
    this.#files = files;
    this.#release = release;
  }

  async load(): Promise<void> {
    for (const name of await readdir(this.#folder)) {
      const panel = name.slice(0, -SUFFIX.length);
      if (!name.endsWith(SUFFIX) || !isPanelId(panel)) continue;
      const loaded = await loadPanel(panel, join(this.#folder, name), this.#files);
      if (loaded.notice !== undefined) this.#notices.push(loaded.notice);
      this.#panels.set(panel, this.#panel(panel, loaded));
    }
  }

  async append(panel: string, drafts: Draft[]): Promise<Outcome[]> {
    checkPanelId(panel);
    if (this.#closed) throw new LogUnavailable('it was closed');
    const prepared = drafts.map(prepare);
    let file = this.#panels.get(panel);
    if (!file) {
      file = this.#panel(panel);
      this.#panels.set(panel, file);
    }
    return file.append(prepared);
  }

  async read(panel: string, after: number): Promise<LogRecord[]> {
    checkPanelId(panel);
    return (this.#panels.get(panel) ?? this.#panel(panel)).read(after);
  }

  async panels(): Promise<string[]> {
    return [...this.#panels].filter(([, file]) => file.head.position > 0).map(([panel]) => panel);
  }

  follow(grown: (panel: string) => void): () => void {
    return this.#followers.add(grown);
  }

  key(): Promise<Buffer> {
    return keyFromFile(this.#dir);
  }

  notices(): string[] {
    return [...this.#notices];
  }

  async close(): Promise<void> {
    if (this.#closed) return;
    this.#closed = true;
    try {
      await Promise.all([...this.#panels.values()].map((file) => file.close()));
    } finally {
      this.#release();
    }
  }

  #panel(panel: string, loaded?: ConstructorParameters<typeof PanelFile>[2]): PanelFile {
    const path = join(this.#folder, panel + SUFFIX);
    const at = { panel, folder: this.#folder, path, files: this.#files };
    return new PanelFile(at, (grown) => this.#followers.tell(grown), loaded);
  }
}
