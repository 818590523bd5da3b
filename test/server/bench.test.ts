import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import { expect, test } from 'vitest';
import { WebSocketServer, type WebSocket } from 'ws';
import { runRounds, type Plan, type Round } from '../bench/bench.ts';
import type { Side } from '../bench/sides.ts';
import { NOTHING, QUESTION, readMessage } from '../bench/wire.ts';
import { tempDir } from '../kit/temp-dir.ts';

const RUN = path.resolve(import.meta.dirname, '../bench/run.ts');

test('the short benchmark delivers every update once on both servers, with finite figures', async () => {
  const json = path.join(tempDir(), 'bench.json');
  const args = ['--import', 'tsx', RUN, '--short', '--json', json];
  const child = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'pipe'] });
  let said = '';
  child.stdout.on('data', (chunk: Buffer) => (said += chunk));
  child.stderr.on('data', (chunk: Buffer) => (said += chunk));
  const code = await new Promise((resolve) => child.once('close', resolve));
  expect(code, said).toBe(0);
  expect(said).toContain('ours ÷ theirs');

  const { plan, rounds } = JSON.parse(readFileSync(json, 'utf8')) as {
    plan: Plan;
    rounds: Round[];
  };
  expect(rounds).toHaveLength(plan.rounds);
  for (const { ours, theirs } of rounds)
    for (const phase of ['paced', 'saturated'] as const)
      for (const figures of [ours[phase], theirs[phase]]) {
        expect(figures.updates).toBe(plan.cards * plan[phase].updates);
        const { updatesPerSecond, bytesToServer, bytesFromServer, delivered } = figures;
        for (const value of [updatesPerSecond, bytesToServer, bytesFromServer, delivered.p50])
          expect(value).toBeGreaterThan(0);
        expect(delivered.p99).toBeGreaterThanOrEqual(delivered.p50);
        if (process.platform === 'linux') expect(figures.cpuPerUpdate).toBeGreaterThanOrEqual(0);
        expect(figures.saved !== null).toBe(figures === ours[phase]);
      }
});

/** A server without a document: tells the other device of each update what `relayed` makes of it. */
async function startRelay(relayed: (update: Buffer) => Buffer[]): Promise<Side> {
  const server = new WebSocketServer({ port: 0, host: '127.0.0.1' });
  await new Promise((resolve) => server.once('listening', resolve));
  server.on('connection', (socket: WebSocket) => {
    socket.send(QUESTION);
    socket.on('message', (bytes: Buffer) => {
      const { kind } = readMessage(bytes);
      if (kind === 'question') socket.send(NOTHING);
      if (kind !== 'update') return;
      for (const other of server.clients)
        if (other !== socket) for (const message of relayed(bytes)) other.send(message);
    });
  });
  const card = `ws://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return {
    pid: process.pid,
    cards: [{ writer: card, device: card }],
    acknowledges: false,
    stop: async () => {
      for (const socket of server.clients) socket.terminate();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

test.each([
  ['relays twice', (update: Buffer) => [update, update], 'came twice'],
  ['relays something else', (update: Buffer) => [Buffer.concat([update, update])], 'changed'],
  ['relays nothing', () => [], '0 of 2 updates were delivered'],
  ['relays but forgets', (update: Buffer) => [update], 'something else'],
])('a server that %s is found out', async (_, relayed, why) => {
  const step = { window: 2, updates: 4 };
  const paced = { perSecond: 100, updates: 4 };
  const plan = { cards: 1, rounds: 1, warmUp: step, paced, saturated: step, patience: 500 };
  const start = () => startRelay(relayed);
  await expect(runRounds(plan, { ours: start, theirs: start }, () => undefined)).rejects.toThrow(
    why,
  );
});
