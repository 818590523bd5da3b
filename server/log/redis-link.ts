import { setTimeout as pause } from 'node:timers/promises';
import { createClient } from 'redis';
import { LogUnavailable } from './errors.ts';

/** A silent Redis is given up after this; DESIGN asks that nothing is acknowledged after 2 s. */
export const PATIENCE_MS = 2_000;
const FIRST_PAUSE_MS = 20;
const LONGEST_PAUSE_MS = 500;

export type RedisClient = ReturnType<typeof newClient>;

/** Milliseconds of the process clock at which waiting ends. */
export type Deadline = number;

export function patience(ms = PATIENCE_MS): Deadline {
  return performance.now() + ms;
}

/**
 * One connection to Redis that comes back by itself. node-redis 6.3.1 is told to do less than it
 * could, because what it does at a disconnect must be known for every append:
 *  - `reconnectStrategy: false`, and a new client for each connection. At a disconnect every
 *    command, written or not, then rejects at once. A client that reconnects by itself rejects only
 *    those already written; the others wait without limit in its offline queue and are sent when
 *    their caller has long been told that they failed. It also waits without limit for the
 *    handshake of a Redis that accepts but does not answer (SIGSTOP, a partition).
 *  - no `timeout` in commandOptions: it only covers the time before a command is written; nor
 *    `socketTimeout`: writing counts as activity. `send` has its own deadline, and drops the
 *    connection when it passes: a peer that vanished without a word is only found out that way.
 */
export class RedisLink {
  readonly #url: string;
  readonly #greet: (client: RedisClient) => Promise<void>;
  readonly #stop = new AbortController();
  readonly #running: Promise<void>;
  #client: RedisClient | undefined;
  #waiting = new Set<(client?: RedisClient) => void>();
  #why: unknown;

  /** `greet` runs on each new connection before anything else may use it. */
  constructor(url: string, greet: (client: RedisClient) => Promise<void>) {
    this.#url = url;
    this.#greet = greet;
    this.#running = this.#run();
  }

  /**
   * Runs `command` on the connection, once. When it rejects with anything but an answer of Redis,
   * its outcome is unknown.
   */
  async send<T>(deadline: Deadline, command: (client: RedisClient) => Promise<T>): Promise<T> {
    const client = this.#client ?? (await this.#connected(deadline));
    try {
      return await before(deadline, command(client));
    } catch (error) {
      if (error instanceof TooLate) client.destroy();
      throw error;
    }
  }

  /**
   * Runs a command that may be repeated until it succeeds.
   * @throws LogUnavailable when the deadline passes first.
   */
  async ask<T>(deadline: Deadline, command: (client: RedisClient) => Promise<T>): Promise<T> {
    for (;;) {
      try {
        return await this.send(deadline, command);
      } catch (error) {
        await this.rest(deadline, error);
      }
    }
  }

  /** A short pause after a failure. @throws LogUnavailable when the deadline has passed. */
  async rest(deadline: Deadline, cause: unknown): Promise<void> {
    if (cause instanceof LogUnavailable) throw cause;
    if (performance.now() + FIRST_PAUSE_MS >= deadline || this.#stop.signal.aborted) {
      throw new LogUnavailable(`Redis: ${reason(cause)}`, cause);
    }
    await pause(jittered(FIRST_PAUSE_MS));
  }

  async close(): Promise<void> {
    this.#stop.abort();
    for (const ready of this.#waiting) ready();
    this.#client?.destroy();
    await this.#running;
  }

  async #connected(deadline: Deadline): Promise<RedisClient> {
    if (this.#stop.signal.aborted) throw new LogUnavailable('it was closed');
    let ready: (client?: RedisClient) => void = () => {};
    const waited = new Promise<RedisClient | undefined>((resolve) => (ready = resolve));
    this.#waiting.add(ready);
    const client = await before(deadline, waited).catch(() => undefined);
    this.#waiting.delete(ready);
    if (!client) throw new LogUnavailable(`Redis: ${reason(this.#why)}`, this.#why);
    return client;
  }

  async #run(): Promise<void> {
    const { signal } = this.#stop;
    let wait = FIRST_PAUSE_MS;
    while (!signal.aborted) {
      const connected = await this.#session();
      wait = connected ? FIRST_PAUSE_MS : Math.min(2 * wait, LONGEST_PAUSE_MS);
      // Rejects only when `close` aborts it, which ends the loop.
      await pause(jittered(wait), undefined, { signal }).catch(() => signal.aborted);
    }
  }

  /** One connection from its attempt to its end; whether it was ever usable. */
  async #session(): Promise<boolean> {
    let client: RedisClient | undefined;
    try {
      const mine = (client = newClient(this.#url));
      const lost = new Promise<unknown>((resolve) => {
        mine.on('error', resolve);
        mine.once('end', () => resolve(new Error('the connection was dropped')));
      });
      await before(
        patience(),
        mine.connect().then(() => this.#greet(mine)),
      );
      if (this.#stop.signal.aborted) return true;
      this.#client = mine;
      for (const ready of this.#waiting) ready(mine);
      this.#why = await lost;
      return true;
    } catch (error) {
      this.#why = error;
      return false;
    } finally {
      this.#client = undefined;
      client?.destroy();
    }
  }
}

/** @throws LogUnavailable at once, where connecting would only try in vain. */
export function requireRedisUrl(url: string): void {
  const { protocol } = URL.canParse(url) ? new URL(url) : { protocol: '' };
  if (protocol === 'redis:' || protocol === 'rediss:') return;
  throw new LogUnavailable('the address of Redis is not a redis:// or rediss:// URL');
}

function newClient(url: string) {
  return createClient({
    url,
    RESP: 2,
    disableClientInfo: true,
    maintNotifications: 'disabled',
    commandOptions: { timeout: undefined },
    socket: { reconnectStrategy: false, connectTimeout: PATIENCE_MS },
  });
}

class TooLate extends Error {
  override message = 'no answer in time';
}

async function before<T>(deadline: Deadline, promise: Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new TooLate()), Math.max(0, deadline - performance.now()));
  });
  try {
    return await Promise.race([promise, late]);
  } finally {
    clearTimeout(timer);
  }
}

export function jittered(ms: number): number {
  return ms * (0.5 + Math.random());
}

function reason(error: unknown): string {
  // Where a name has several addresses, Node reports all failures together, without a message.
  const first = error instanceof AggregateError ? error.errors[0] : error;
  return first instanceof Error && first.message !== '' ? first.message : 'no connection';
}
