import type { SealKey, Setup } from '../../shared/panel/terms.ts';
import { isSittingId } from '../../shared/sitting/terms.ts';
import { isPanelId } from '../log/panel-id.ts';
import type { Log } from '../log/port.ts';
import { freshId, LiveLogs } from './live-logs.ts';
import { draftOf } from './records.ts';
import { Room } from './room.ts';

/** All panels on this node. */
export class Rooms extends LiveLogs<Room> {
  readonly #key: SealKey;

  private constructor(log: Log, key: SealKey, onError: (error: unknown, panel: string) => void) {
    const isOurs = (id: string) => isPanelId(id) && !isSittingId(id);
    super(log, { isOurs, open: Room.open }, onError);
    this.#key = key;
  }

  /**
   * Opens every panel of the log; new ones will bind `key`. `onError` hears of catch-ups that failed
   * and will be retried.
   */
  static async open(
    log: Log,
    key: SealKey,
    onError: (error: unknown, panel: string) => void,
  ): Promise<Rooms> {
    const rooms = new Rooms(log, key, onError);
    await rooms.openAll();
    return rooms;
  }

  /** Creates a panel, of its own or on a sitting's agenda; its id is random, 80 bits. */
  async create(setup: Setup, sitting?: string): Promise<Room> {
    const panel = freshId();
    const draft = draftOf(
      null,
      {
        ...{ type: 'panel-created', setup, key: this.#key },
        ...(sitting === undefined ? {} : { sitting }),
      },
      { seat: 'secretary', at: new Date().toISOString() },
    );
    await this.log.append(panel, [draft]);
    const room = await this.find(panel);
    if (!room) throw new Error(`panel ${panel} was created and can't be read back`);
    return room;
  }
}
