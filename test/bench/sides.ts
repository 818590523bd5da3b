import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import path from 'node:path';
import { TestServer, type Visitor } from '../kit/server.ts';
import { Outsider } from '../protocol/outsider.ts';
import { PRESET } from './cards.ts';
import type { CardAddress } from './lane.ts';

/** A server in a process of its own, with its cards ready to be opened. */
export interface Side {
  pid: number;
  cards: CardAddress[];
  acknowledges: boolean;
  stop: () => Promise<void>;
}

const EXPERTS = ['e1', 'e2', 'e3', 'e4', 'e5'];

/** Heyi as `npm start` runs it, on the embedded log in `folder`, each panel's round opened. */
export async function startOurs(cards: number, folder: string): Promise<Side> {
  const data = mkdtempSync(path.join(folder, 'data-'));
  const server = await TestServer.start(data);
  const stop = async (): Promise<void> => {
    await server.stop();
    rmSync(data, { recursive: true });
  };
  try {
    const office = await server.office();
    const addresses: CardAddress[] = [];
    while (addresses.length < cards) addresses.push(...(await openPanel(server, office)));
    return { pid: server.pid, cards: addresses.slice(0, cards), acknowledges: true, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

/** A panel with its round opened; where its cards are. */
export async function openPanel(server: TestServer, office: Visitor): Promise<CardAddress[]> {
  const { panel } = await office.post<{ panel: string }>('/api/office/panels', { preset: PRESET });
  const invitations = await office.invitations(panel);
  const codeOf = (seat: string): string => invitations.find((one) => one.seat === seat)!.code;
  const addresses: CardAddress[] = [];
  for (const seat of EXPERTS) {
    const { token } = await office.tokenFor(codeOf(seat));
    const card = `${server.url.replace('http', 'ws')}/sync/${panel}/${seat}.r1`;
    addresses.push({
      writer: `${card}?token=${token}&ack=1`,
      device: `${card}?token=${token}&ack=1`,
    });
  }
  const secretary = await Outsider.join(server.url, codeOf('secretary'));
  await secretary.act({ type: 'open-round' });
  secretary.close();
  return addresses;
}

/** @y/websocket-server in memory, a document for each card; `program` is y-server.ts, bundled. */
export async function startTheirs(cards: number, program: string): Promise<Side> {
  const child = spawn(process.execPath, [program], { stdio: ['ignore', 'pipe', 'inherit'] });
  const port = await firstLine(child);
  const addresses = Array.from({ length: cards }, (_, n) => {
    const card = `ws://127.0.0.1:${port}/card-${n}`;
    return { writer: card, device: card };
  });
  const stop = async (): Promise<void> => {
    const ended = new Promise((resolve) => child.once('exit', resolve));
    child.kill();
    await ended;
  };
  return { pid: child.pid!, cards: addresses, acknowledges: false, stop };
}

function firstLine(child: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    child.once('exit', (code) => reject(new Error(`the server ended with ${code}`)));
    child.stdout!.once('data', (chunk: Buffer) => resolve(chunk.toString().trim()));
  });
}
