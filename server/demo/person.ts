import { randomUUID } from 'node:crypto';
import { io, type Socket } from 'socket.io-client';
import { WebSocket } from 'ws';
import { WebsocketProvider } from 'y-websocket';
import type { Command } from '../../shared/panel/commands.ts';
import { openDoc, setMark, setReason } from '../../shared/scorecard/layout.ts';
import type { View } from '../../shared/views/terms.ts';
import type { Answer } from '../../shared/wire/events.ts';
import type { JoinAnswer } from '../../shared/wire/http.ts';
import type { DemoLine } from './scores.ts';

/** The demo has a panel of its own. */
type JoinedPanel = Required<Extract<JoinAnswer, { panel: string }>>;

/**
 * A simulated person at one seat, who uses the server as any client does: socket.io for commands, an
 * unmodified y-websocket provider for the card.
 */
export class Person {
  readonly #socket: Socket;
  readonly #base: string;
  readonly #panel: string;
  readonly #token: string;
  #provider: WebsocketProvider | null = null;
  view: View | null = null;

  private constructor(base: string, panel: string, seat: string, token: string) {
    this.#base = base;
    this.#panel = panel;
    this.#token = token;
    this.#socket = io(base, {
      transports: ['websocket'],
      forceNew: true,
      query: { panel, seat, token },
    });
    this.#socket.on('view', (view: View) => (this.view = view));
  }

  /** Comes in by the code on the invitation, as a program does: for a token. */
  static async join(base: string, code: string): Promise<Person> {
    const response = await fetch(`${base}/api/join?token=1`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ code }),
    });
    if (!response.ok) throw new Error(`could not join: ${response.status}`);
    const { panel, seat, token } = (await response.json()) as JoinedPanel;
    return new Person(base, panel, seat, token);
  }

  /** Carries out a command that must succeed. */
  async command(command: Command): Promise<void> {
    const answer: Answer = await this.#socket
      .timeout(10_000)
      .emitWithAck('command', { operation: randomUUID(), command });
    if (!answer.ok) throw new Error(`${command.type}: ${answer.en}`);
  }

  /** Opens the card and returns a pen for it. */
  async openCard(card: string, leaves: string[]): Promise<(leaf: string, line: DemoLine) => void> {
    this.#provider?.destroy();
    const doc = openDoc(leaves);
    const provider = new WebsocketProvider(
      `${this.#base.replace(/^http/, 'ws')}/sync/${this.#panel}`,
      card,
      doc,
      {
        params: { token: this.#token },
        WebSocketPolyfill: WebSocket as unknown as typeof globalThis.WebSocket,
        disableBc: true,
      },
    );
    this.#provider = provider;
    await new Promise<void>((resolve) => provider.once('sync', () => resolve()));
    return (leaf, { score, reason }) => {
      setMark(doc, leaf, { score }, 'demo');
      setReason(doc, leaf, reason, 'demo');
    };
  }

  close(): void {
    this.#provider?.destroy();
    this.#socket.disconnect();
  }
}
