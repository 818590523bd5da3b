import { rmSync } from 'node:fs';
import { get } from 'node:http';
import { WebSocket } from 'ws';
import { WebsocketProvider } from 'y-websocket';
import * as Y from 'yjs';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { openDoc, readContent, setMark, setReason } from '../../shared/scorecard/layout.ts';
import type { CardContent } from '../../shared/scorecard/terms.ts';
import { CLOSE } from '../../shared/wire/sync.ts';
import { openEmbeddedLog } from '../../server/log/embedded.ts';
import type { Log } from '../../server/log/port.ts';
import { Room } from '../../server/panel/room.ts';
import { does, scoringRoom } from '../kit/scoring-room.ts';
import {
  RawDevice,
  syncServer,
  tokenOf,
  type Ending,
  type SyncServer,
} from '../kit/sync-server.ts';
import { newTempDir } from '../kit/temp-dir.ts';

const LEAVES = ['a', 'b', 'c'];
const CARD = 'e1.r1';

let dir: string;
let log: Log;
let room: Room;
let server: SyncServer;
let endings: (() => void)[];

beforeEach(async () => {
  dir = newTempDir();
  log = await openEmbeddedLog(dir);
  room = await scoringRoom(log);
  server = await syncServer(log, [room]);
  endings = [];
});

afterEach(async () => {
  for (const end of endings) end();
  await server.stop();
  await log.close();
  rmSync(dir, { recursive: true });
});

interface Tab {
  provider: WebsocketProvider;
  doc: Y.Doc;
  content: () => CardContent;
  closed: Promise<Ending>;
}

/** y-websocket's own provider as it is; only told which WebSocket to use on Node. */
function tab(
  options: { card?: string; token?: string; tabs?: boolean; doc?: Y.Doc; from?: SyncServer } = {},
): Tab {
  const { card = CARD, token = tokenOf('e1'), tabs = false, from = server } = options;
  const doc = options.doc ?? openDoc(LEAVES);
  const provider = new WebsocketProvider(`${from.url}/${room.panel}`, card, doc, {
    params: { token },
    disableBc: !tabs,
    WebSocketPolyfill: WebSocket as unknown as typeof globalThis.WebSocket,
  });
  endings.push(() => provider.destroy());
  const closed = new Promise<Ending>((resolve) => provider.on('closed', resolve));
  return { provider, doc, content: () => readContent(doc, LEAVES), closed };
}

function raw(
  query = `token=${tokenOf('e1')}`,
  card = CARD,
  answers = true,
  doc?: Y.Doc,
): RawDevice {
  const device = new RawDevice(
    `${server.url}/${room.panel}/${card}?ack=1&${query}`,
    LEAVES,
    answers,
    doc,
  );
  endings.push(() => device.close());
  return device;
}

const synced = ({ provider }: Tab): Promise<void> =>
  new Promise((resolve) => {
    if (provider.synced) resolve();
    else provider.once('sync', () => resolve());
  });
const folded = (): CardContent =>
  room.state.phase === 'setup' ? {} : room.state.round.cards['e1']!.content;
const soon = (check: () => void): Promise<void> =>
  vi.waitFor(check, { timeout: 10_000, interval: 10 });

describe("an unmodified provider with the expert's token", () => {
  test('two of them converge, and survive edits made offline by both', async () => {
    const [one, two] = [tab(), tab()];
    await Promise.all([synced(one), synced(two)]);
    setMark(one.doc, 'a', { score: 10_00 });
    setReason(one.doc, 'a', '程序不规范');
    await soon(() => expect(two.content()).toEqual(one.content()));
    one.provider.disconnect();
    two.provider.disconnect();
    setReason(one.doc, 'a', '招标程序不规范');
    setMark(one.doc, 'a', { score: 20_00 });
    setMark(one.doc, 'a', { score: 30_00 });
    setMark(one.doc, 'b', 'abstained');
    setMark(one.doc, 'b', null);
    setReason(two.doc, 'a', '程序不规范，扣分');
    setMark(two.doc, 'c', { score: 5_00 });
    one.provider.connect();
    two.provider.connect();
    const merged = {
      a: { mark: { score: 30_00 }, reason: '招标程序不规范，扣分' },
      c: { mark: { score: 5_00 }, reason: '' },
    };
    await soon(() => expect([one.content(), two.content()]).toEqual([merged, merged]));
    expect(folded()).toMatchObject(merged);
    // Typing goes on after the reconnection, on both.
    setReason(one.doc, 'b', '一');
    setReason(two.doc, 'b', '二');
    await soon(() => expect(folded().b?.reason).toHaveLength(2));
    await soon(() => expect(one.content()).toEqual(two.content()));
  });

  test('tabs of one browser that tell each other everything are not locked out', async () => {
    const [one, two] = [tab({ tabs: true }), tab({ tabs: true })];
    await Promise.all([synced(one), synced(two)]);
    setReason(one.doc, 'a', '一');
    await soon(() => expect(two.content().a?.reason).toBe('一'));
    server.endpoint.close();
    await soon(() => expect([one, two].some(({ provider }) => provider.wsconnected)).toBe(false));
    setReason(one.doc, 'a', '一一');
    setReason(two.doc, 'b', '二');
    await soon(() => expect(one.content()).toEqual(two.content()));
    const moved = await syncServer(log, [room]);
    endings.push(() => void moved.stop());
    for (const { provider } of [one, two]) {
      provider.serverUrl = `${moved.url}/${room.panel}`;
      provider.connect();
    }
    await soon(() => expect(folded()).toMatchObject(one.content()));
    setReason(two.doc, 'b', '二二');
    await soon(() => expect(folded().b?.reason).toBe('二二'));
    setReason(one.doc, 'a', '一一一');
    await soon(() => expect(folded().a?.reason).toBe('一一一'));
    expect(one.provider.shouldConnect && two.provider.shouldConnect).toBe(true);
  });

  test("another expert's token gets nothing, changes nothing, and stops asking", async () => {
    const one = tab();
    await synced(one);
    setReason(one.doc, 'a', '不给别人看');
    await soon(() => expect(folded().a).toBeDefined());
    const before = room.state.position;
    const doc = openDoc(LEAVES);
    setMark(doc, 'a', { score: 0 });
    const other = tab({ token: tokenOf('e2'), doc });
    expect((await other.closed).code).toBe(CLOSE.forbidden);
    expect(other.provider.shouldConnect).toBe(false);
    expect(other.content()).toEqual({ a: { mark: { score: 0 }, reason: '' } });
    expect(room.state.position).toBe(before);
  });

  test('is told for good where there is no such card, panel, seat or round', async () => {
    const codes = await Promise.all(
      [
        { card: 'e1.r2' },
        { card: 'e1' },
        { card: 'e1.r1/more' },
        { card: 'sheet' },
        { card: '%2e%2e%2fetc' },
        { card: 'e2.r1', token: tokenOf('e1') },
        { card: 'e99.r1', token: tokenOf('e99') },
        { token: '' },
        { token: tokenOf('e1', 7) },
      ].map(async (options) => (await tab(options).closed).code),
    );
    const { unknown, forbidden } = CLOSE;
    expect(codes).toEqual([
      ...[unknown, unknown, unknown, unknown, unknown],
      ...[forbidden, forbidden, forbidden, forbidden],
    ]);
  });

  test('after the hand-in its edit is refused with a code, and it stops', async () => {
    const one = tab();
    await synced(one);
    for (const leaf of LEAVES) setMark(one.doc, leaf, { score: 10_00 });
    await soon(() => expect(Object.keys(folded())).toHaveLength(3));
    await does(room, 'e1', { type: 'submit-card' });
    const before = room.state.position;
    // Reconnecting alone is no edit.
    one.provider.disconnect();
    one.provider.connect();
    await soon(() => expect(one.provider.synced).toBe(true));
    setMark(one.doc, 'a', { score: 50_00 });
    expect(await one.closed).toEqual({ code: CLOSE.refused, reason: 'already-submitted' });
    // The refused document comes back all the same: it is refused as a whole.
    const stubborn = tab({ doc: one.doc });
    expect((await stubborn.closed).code).toBe(CLOSE.refused);
    const fresh = tab();
    await synced(fresh);
    expect(fresh.content().a).toEqual({ mark: { score: 10_00 }, reason: '' });
    expect(room.state.position).toBe(before);
  });
});

describe('a client that asks for acknowledgements', () => {
  test('[AK1] hears of a write only once it is durable', async () => {
    await server.stop();
    let release = (): void => undefined;
    let held = 0;
    const slow: Log = {
      append: async (panel, drafts) => {
        held++;
        await new Promise<void>((resolve) => (release = resolve));
        return log.append(panel, drafts);
      },
      read: (panel, after) => log.read(panel, after),
      panels: () => log.panels(),
      follow: (grown) => log.follow(grown),
      key: () => log.key(),
      notices: () => log.notices(),
      close: () => log.close(),
    };
    room = (await Room.open(slow, room.panel))!;
    server = await syncServer(slow, [room]);
    const [one, two] = [raw().live(), raw()];
    await Promise.all([one.open(), two.open()]);
    await Promise.all([one.allSaved(), two.allSaved()]);
    setMark(one.doc, 'a', { score: 10_00 });
    await soon(() => expect(held).toBe(1));
    setMark(one.doc, 'b', { score: 10_00 });
    // A question is answered meanwhile, so whatever else was to be said has been said.
    two.heard = [];
    two.ask(Uint8Array.of(0));
    await two.until(() => two.heard.includes('sync 1'));
    expect([one.sent, one.saved]).toEqual([3, 1]);
    expect(readContent(two.doc, LEAVES)).toEqual({});
    release();
    await soon(() => expect(held).toBe(2));
    await one.until(() => one.saved > 1);
    expect(one.saved).toBe(2);
    await two.until(() => readContent(two.doc, LEAVES).a !== undefined);
    release();
    await one.allSaved();
    expect(one.saved).toBe(3);
  });

  test('[AK2] is told why it was refused, in both languages, before the close', async () => {
    const one = raw().live();
    await one.open();
    setMark(one.doc, 'a', { score: 99_00 });
    expect(await one.ended).toEqual({ code: CLOSE.refused, reason: 'score-out-of-range' });
    expect(one.refusal).toEqual({
      code: 'score-out-of-range',
      zh: expect.stringMatching(/得分/),
      en: expect.stringMatching(/score/),
    });
    // The next sync does not bring the value in by the back door.
    const again = raw(undefined, CARD, true, one.doc);
    expect(await again.ended).toEqual({ code: CLOSE.refused, reason: 'score-out-of-range' });
    const fresh = raw().live();
    await fresh.allSaved();
    expect(readContent(fresh.doc, LEAVES)).toEqual({});
    setMark(fresh.doc, 'a', { score: 50_00 });
    await fresh.allSaved();
    expect(folded()).toEqual({ a: { mark: { score: 50_00 }, reason: '' } });
  });

  test('[AK3] may type before it has caught up: what is missing is waited for, then counted', async () => {
    const doc = openDoc(LEAVES);
    const updates: Uint8Array[] = [];
    doc.on('update', (update: Uint8Array) => updates.push(update));
    setReason(doc, 'a', '离线时写的');
    setReason(doc, 'a', '离线时写的，接着写');
    const one = raw(undefined, CARD, false, doc);
    await one.open();
    one.update(updates[1]!);
    one.ask();
    await one.until(() => one.heard.includes('sync 1'));
    expect(one.saved).toBe(0);
    one.catchUp(Y.encodeStateAsUpdate(doc));
    await one.allSaved();
    expect(one.saved).toBe(2);
    expect(folded().a?.reason).toBe('离线时写的，接着写');
  });

  test('[AK4] whose catch-up leaves an edit hanging is refused', async () => {
    const doc = openDoc(LEAVES);
    const updates: Uint8Array[] = [];
    doc.on('update', (update: Uint8Array) => updates.push(update));
    setReason(doc, 'a', '一');
    setReason(doc, 'a', '一二');
    const one = raw(undefined, CARD, false, doc);
    await one.open();
    one.update(updates[1]!);
    one.catchUp(Uint8Array.of(0, 0));
    expect(await one.ended).toEqual({ code: CLOSE.refused, reason: 'edits-missing' });
    expect(folded()).toEqual({});
    // Later on, when nothing has been asked, it is asked again.
    const two = raw(undefined, CARD, true, doc);
    await two.allSaved();
    setReason(doc, 'a', '一二三');
    setReason(doc, 'a', '一二三四');
    two.heard = [];
    two.update(updates[3]!);
    await two.allSaved();
    expect(two.heard).toContain('sync 0');
    expect(two.saved).toBe(3);
    expect(folded().a?.reason).toBe('一二三四');
  });

  test('[AK5] a voided link closes its sockets at once, and no others', async () => {
    const [one, two] = [raw(), raw(`token=${tokenOf('e2')}`, 'e2.r1')];
    await Promise.all([one.open(), two.open()]);
    await does(room, 'secretary', { type: 'void-link', seat: 'e1' });
    expect(await one.ended).toEqual({ code: CLOSE.forbidden, reason: 'link-voided' });
    expect(one.refusal?.code).toBe('link-voided');
    expect((await raw().ended).code).toBe(CLOSE.forbidden);
    const renewed = raw(`token=${tokenOf('e1', 1)}`).live();
    await renewed.open();
    setMark(renewed.doc, 'a', { score: 10_00 });
    await renewed.allSaved();
    expect(two.ws.readyState).toBe(WebSocket.OPEN);
  });

  test('[AK6] the sheet takes its seat from the query', async () => {
    const one = raw().live();
    await one.open();
    for (const leaf of LEAVES) setMark(one.doc, leaf, { score: 10_00 });
    await one.allSaved();
    await does(room, 'e1', { type: 'submit-card' });
    await does(room, 'e1', { type: 'reveal', without: ['e2', 'e3', 'e4', 'e5'] });
    const secretary = raw(`seat=secretary&token=${tokenOf('secretary')}`, 'sheet').live();
    const expert = raw(`seat=e2&token=${tokenOf('e2')}`, 'sheet');
    const seatless = raw(`token=${tokenOf('secretary')}`, 'sheet');
    expect((await expert.ended).code).toBe(CLOSE.forbidden);
    expect((await seatless.ended).code).toBe(CLOSE.unknown);
    await secretary.open();
    setReason(secretary.doc, 'a', '合议：资料不全');
    await secretary.allSaved();
    expect(room.state.phase === 'revealed' && room.state.sheet.draft).toEqual({
      a: { reason: '合议：资料不全' },
    });
  });
});

describe('the server', () => {
  test('[SY6] stopped in full flight and started again from its folder it has what it acknowledged', async () => {
    const one = raw().live();
    await one.open();
    for (let n = 0; n < 60; n++) {
      setMark(one.doc, 'a', { score: n * 50 });
      setReason(one.doc, 'b', `第${n}稿`);
      if (n % 20 === 19) await one.until(() => one.saved >= n);
    }
    const { saved } = one;
    await server.stop();
    await log.close();
    log = await openEmbeddedLog(dir);
    room = (await Room.open(log, room.panel))!;
    server = await syncServer(log, [room]);
    const before = folded();
    expect(saved).toBeGreaterThanOrEqual(59);
    expect(before.a).toBeDefined();
    const two = tab();
    await synced(two);
    expect(two.content()).toEqual(before);
    // The first device comes back with all it has, acknowledged or not.
    const again = raw(undefined, CARD, true, one.doc);
    await again.allSaved();
    await soon(() => expect(two.content()).toEqual(readContent(one.doc, LEAVES)));
    expect(folded().b?.reason).toBe('第59稿');
  });

  test('refuses a page of another origin before the upgrade', async () => {
    const url = `${server.url}/${room.panel}/${CARD}?token=${tokenOf('e1')}`;
    const answer = await new Promise<number | undefined>((resolve) => {
      new WebSocket(url, { origin: 'http://evil' })
        .on('unexpected-response', (_request, response) => resolve(response.statusCode))
        .on('open', () => resolve(101))
        .on('error', () => undefined);
    });
    expect(answer).toBe(403);
    const ours = new WebSocket(url, { origin: 'http://ours' });
    await new Promise((resolve) => ours.on('open', resolve));
    ours.close();
    await new Promise((resolve) => ours.on('close', resolve));
  });

  test("leaves other paths to others, and what isn't a websocket alone", async () => {
    const other = new WebSocket(server.url.replace('/sync', '/elsewhere'));
    await new Promise((resolve) => other.on('error', resolve));
    const url = `${server.url.replace('ws:', 'http:')}/${room.panel}/${CARD}`;
    const status = await new Promise<number | undefined>((resolve) => {
      const headers = { connection: 'Upgrade', upgrade: 'websocket' };
      get(url, { headers }, (response) => resolve(response.statusCode));
    });
    expect(status).toBe(400);
  });

  test('writes no content, score or token into its log', async () => {
    const one = raw().live();
    await one.open();
    setReason(one.doc, 'a', '秘密的理由');
    setMark(one.doc, 'a', { score: 49_99 });
    await one.ended;
    const written = JSON.stringify(server.lines);
    expect(written).toContain('score-off-grid');
    expect(written).not.toMatch(/秘密|4999|e1@0|token/);
  });
});
