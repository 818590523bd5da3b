import { setTimeout as pause } from 'node:timers/promises';
import { DOORBELL_ENTRIES } from './redis-append.ts';
import { ACTIVITY, PANELS } from './redis-keys.ts';
import { jittered, patience, PATIENCE_MS, type RedisClient, RedisLink } from './redis-link.ts';

const BLOCK_MS = 2_000;
/** Far below what the doorbell stream keeps: who reads this many at once may have missed some. */
const COUNT = DOORBELL_ENTRIES / 10;

/**
 * Hears which panels grew, on any node, by one blocking read on a connection of its own (a blocking
 * read stalls everything else on its connection). The doorbell carries no state and may be lost:
 * on every new connection, and after falling far behind, each known panel is announced.
 */
export class Doorbell {
  readonly #rung: (panel: string, position: number) => void;
  readonly #link: RedisLink;
  readonly #listening: Promise<void>;
  #last = '0-0';
  #stopped = false;

  /** `rung` gets Infinity as the position when the panel may have grown unheard. */
  constructor(url: string, rung: (panel: string, position: number) => void) {
    this.#rung = rung;
    this.#link = new RedisLink(url, (client) => this.#catchUp(client));
    this.#listening = this.#listen();
  }

  async stop(): Promise<void> {
    this.#stopped = true;
    await this.#link.close();
    await this.#listening;
  }

  /** The end of the doorbell first, then the panels: what rings between is announced twice. */
  async #catchUp(client: RedisClient): Promise<void> {
    const newest = await client.xRevRange(ACTIVITY, '+', '-', { COUNT: 1 });
    this.#last = newest?.[0]?.id ?? '0-0';
    for (const panel of await client.sMembers(PANELS)) this.#rung(panel, Infinity);
  }

  async #listen(): Promise<void> {
    while (!this.#stopped) {
      try {
        await this.#link.send(patience(BLOCK_MS + PATIENCE_MS), (client) => this.#read(client));
      } catch {
        // The link says why to whoever appends or reads; here it is enough to try again.
        if (!this.#stopped) await pause(jittered(BLOCK_MS / 100));
      }
    }
  }

  async #read(client: RedisClient): Promise<void> {
    const since = { key: ACTIVITY, id: this.#last };
    const streams = await client.xRead(since, { BLOCK: BLOCK_MS, COUNT });
    const entries = streams?.[0]?.messages ?? [];
    if (entries.length === COUNT) return this.#catchUp(client);
    for (const { id, message } of entries) {
      this.#last = id;
      this.#rung(message.p ?? '', Number(message.n));
    }
  }
}
