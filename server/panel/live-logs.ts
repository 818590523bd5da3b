import { randomBytes } from 'node:crypto';
import type { Log } from '../log/port.ts';

interface Named {
  id: string;
  catchUp: () => Promise<void>;
}

/** How the logs of one kind are told from the others, and opened; null: no such log. */
export interface Kind<Live> {
  isOurs: (id: string) => boolean;
  open: (log: Log, id: string) => Promise<Live | null>;
}

/** All logs of one kind on this node: opened once, kept up to date with what other nodes append. */
export class LiveLogs<Live extends Named> {
  readonly log: Log;
  #kind: Kind<Live>;
  #live = new Map<string, Promise<Live | null>>();
  #opened = new Set<(live: Live) => void>();
  #unfollow: () => void;
  #onError: (error: unknown, id: string) => void;

  /** `onError` hears of catch-ups that failed and will be retried. */
  protected constructor(log: Log, kind: Kind<Live>, onError: (error: unknown, id: string) => void) {
    this.log = log;
    this.#kind = kind;
    this.#onError = onError;
    this.#unfollow = log.follow((id) => this.#grown(id));
  }

  /** By id; null where there is none. */
  async find(id: string): Promise<Live | null> {
    const known = this.#live.get(id);
    if (known) return known;
    if (!this.#kind.isOurs(id)) return null;
    const opening = this.#kind.open(this.log, id);
    this.#live.set(id, opening);
    try {
      const live = await opening;
      if (live === null) this.#live.delete(id);
      else for (const opened of this.#opened) opened(live);
      return live;
    } catch (error) {
      this.#live.delete(id);
      throw error;
    }
  }

  async all(): Promise<Live[]> {
    const all = await Promise.all(this.#live.values());
    return all.filter((live) => live !== null);
  }

  /** Calls `opened` for every one, those there already included. */
  async onOpened(opened: (live: Live) => void): Promise<void> {
    this.#opened.add(opened);
    for (const live of await this.all()) opened(live);
  }

  close(): void {
    this.#unfollow();
  }

  protected async openAll(): Promise<void> {
    for (const id of await this.log.panels()) await this.find(id);
  }

  #grown(id: string): void {
    this.find(id)
      .then((live) => live?.catchUp())
      .catch((error: unknown) => this.#onError(error, id));
  }
}

/** 80 random bits as sixteen characters. */
export function freshId(): string {
  return BigInt(`0x${randomBytes(10).toString('hex')}`)
    .toString(36)
    .padStart(16, '0');
}
