import * as Y from 'yjs';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { rmSync } from 'node:fs';
import { checkContent, setMark, setReason } from '../../shared/scorecard/layout.ts';
import { openEmbeddedLog } from '../../server/log/embedded.ts';
import type { Log } from '../../server/log/port.ts';
import type { Room } from '../../server/panel/room.ts';
import type { Card } from '../../server/sync/card.ts';
import { PanelCards } from '../../server/sync/panel-cards.ts';
import { scoringRoom } from '../kit/scoring-room.ts';
import { newTempDir } from '../kit/temp-dir.ts';
import { craft, text, type Place } from './craft.ts';
import { Desk } from './desk.ts';
import { hostileUpdates } from './hostile.ts';

const LEAVES = ['a', 'b', 'c'];
let dir: string;
let log: Log;
let room: Room;
let cards: PanelCards;
let card: Card;
let victim: Desk;
let author: Desk;

const fail = (error: unknown): never => {
  throw error;
};

beforeAll(async () => {
  dir = newTempDir();
  log = await openEmbeddedLog(dir);
  room = await scoringRoom(log);
  cards = await PanelCards.open(room, log, fail);
  card = cards.card('e1.r1');
  victim = new Desk('e1', LEAVES);
  victim.doc.clientID = 77;
  victim.connect(card);
  setReason(victim.doc, 'a', '论证不充分');
  setMark(victim.doc, 'b', { score: 20_00 });
  setMark(victim.doc, 'b', { score: 25_00 });
  victim.deliver();
  await cards.settled();
  author = new Desk('e1', LEAVES);
  author.connect(card);
});

afterAll(async () => {
  await log.close();
  rmSync(dir, { recursive: true });
});

const bytes = (): string => Buffer.from(card.answer(Uint8Array.of(0))).toString('base64');

describe('the hostile list on a card', () => {
  const known = hostileUpdates(77, 7);

  test('is what it says', () => {
    expect(Y.decodeStateVector(card.stateVector())).toEqual(new Map([[77, 7]]));
    expect(known.length).toBeGreaterThan(140);
    expect(new Set(known.map(({ name }) => name)).size).toBe(known.length);
  });

  test.each(known)('[SY5] $name changes nothing', async ({ update, code }) => {
    const before = { bytes: bytes(), position: room.state.position };
    for (const live of [true, false]) {
      const attacker = new Desk('e1', LEAVES);
      attacker.connect(card);
      await cards.settled();
      const answer = attacker.send(update, live);
      expect(answer).toEqual(code ?? expect.any(String));
      attacker.disconnect();
    }
    await cards.settled();
    expect({ bytes: bytes(), position: room.state.position }).toEqual(before);
    // The trial is what is accepted again, and the author goes on as if nothing had happened.
    setMark(author.doc, 'c', { score: room.state.position % 2 === 0 ? 5_00 : 6_00 });
    expect(author.deliver()).toBeNull();
    await cards.settled();
    expect(author.savedFrames.length).toBe(author.frames);
    expect(room.state.position).toBe(before.position + 1);
  });

  test('control: a plain document takes in most of what it can read', () => {
    let [swallowed, changed] = [0, 0];
    for (const { update } of known) {
      const doc = new Y.Doc();
      Y.applyUpdate(doc, card.answer(Uint8Array.of(0)));
      const before = Buffer.from(Y.encodeStateAsUpdate(doc));
      try {
        Y.applyUpdate(doc, update);
        swallowed++;
      } catch {
        continue;
      } finally {
        if (!before.equals(Y.encodeStateAsUpdate(doc))) changed++;
      }
    }
    expect(swallowed).toBeGreaterThan(40);
    expect(changed).toBeGreaterThan(40);
  });

  test('[SY6] what was accepted reloads', async () => {
    const reloaded = await PanelCards.open(room, log, fail);
    const doc = new Y.Doc();
    for (const leaf of LEAVES) doc.getText(`reason:${leaf}`);
    doc.getMap('scores');
    doc.getMap('basis');
    Y.applyUpdate(doc, reloaded.card('e1.r1').answer(Uint8Array.of(0)));
    expect(checkContent(doc, LEAVES)).toEqual(author.content);
    expect(author.content.a).toEqual({ reason: '论证不充分' });
  });

  test('[SY7] structs that all want one place are refused before Yjs sorts them', async () => {
    const crowd = new Desk('e1', LEAVES);
    crowd.connect(card);
    // Each typed in front of the one before.
    const structs = (client: number, count: number) => ({
      client,
      clock: 0,
      structs: Array.from({ length: count }, (_, n) => ({
        ...(n > 0 && { right: [client, n - 1] as Place }),
        root: 'reason:c',
        ...text('x'),
      })),
    });
    expect(crowd.send(craft({ runs: [structs(1000, 500)] }))).toBeNull();
    // Each of these would be compared with each of those: a quarter of a million steps of half a microsecond.
    expect(crowd.send(craft({ runs: [structs(2000, 500)] }))).toBe('too-large');
    crowd.disconnect();
    await cards.settled();
  });
});
