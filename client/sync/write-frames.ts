/** 'catch-up' answers the server's state vector with all it lacks; 'update' is one live change. */
export type WriteFrame = 'catch-up' | 'update';

/** Which kind of write a frame of the sync protocol is; null where it writes nothing. */
export function writeFrameOf(data: unknown): WriteFrame | null {
  if (!(data instanceof Uint8Array) || data[0] !== 0) return null;
  if (data[1] === 1) return 'catch-up';
  return data[1] === 2 ? 'update' : null;
}

/**
 * Counts the write frames of one connection, as the server does in its acknowledgements, and
 * remembers how far the local changes had come when each was sent. Changes are numbered from 1.
 */
export class WriteFrames {
  #carried: number[] = [];
  #durable = 0;
  #caughtUp = false;

  /** A new connection: counting starts again, and nothing sent before is known to have arrived. */
  opened(): void {
    this.#carried = [];
    this.#durable = 0;
    this.#caughtUp = false;
  }

  /**
   * Notes a frame about to be sent; false where it must not be. Before the catch-up a live update
   * would refer to changes that the server has not got; the catch-up itself will carry it.
   */
  sent(frame: WriteFrame, change: number): boolean {
    if (frame === 'update' && !this.#caughtUp) return false;
    this.#caughtUp = true;
    this.#carried.push(change);
    return true;
  }

  /** The server holds the first `count` frames; answers the highest change now durable. */
  saved(count: number): number {
    this.#durable = Math.max(this.#durable, count);
    return this.#carried[Math.min(this.#durable, this.#carried.length) - 1] ?? 0;
  }

  /** Frames sent and not acknowledged yet. */
  get waiting(): number {
    return Math.max(0, this.#carried.length - this.#durable);
  }
}

type SocketClass = typeof WebSocket;

/**
 * A WebSocket class that counts each write in `frames` and keeps back what must not go out.
 * `changes`: how far the local changes have come; `onSent`: called once a write is on its way.
 */
export function countingSocket(
  base: SocketClass,
  frames: WriteFrames,
  changes: () => number,
  onSent: () => void,
): SocketClass {
  return class extends base {
    constructor(url: string | URL, protocols?: string | string[]) {
      super(url, protocols);
      frames.opened();
    }
    override send(data: Parameters<WebSocket['send']>[0]): void {
      const frame = writeFrameOf(data);
      if (frame && !frames.sent(frame, changes())) return;
      super.send(data);
      if (frame) onSent();
    }
  };
}
