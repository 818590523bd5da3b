import { randomBytes } from 'node:crypto';
import type { Setup } from '../../shared/panel/terms.ts';
import type { Log } from '../log/port.ts';
import { draftOf } from './records.ts';
import { Room } from './room.ts';

/** All panels on this node: opened once, kept up to date with what other nodes append. */
export class Rooms {
  #log: Log;
  #rooms = new Map<string, Promise<Room | null>>();
  #opened = new Set<(room: Room) => void>();
  #unfollow: () => void;
  #onError: (error: unknown, panel: string) => void;

  private constructor(log: Log, onError: (error: unknown, panel: string) => void) {
    this.#log = log;
    this.#onError = onError;
    this.#unfollow = log.follow((panel) => this.#grown(panel));
  }

  /** Opens every panel of the log; `onError` hears of catch-ups that failed and will be retried. */
  static async open(log: Log, onError: (error: unknown, panel: string) => void): Promise<Rooms> {
    const rooms = new Rooms(log, onError);
    for (const panel of await log.panels()) await rooms.find(panel);
    return rooms;
  }

  get log(): Log {
    return this.#log;
  }

  /** A panel by id; null where there is none. */
  async find(panel: string): Promise<Room | null> {
    const known = this.#rooms.get(panel);
    if (known) return known;
    if (!/^[a-z0-9]{8,32}$/.test(panel)) return null;
    const opening = Room.open(this.#log, panel);
    this.#rooms.set(panel, opening);
    try {
      const room = await opening;
      if (room === null) this.#rooms.delete(panel);
      else for (const opened of this.#opened) opened(room);
      return room;
    } catch (error) {
      this.#rooms.delete(panel);
      throw error;
    }
  }

  async all(): Promise<Room[]> {
    const rooms = await Promise.all(this.#rooms.values());
    return rooms.filter((room) => room !== null);
  }

  /** Calls `opened` for every room, those there already included. */
  async onOpened(opened: (room: Room) => void): Promise<void> {
    this.#opened.add(opened);
    for (const room of await this.all()) opened(room);
  }

  /** Creates a panel; its id is random, 80 bits. */
  async create(setup: Setup): Promise<Room> {
    const panel = BigInt(`0x${randomBytes(10).toString('hex')}`)
      .toString(36)
      .padStart(16, '0');
    const draft = draftOf(
      null,
      { type: 'panel-created', setup },
      { seat: 'secretary', at: new Date().toISOString() },
    );
    await this.#log.append(panel, [draft]);
    const room = await this.find(panel);
    if (!room) throw new Error(`panel ${panel} was created and can't be read back`);
    return room;
  }

  close(): void {
    this.#unfollow();
  }

  #grown(panel: string): void {
    this.find(panel)
      .then((room) => room?.catchUp())
      .catch((error: unknown) => this.#onError(error, panel));
  }
}
