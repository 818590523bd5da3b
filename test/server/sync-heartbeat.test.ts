import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { WebSocket, WebSocketServer } from 'ws';
import * as Y from 'yjs';
import { expect, onTestFinished, test } from 'vitest';
import { openDoc, setReason } from '../../shared/scorecard/layout.ts';
import { CLOSE } from '../../shared/wire/sync.ts';
import { openEmbeddedLog } from '../../server/log/embedded.ts';
import { Bucket } from '../../server/sync/bucket.ts';
import { Connection } from '../../server/sync/connection.ts';
import { LIMITS } from '../../server/sync/limits.ts';
import { PanelCards } from '../../server/sync/panel-cards.ts';
import { updateFrame } from '../../server/sync/frames.ts';
import { scoringRoom } from '../kit/scoring-room.ts';
import { tempDir } from '../kit/temp-dir.ts';

/** A real connection whose clock the test holds, and the client's end of it. */
async function connected(options: { autoPong: boolean }) {
  const log = await openEmbeddedLog(tempDir());
  const room = await scoringRoom(log);
  const cards = await PanelCards.open(room, log, (error) => {
    throw error;
  });
  const http = createServer().listen(0, '127.0.0.1');
  await new Promise((resolve) => http.once('listening', resolve));
  onTestFinished(async () => {
    http.closeAllConnections();
    http.close();
    await log.close();
  });
  const server = new WebSocketServer({ noServer: true });
  let now = 1000;
  const opened = new Promise<{ connection: Connection; ws: WebSocket }>((resolve) =>
    http.once('upgrade', (request, socket, head) =>
      server.handleUpgrade(request, socket, head, (ws) => {
        const clock = () => now;
        const card = cards.card('e1.r1');
        const work = new Bucket(LIMITS.work, clock);
        const onRefused = () => undefined;
        const tools = { ws, socket, card, work, limits: LIMITS, clock, wantsReceipts: false };
        const connection = new Connection({ seat: 'e1', issue: 0 }, { ...tools, onRefused });
        resolve({ connection, ws });
      }),
    ),
  );
  const { port } = http.address() as AddressInfo;
  const client = new WebSocket(`ws://127.0.0.1:${port}`, { autoPong: options.autoPong });
  const heard: number[][] = [];
  client.on('message', (data: Buffer) => heard.push([...data]));
  const closed = new Promise<number>((resolve) => client.on('close', resolve));
  const { connection, ws } = await opened;
  const roundTrip = async () => {
    const done = new Promise((resolve) => client.once('pong', resolve));
    client.ping();
    await done;
  };
  await new Promise<void>((resolve) => {
    if (client.readyState === client.OPEN) resolve();
    else client.once('open', () => resolve());
  });
  return { connection, ws, client, closed, heard, roundTrip, pass: (ms: number) => (now += ms) };
}

test('[HB1] a device that answers no ping is gone after 15 s', async () => {
  const { connection, pass, closed } = await connected({ autoPong: false });
  for (let beat = 0; beat < 3; beat++) {
    pass(5000);
    connection.beat();
    expect(connection.open).toBe(true);
  }
  pass(5000);
  connection.beat();
  expect(await closed).toBe(1006);
  expect(connection.open).toBe(false);
});

test('[HB2] one that does stays, and hears something every 10 s', async () => {
  const { connection, ws, client, heard, roundTrip, pass } = await connected({ autoPong: true });
  for (let beat = 0; beat < 8; beat++) {
    pass(5000);
    const pong = new Promise((resolve) => ws.once('pong', resolve));
    connection.beat();
    await pong;
  }
  await roundTrip();
  expect(heard.filter((frame) => frame[0] === 1)).toEqual([
    [1, 1, 0],
    [1, 1, 0],
    [1, 1, 0],
    [1, 1, 0],
  ]);
  client.close();
});

test('[HB3] an edit that waits for others is refused when they do not come', async () => {
  const { connection, client, closed, roundTrip, pass } = await connected({ autoPong: true });
  const doc = openDoc(['a']);
  setReason(doc, 'a', '一');
  const before = Y.encodeStateVector(doc);
  setReason(doc, 'a', '一二');
  client.send(updateFrame(Y.encodeStateAsUpdate(doc, before)));
  await roundTrip();
  pass(10_000);
  connection.beat();
  expect(connection.open).toBe(true);
  pass(1);
  connection.beat();
  expect(await closed).toBe(CLOSE.refused);
});
