import type { Duplex } from 'node:stream';
import type { WebSocket } from 'ws';

/** A reader that leaves so much unread has stalled; what it missed it gets by a new connection. */
const MAX_BUFFERED_BYTES = 1024 * 1024;

/** What goes to one device: all frames of a turn of the event loop in one write to the socket. */
export class Outbox {
  readonly #ws: WebSocket;
  readonly #socket: Duplex;
  #corked = false;

  constructor(ws: WebSocket, socket: Duplex) {
    this.#ws = ws;
    this.#socket = socket;
  }

  send(frame: Uint8Array): void {
    if (this.#ws.readyState !== this.#ws.OPEN) return;
    if (!this.#corked) {
      this.#corked = true;
      this.#socket.cork();
      process.nextTick(this.#uncork);
    }
    this.#ws.send(frame);
    if (this.#ws.bufferedAmount > MAX_BUFFERED_BYTES) this.#ws.terminate();
  }

  #uncork = (): void => {
    this.#corked = false;
    this.#socket.uncork();
  };
}
