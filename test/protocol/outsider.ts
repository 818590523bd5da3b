import { setTimeout as pause } from 'node:timers/promises';
import { io, type Socket } from 'socket.io-client';
import { WebSocket } from 'ws';
import { WebsocketProvider } from 'y-websocket';
import * as Y from 'yjs';

/**
 * A program that knows docs/protocol.md and nothing of our code: fetch, socket.io, an unmodified
 * y-websocket provider. It imports nothing from client, server or shared, and must stay so.
 */
export class Outsider {
  readonly base: string;
  readonly panel: string;
  readonly seat: string;
  readonly token: string;
  readonly socket: Socket;
  /** Everything that came over the socket, in order. */
  readonly received: { event: string; content: unknown }[] = [];
  view: Record<string, unknown> = {};
  paper: Record<string, unknown> = {};
  #waiting: (() => void)[] = [];
  #providers: WebsocketProvider[] = [];

  private constructor(base: string, joined: { panel: string; seat: string; token: string }) {
    this.base = base;
    this.panel = joined.panel;
    this.seat = joined.seat;
    this.token = joined.token;
    const { panel, seat, token } = this;
    const query = { panel, seat, token };
    this.socket = io(base, { transports: ['websocket'], forceNew: true, query });
    this.socket.onAny((event: string, content: Record<string, unknown>) => {
      this.received.push({ event, content });
      if (event === 'view') this.view = content;
      if (event === 'paper') this.paper = content;
      for (const wake of this.#waiting.splice(0)) wake();
    });
  }

  static async join(base: string, code: string): Promise<Outsider> {
    const response = await fetch(`${base}/api/join?token=1`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ code }),
    });
    if (!response.ok) throw new Error(await response.text());
    return new Outsider(base, (await response.json()) as Outsider);
  }

  /** At a seat whose token is known, such as that of a sitting in one of its projects. */
  static enter(base: string, held: { panel: string; seat: string; token: string }): Outsider {
    return new Outsider(base, held);
  }

  /** Sends a command; the answer, whatever it is. */
  async ask(command: object, operation = freshOperation()): Promise<Record<string, unknown>> {
    return this.socket.timeout(10_000).emitWithAck('command', { operation, command });
  }

  /** Sends a command that must be accepted. */
  async act(command: object): Promise<void> {
    const answer = await this.ask(command);
    if (answer['ok'] !== true) throw new Error(`${JSON.stringify(command)}: ${answer['en']}`);
  }

  /** Resolves when the view satisfies the condition. */
  async until(condition: (view: Record<string, unknown>) => boolean): Promise<void> {
    while (!condition(this.view)) await new Promise<void>((wake) => this.#waiting.push(wake));
  }

  /** Opens a card with an unmodified provider and waits for the first sync. */
  async open(card: string, params: Record<string, string> = {}): Promise<Y.Doc> {
    return (await this.openWith(card, params)).doc;
  }

  async openWith(
    card: string,
    params: Record<string, string>,
    socket: typeof WebSocket = WebSocket,
  ): Promise<{ doc: Y.Doc; provider: WebsocketProvider }> {
    const doc = new Y.Doc();
    const url = `${this.base.replace('http', 'ws')}/sync/${this.panel}`;
    const provider = new WebsocketProvider(url, card, doc, {
      params: { token: this.token, ...params },
      WebSocketPolyfill: socket as never,
      disableBc: true,
    });
    this.#providers.push(provider);
    await new Promise<void>((resolve, reject) => {
      provider.once('sync', () => resolve());
      provider.once('closed', ({ code }: { code: number }) => reject(new Error(`closed ${code}`)));
    });
    return { doc, provider };
  }

  /** Hands in, as soon as the server has everything that the provider sent. */
  async handIn(): Promise<void> {
    for (let tries = 0; ; tries++) {
      const answer = await this.ask({ type: 'submit-card' });
      if (answer['ok'] === true) return;
      if (answer['code'] !== 'indicators-open' || tries > 200)
        throw new Error(`hand in: ${answer['en']}`);
      await pause(25);
    }
  }

  async get(path: string): Promise<Response> {
    return fetch(`${this.base}/api/panels/${this.panel}/${this.seat}/${path}`, {
      headers: { authorization: `Bearer ${this.token}` },
    });
  }

  close(): void {
    for (const provider of this.#providers) provider.destroy();
    this.socket.disconnect();
  }
}

let count = 0;
function freshOperation(): string {
  return `outsider-${process.pid}-${++count}`;
}
