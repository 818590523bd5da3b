import { diskFiles, type FileStore } from '../../server/log/file-store.ts';

type Boundary = 'open' | 'write' | 'sync' | 'truncate' | 'syncFolder';

/**
 * The disk, with failures on demand at the log's I/O boundaries. Everything that does not fail is
 * done for real.
 */
export class FaultyFiles implements FileStore {
  /** Boundaries in the order in which they were passed. */
  readonly passed: Boundary[] = [];
  #failing = new Map<Boundary, { times: number; code: string }>();
  #holding = new Map<Boundary, Promise<void>>();

  /** The next `times` at `boundary` reject with `code`; a write gets half of its bytes out first. */
  fail(boundary: Boundary, code: string, times = 1): void {
    this.#failing.set(boundary, { times, code });
  }

  /** Whoever comes to `boundary` waits there until the returned function is called. */
  hold(boundary: Boundary): () => void {
    let release = (): void => {};
    this.#holding.set(boundary, new Promise((resolve) => (release = resolve)));
    return () => {
      this.#holding.delete(boundary);
      release();
    };
  }

  async open(path: string): Promise<number> {
    await this.#pass('open');
    return diskFiles.open(path);
  }

  async write(file: number, bytes: Buffer, position: number): Promise<void> {
    await this.#pass('write', () =>
      diskFiles.write(file, bytes.subarray(0, bytes.length >> 1), position),
    );
    return diskFiles.write(file, bytes, position);
  }

  async sync(file: number): Promise<void> {
    await this.#pass('sync');
    return diskFiles.sync(file);
  }

  async truncate(file: number, length: number): Promise<void> {
    await this.#pass('truncate');
    return diskFiles.truncate(file, length);
  }

  async syncFolder(path: string): Promise<void> {
    await this.#pass('syncFolder');
    return diskFiles.syncFolder(path);
  }

  length(file: number): number {
    return diskFiles.length(file);
  }

  close(file: number): Promise<void> {
    return diskFiles.close(file);
  }

  async #pass(boundary: Boundary, halfway?: () => Promise<void>): Promise<void> {
    this.passed.push(boundary);
    await this.#holding.get(boundary);
    const failure = this.#failing.get(boundary);
    if (!failure || failure.times === 0) return;
    failure.times -= 1;
    await halfway?.();
    throw Object.assign(new Error(`${failure.code}: made by the test`), { code: failure.code });
  }
}
