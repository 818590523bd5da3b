export type DeviceStoreProblem = 'full' | 'forbidden';

/**
 * What this browser keeps for us (localStorage), as JSON. Never throws: a browser may forbid it or
 * run full, and scoring goes on without it, but then says so.
 */
export class DeviceStore {
  #storage: Storage | null;
  #problem: DeviceStoreProblem | null;

  /** null where the browser forbids storage. */
  constructor(storage: Storage | null) {
    this.#storage = storage;
    this.#problem = storage ? null : 'forbidden';
  }

  /** Set while the latest write did not hold. */
  get problem(): DeviceStoreProblem | null {
    return this.#problem;
  }

  /** undefined where nothing is kept, or something that is not ours. */
  read(key: string): unknown {
    const text = this.#storage?.getItem(key);
    if (!text) return undefined;
    try {
      return JSON.parse(text);
    } catch {
      return undefined;
    }
  }

  write(key: string, value: unknown): void {
    if (!this.#storage) return;
    try {
      this.#storage.setItem(key, JSON.stringify(value));
      this.#problem = null;
    } catch (error) {
      this.#problem = isQuota(error) ? 'full' : 'forbidden';
    }
  }

  remove(key: string): void {
    this.#storage?.removeItem(key);
    if (this.#storage) this.#problem = null;
  }

  keys(prefix: string): string[] {
    const storage = this.#storage;
    if (!storage) return [];
    return Array.from({ length: storage.length }, (_, index) => storage.key(index)!).filter((key) =>
      key.startsWith(prefix),
    );
  }
}

function isQuota(error: unknown): boolean {
  return error instanceof Error && /quota/i.test(error.name + error.message);
}

/** Reading the property alone throws where a browser forbids it. */
export function storageOf(read: () => Storage): Storage | null {
  try {
    return read();
  } catch {
    return null;
  }
}
