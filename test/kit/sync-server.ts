import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import * as encoding from 'lib0/encoding';
import * as decoding from 'lib0/decoding';
import { WebSocket } from 'ws';
import * as Y from 'yjs';
import { linkIssue } from '../../shared/panel/seats.ts';
import { openDoc } from '../../shared/scorecard/layout.ts';
import { MESSAGE_REFUSED, MESSAGE_SAVED, type SyncRefusal } from '../../shared/wire/sync.ts';
import type { Log } from '../../server/log/port.ts';
import type { Room } from '../../server/panel/room.ts';
import { attachSync, type SyncContext, type SyncEndpoint } from '../../server/sync/endpoint.ts';

export interface SyncServer {
  url: string;
  http: Server;
  endpoint: SyncEndpoint;
  lines: unknown[];
  stop: () => Promise<void>;
}

/** A pass of the test's own making: whoever knows the seat and the issue holds it. */
export const tokenOf = (seat: string, issue = 0): string => `${seat}@${issue}`;

/** The sync endpoint alone, on a real HTTP server, for rooms that the test opened. */
export async function syncServer(
  log: Log,
  rooms: readonly Room[],
  limits?: SyncContext['limits'],
): Promise<SyncServer> {
  const lines: unknown[] = [];
  const byPanel = new Map(rooms.map((room) => [room.panel, room]));
  const endpoint = attachSync({
    rooms: async (panel) => byPanel.get(panel) ?? null,
    authenticate: async (request, panel, seat) => {
      const token = new URL(request.url ?? '', 'http://x').searchParams.get('token');
      const room = byPanel.get(panel);
      const issue = room ? linkIssue(room.state, seat) : -1;
      if (!room || token !== tokenOf(seat, issue)) return null;
      const holds = (): boolean => linkIssue(room.state, seat) === issue;
      return { seat, issue, holds, watch: (changed) => room.observe(changed) };
    },
    originAllowed: ({ headers }) =>
      headers.origin === undefined || headers.origin === 'http://ours',
    log,
    logger: {
      info: (line: unknown) => lines.push(line),
      error: (line: unknown) => lines.push(line),
    },
    ...(limits ? { limits } : {}),
  });
  const http = createServer();
  http.on('upgrade', (request, socket, head) => {
    if (!endpoint(request, socket, head)) socket.destroy();
  });
  await new Promise<void>((resolve) => http.listen(0, '127.0.0.1', resolve));
  const { port } = http.address() as AddressInfo;
  const stop = async (): Promise<void> => {
    await endpoint.close();
    http.closeAllConnections();
    await new Promise((resolve) => http.close(resolve));
  };
  return { url: `ws://127.0.0.1:${port}/sync`, http, endpoint, lines, stop };
}

export interface Ending {
  code: number;
  reason: string;
}

/** A hand-made client of the protocol, with `?ack=1`; it sends just what it is told to. */
export class RawDevice {
  readonly ws: WebSocket;
  readonly doc: Y.Doc;
  readonly ended: Promise<Ending>;
  refusal: SyncRefusal | null = null;
  /** Frames received, by type and step. */
  heard: string[] = [];
  saved = 0;
  sent = 0;
  #waiting: { done: () => boolean; resolve: () => void }[] = [];
  #answers: boolean;

  /** `answers`: whether it answers the server's questions and asks its own, as it should. */
  constructor(url: string, leaves: readonly string[], answers = true, doc = openDoc(leaves)) {
    this.doc = doc;
    this.#answers = answers;
    this.ws = new WebSocket(url);
    this.ws.on('error', () => undefined);
    this.ws.on('open', () => {
      if (answers) this.ask();
      this.#look();
    });
    this.ws.on('message', (data: Buffer) => this.#hear(new Uint8Array(data)));
    this.ended = new Promise((resolve) =>
      this.ws.on('close', (code, reason) => {
        resolve({ code, reason: reason.toString() });
        this.#look();
      }),
    );
  }

  /** Sends local changes of the document as live updates from here on. */
  live(): this {
    this.doc.on('update', (update: Uint8Array, origin: unknown) => {
      if (origin !== this) this.update(update);
    });
    return this;
  }
  ask(vector = Y.encodeStateVector(this.doc)): void {
    this.frame(0, vector);
  }
  catchUp(update: Uint8Array): void {
    this.sent++;
    this.frame(1, update);
  }
  update(update: Uint8Array): void {
    this.sent++;
    this.frame(2, update);
  }
  frame(step: number, block: Uint8Array): void {
    this.ws.send(
      encoding.encode((encoder) => {
        encoding.writeVarUint(encoder, 0);
        encoding.writeVarUint(encoder, step);
        encoding.writeVarUint8Array(encoder, block);
      }),
    );
  }

  /** Resolves when `done`, asked after everything that happens here, says so; or at the end. */
  until(done: () => boolean): Promise<void> {
    return new Promise((resolve) => {
      this.#waiting.push({ done, resolve });
      this.#look();
    });
  }
  open(): Promise<void> {
    return this.until(() => this.heard.includes('sync 0'));
  }
  allSaved(): Promise<void> {
    return this.until(() => this.sent > 0 && this.saved === this.sent);
  }
  close(): void {
    this.ws.close();
  }

  #hear(message: Uint8Array): void {
    const decoder = decoding.createDecoder(message);
    const type = decoding.readVarUint(decoder);
    if (type === MESSAGE_SAVED) this.saved = decoding.readVarUint(decoder);
    else if (type === MESSAGE_REFUSED)
      this.refusal = JSON.parse(decoding.readVarString(decoder)) as SyncRefusal;
    else if (type === 0)
      this.#sync(decoding.readVarUint(decoder), decoding.readVarUint8Array(decoder));
    else this.heard.push(`type ${type}`);
    this.#look();
  }

  #sync(step: number, block: Uint8Array): void {
    if (step !== 0) Y.applyUpdate(this.doc, block, this);
    else if (this.#answers) this.catchUp(Y.encodeStateAsUpdate(this.doc, block));
    this.heard.push(`sync ${step}`);
  }

  #look(): void {
    const isOver = this.ws.readyState === WebSocket.CLOSED;
    const ready = this.#waiting.filter(({ done }) => isOver || done());
    this.#waiting = this.#waiting.filter((each) => !ready.includes(each));
    for (const { resolve } of ready) resolve();
  }
}
