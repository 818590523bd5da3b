import type { Socket } from 'node:net';
import { WebSocket } from 'ws';
import { NOTHING, QUESTION, readMessage } from './wire.ts';

/** What a client is told of: whole messages for updates, as they came. */
export interface ClientEvents {
  update?: (message: Buffer) => void;
  /** So many write frames of this connection are durable; the handshake's step 2 is the first. */
  saved?: (count: number) => void;
  /** The connection is of no more use. */
  failed: (error: Error) => void;
}

/** One device without a document: the handshake of y-protocols, then messages as they are. */
export class Client {
  readonly #socket: WebSocket;
  readonly #events: ClientEvents;
  #stream: Socket | null = null;
  #answers: ((update: Uint8Array) => void)[] = [];

  private constructor(url: string, events: ClientEvents) {
    this.#events = events;
    this.#socket = new WebSocket(url, { perMessageDeflate: false });
    this.#socket.on('upgrade', (response) => (this.#stream = response.socket));
    this.#socket.on('message', (message: Buffer) => this.#receive(message));
    this.#socket.on('error', events.failed);
    this.#socket.on('close', (code, reason) =>
      events.failed(new Error(`the server closed with ${code} ${reason.toString()}`)),
    );
  }

  /** Connects and synchronises both ways; whatever fails is told to `events.failed`. */
  static async open(url: string, events: ClientEvents): Promise<Client> {
    const client = new Client(url, events);
    const asked = new Promise<void>((resolve) => (client.#asked = resolve));
    await new Promise<void>((resolve) => client.#socket.once('open', resolve));
    await Promise.all([client.ask(), asked]);
    return client;
  }
  #asked: () => void = () => {};

  /** All that the server holds of the card, after everything that it has sent before. */
  async ask(): Promise<Uint8Array> {
    const answer = new Promise<Uint8Array>((resolve) => this.#answers.push(resolve));
    this.#socket.send(QUESTION);
    return answer;
  }

  send(message: Uint8Array): void {
    this.#socket.send(message);
  }

  /** Bytes of this connection so far, from and to the server, websocket framing included. */
  get bytes(): { sent: number; received: number } {
    return { sent: this.#stream?.bytesWritten ?? 0, received: this.#stream?.bytesRead ?? 0 };
  }

  close(): void {
    this.#socket.removeAllListeners('close');
    this.#socket.close();
  }

  #receive(bytes: Buffer): void {
    const message = readMessage(bytes);
    if (message.kind === 'update') this.#events.update?.(bytes);
    else if (message.kind === 'saved') this.#events.saved?.(message.count);
    else if (message.kind === 'answer') this.#answers.shift()?.(message.update);
    else if (message.kind === 'refused') this.#events.failed(new Error(message.code));
    else if (message.kind === 'question') {
      this.#socket.send(NOTHING);
      this.#asked();
    }
  }
}
