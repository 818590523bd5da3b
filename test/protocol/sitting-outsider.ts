import { io, type Socket } from 'socket.io-client';
import { Outsider } from './outsider.ts';

/** A program at one seat of a sitting; it knows docs/protocol.md and nothing of our code. */
export class SittingOutsider {
  readonly base: string;
  readonly sitting: string;
  readonly seat: string;
  readonly token: string;
  readonly socket: Socket;
  readonly received: unknown[] = [];
  view: Record<string, unknown> = {};
  #waiting: (() => void)[] = [];
  #projects: Outsider[] = [];

  private constructor(base: string, joined: { sitting: string; seat: string; token: string }) {
    this.base = base;
    this.sitting = joined.sitting;
    this.seat = joined.seat;
    this.token = joined.token;
    const { sitting, seat, token } = this;
    this.socket = io(`${base}/sittings`, {
      transports: ['websocket'],
      forceNew: true,
      query: { sitting, seat, token },
    });
    this.socket.onAny((event: string, content: Record<string, unknown>) => {
      this.received.push({ event, content });
      if (event === 'sitting') this.view = content;
      for (const wake of this.#waiting.splice(0)) wake();
    });
  }

  static async join(base: string, code: string): Promise<SittingOutsider> {
    const response = await fetch(`${base}/api/join?token=1`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ code }),
    });
    if (!response.ok) throw new Error(await response.text());
    return new SittingOutsider(base, (await response.json()) as SittingOutsider);
  }

  /** The same seat in one of the projects, by the same token. */
  async project(panel: string): Promise<Outsider> {
    const { base, seat, token } = this;
    const project = Outsider.enter(base, { panel, seat, token });
    this.#projects.push(project);
    await project.until((view) => view['role'] !== undefined);
    return project;
  }

  async ask(command: object): Promise<Record<string, unknown>> {
    const operation = `sitting-outsider-${process.pid}-${++count}`;
    return this.socket.timeout(10_000).emitWithAck('command', { operation, command });
  }

  /** Sends a command that must be accepted. */
  async act(command: object): Promise<void> {
    const answer = await this.ask(command);
    if (answer['ok'] !== true) throw new Error(`${JSON.stringify(command)}: ${answer['en']}`);
  }

  async until(condition: (view: Record<string, unknown>) => boolean): Promise<void> {
    while (!condition(this.view)) await new Promise<void>((wake) => this.#waiting.push(wake));
  }

  async get(path: string): Promise<Response> {
    return fetch(`${this.base}/api/sittings/${this.sitting}/${this.seat}/${path}`, {
      headers: { authorization: `Bearer ${this.token}` },
    });
  }

  close(): void {
    for (const project of this.#projects) project.close();
    this.socket.disconnect();
  }
}

let count = 0;
