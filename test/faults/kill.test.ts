import { setTimeout as pause } from 'node:timers/promises';
import { afterEach, expect, test } from 'vitest';
import * as decoding from 'lib0/decoding';
import { WebSocket } from 'ws';
import type { WebsocketProvider } from 'y-websocket';
import type * as Y from 'yjs';
import { openLog } from '../../server/log/open.ts';
import { Room } from '../../server/panel/room.ts';
import { newTempDir } from '../kit/temp-dir.ts';
import { newSeed, seeded } from '../kit/seed.ts';
import { TestServer } from '../kit/server.ts';
import { Outsider } from '../protocol/outsider.ts';

const SEATS = ['e1', 'e2', 'e3', 'e4', 'e5'];
const MESSAGE_SAVED = 120;
const ROUNDS = 4;

let server: TestServer;
const people: Outsider[] = [];
afterEach(async () => {
  for (const person of people.splice(0)) person.close();
  await server.stop('SIGKILL');
});

interface Writer {
  seat: string;
  doc: Y.Doc;
  provider: WebsocketProvider;
  /** Tokens written on this connection, each with the number of the frame that carried it. */
  written: { token: string; frame: number }[];
  /** How many of this connection's write frames the server has called durable. */
  saved: number;
}

/** Counts the frames that write, as the server does: sync step 2 and updates. */
class CountingSocket extends WebSocket {
  writes = 0;
  override send(data: Uint8Array): void {
    if (data[0] === 0 && (data[1] === 1 || data[1] === 2)) this.writes += 1;
    super.send(data);
  }
}

const seed = newSeed();
const random = seeded(seed);

test(`[LG2] kill -9 during scoring: everything acknowledged is there, everybody comes back (seed ${seed})`, async () => {
  const dataDir = newTempDir();
  server = await TestServer.start(dataDir);
  const port = String(server.port);
  const office = await server.office();
  const { panel } = await office.post<{ panel: string }>('/api/office/panels', {
    preset: 'zhongshan-2019',
  });
  const invitations = await office.invitations(panel);
  for (const seat of [...SEATS, 'secretary'])
    people.push(await Outsider.join(server.url, invitations.find((i) => i.seat === seat)!.code));
  const secretary = people.at(-1)!;
  await secretary.until((view) => view['joined'] === 5);
  await secretary.act({ type: 'open-round' });
  const writers = await Promise.all(people.slice(0, 5).map(openWriter));

  let acknowledged = 0;
  for (let round = 0; round < ROUNDS; round++) {
    const stop = { now: false };
    const typing = writers.map((writer, index) => type(writer, round, index, stop));
    await pause(150 + random(400));
    await server.stop('SIGKILL');
    stop.now = true;
    await Promise.all(typing);

    // What the log holds, read by nobody who could have resent anything.
    const log = await openLog({ dataDir, redisUrl: undefined });
    const room = (await Room.open(log, panel))!;
    await log.close();
    if (room.state.phase !== 'scoring') throw new Error('not scoring');
    for (const writer of writers) {
      const reason = room.state.round.cards[writer.seat]?.content['i01']?.reason ?? '';
      const durable = writer.written.filter(({ frame }) => frame <= writer.saved);
      acknowledged += durable.length;
      for (const { token } of durable) expect(reason.split(token), token).toHaveLength(2);
    }

    server = await TestServer.start(dataDir, { PORT: port });
    await Promise.all(writers.map(backAgain));
    await secretary.until((view) => view['phase'] === 'scoring');
  }
  expect(acknowledged).toBeGreaterThan(20);

  // Everything that was typed has arrived in the end, exactly once, on a second device too.
  for (const writer of writers) {
    const device = await people.find(({ seat }) => seat === writer.seat)!.open(`${writer.seat}.r1`);
    const text = device.getText('reason:i01');
    const whole = writer.doc.getText('reason:i01').toString();
    while (text.toString() !== whole)
      await new Promise((resolve) => device.once('update', resolve));
    expect(whole.match(/\[/g)!.length).toBeGreaterThan(ROUNDS);
  }
});

async function openWriter(person: Outsider): Promise<Writer> {
  const card = `${person.seat}.r1`;
  const { doc, provider } = await person.openWith(card, { ack: '1' }, CountingSocket);
  const writer: Writer = { seat: person.seat, doc, provider, written: [], saved: 0 };
  provider.messageHandlers[MESSAGE_SAVED] = (_encoder: unknown, decoder: decoding.Decoder) => {
    writer.saved = decoding.readVarUint(decoder);
  };
  return writer;
}

/** Types a token every few milliseconds while the connection is there. */
async function type(
  writer: Writer,
  round: number,
  index: number,
  stop: { now: boolean },
): Promise<void> {
  const text = writer.doc.getText('reason:i01');
  text.delete(0, text.length);
  for (let n = 0; !stop.now && writer.provider.wsconnected; n++) {
    const token = `[${index}.${round}.${n}]`;
    text.insert(text.length, token);
    const frame = (writer.provider.ws as unknown as CountingSocket | null)?.writes ?? Infinity;
    writer.written.push({ token, frame });
    await pause(4);
  }
}

/** Resolves when the provider has connected and synced by itself. */
async function backAgain(writer: Writer): Promise<void> {
  writer.written = [];
  writer.saved = 0;
  if (!writer.provider.synced)
    await new Promise<void>((resolve) => writer.provider.once('sync', () => resolve()));
}
