import { randomBytes } from 'node:crypto';
import { prepare } from './chain.ts';
import { LogRegressed, LogUnavailable } from './errors.ts';
import { Followers } from './followers.ts';
import { KEY_BYTES, keyFromHex } from './key-file.ts';
import { checkPanelId } from './panel-id.ts';
import type { Draft, Log, LogRecord, Outcome } from './port.ts';
import { Doorbell } from './redis-doorbell.ts';
import { KEY, PANELS } from './redis-keys.ts';
import { RedisLane } from './redis-lane.ts';
import { patience, RedisLink, requireRedisUrl } from './redis-link.ts';
import { readStream } from './redis-read.ts';
import { Seen } from './redis-seen.ts';
import { settingNotices } from './redis-settings.ts';

/**
 * The log in Redis, for any number of nodes. Keys and the fenced append: append.lua.ts. One Redis
 * with replicas, not Redis Cluster: the script touches keys of several slots.
 * Memory: one head a panel; records stay in Redis.
 * @param url `redis://` or `rediss://`, with user, password and database number where needed
 * @throws LogUnavailable when the address is malformed or Redis does not answer in 2 s.
 */
export async function openRedisLog(url: string): Promise<Log> {
  requireRedisUrl(url);
  const log = new RedisLog(url);
  try {
    await log.ready();
    return log;
  } catch (error) {
    await log.close();
    throw error;
  }
}

interface Known {
  seen: Seen;
  lane: RedisLane;
}

class RedisLog implements Log {
  readonly #url: string;
  readonly #link: RedisLink;
  readonly #known = new Map<string, Known>();
  readonly #followers = new Followers();
  /** Highest position announced of each panel: our own appends ring the doorbell too. */
  readonly #announced = new Map<string, number>();
  #doorbell: Doorbell | undefined;
  #notices: string[] = [];
  #closed = false;

  constructor(url: string) {
    this.#url = url;
    // On each connection, because a Redis that was restarted may have other settings.
    this.#link = new RedisLink(url, async (client) => {
      this.#notices = await settingNotices(client);
    });
  }

  async ready(): Promise<void> {
    await this.#link.ask(patience(), (client) => client.ping());
  }

  async append(panel: string, drafts: Draft[]): Promise<Outcome[]> {
    const { lane } = this.#panel(panel);
    return lane.append(drafts.map(prepare));
  }

  async read(panel: string, after: number): Promise<LogRecord[]> {
    checkPanelId(panel);
    this.#refuseClosed();
    // Only a panel that is there is remembered: ids may come from anybody.
    const seen = this.#known.get(panel)?.seen ?? new Seen(panel);
    const records = await readStream(this.#link, seen, after);
    if (seen.head.position > 0) this.#panel(panel).seen.advance(seen.head);
    return records;
  }

  async panels(): Promise<string[]> {
    this.#refuseClosed();
    const panels = await this.#link.ask(patience(), (client) => client.sMembers(PANELS));
    const found = new Set(panels);
    for (const [panel, { seen }] of this.#known) {
      const { position } = seen.head;
      if (position > 0 && !found.has(panel)) throw new LogRegressed(panel, position, 0);
    }
    return panels;
  }

  follow(grown: (panel: string) => void): () => void {
    this.#doorbell ??= new Doorbell(this.#url, (panel, position) => this.#ring(panel, position));
    return this.#followers.add(grown);
  }

  async key(): Promise<Buffer> {
    // Of two nodes that start together the first to set it wins, and both read that one.
    const fresh = randomBytes(KEY_BYTES).toString('hex');
    await this.#link.ask(patience(), (client) => client.set(KEY, fresh, { condition: 'NX' }));
    const kept = await this.#link.ask(patience(), (client) => client.get(KEY));
    return keyFromHex(kept ?? '', `Redis key ${KEY}`);
  }

  notices(): string[] {
    return [...this.#notices];
  }

  async close(): Promise<void> {
    if (this.#closed) return;
    this.#closed = true;
    await Promise.all([...this.#known.values()].map(({ lane }) => lane.idle()));
    await this.#doorbell?.stop();
    await this.#link.close();
  }

  #panel(panel: string): Known {
    checkPanelId(panel);
    this.#refuseClosed();
    let known = this.#known.get(panel);
    if (!known) {
      const seen = new Seen(panel);
      const lane = new RedisLane(this.#link, seen, (id, position) => this.#ring(id, position));
      known = { seen, lane };
      this.#known.set(panel, known);
    }
    return known;
  }

  #ring(panel: string, position: number): void {
    if (position !== Infinity) {
      if (position <= (this.#announced.get(panel) ?? 0)) return;
      this.#announced.set(panel, position);
    } else {
      // After a reconnect the store may be an older one: let every later ring be heard again.
      this.#announced.delete(panel);
    }
    this.#followers.tell(panel);
  }

  #refuseClosed(): void {
    if (this.#closed) throw new LogUnavailable('it was closed');
  }
}
