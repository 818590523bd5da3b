import { rmSync } from 'node:fs';
import * as Y from 'yjs';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { cardOf } from '../../shared/panel/seats.ts';
import { openDoc, setBasis, setMark, setReason } from '../../shared/scorecard/layout.ts';
import type { Basis } from '../../shared/scorecard/basis.ts';
import type { CardContent } from '../../shared/scorecard/terms.ts';
import { LogUnavailable } from '../../server/log/errors.ts';
import { openEmbeddedLog } from '../../server/log/embedded.ts';
import type { Draft, Log, Outcome } from '../../server/log/port.ts';
import { Room } from '../../server/panel/room.ts';
import { PanelCards } from '../../server/sync/panel-cards.ts';
import { ruledSetup, smallSetup } from '../kit/panel.ts';
import { does, scoringRoom } from '../kit/scoring-room.ts';
import { newTempDir } from '../kit/temp-dir.ts';
import { Desk } from './desk.ts';

const LEAVES = ['a', 'b', 'c'];
const CARD = cardOf('e1', 1);
const fail = (error: unknown): never => {
  throw error;
};

let dir: string;
let log: Log;
let room: Room;
let cards: PanelCards;

beforeEach(async () => {
  dir = newTempDir();
  log = await openEmbeddedLog(dir);
  room = await scoringRoom(log);
  cards = await PanelCards.open(room, log, fail);
});

afterEach(async () => {
  await log.close();
  rmSync(dir, { recursive: true });
});

function at(card = CARD, seat = 'e1', from = cards): Desk {
  const desk = new Desk(seat, LEAVES);
  expect(desk.connect(from.card(card))).toBeNull();
  return desk;
}

const folded = (of = room): CardContent => {
  const { state } = of;
  return state.phase === 'setup' ? {} : state.round.cards['e1']!.content;
};

describe('the card of a further round', () => {
  test('[RO4] has that round’s indicators only; the earlier card stays readable', async () => {
    const first = at();
    for (const leaf of LEAVES) setMark(first.doc, leaf, { score: 10_00 });
    expect(first.deliver()).toBeNull();
    await cards.settled();
    await does(room, 'e1', { type: 'submit-card' });
    await does(room, 'e1', { type: 'reveal', without: ['e2', 'e3', 'e4', 'e5'] });
    await does(room, 'e1', { type: 'open-round', leaves: ['b'] });
    const second = new Desk('e1', ['b']);
    expect(second.connect(cards.card('e1.r2'))).toBeNull();
    setMark(second.doc, 'b', { score: 5_00 });
    expect(second.deliver()).toBeNull();
    await cards.settled();
    expect(folded()).toEqual({ b: { mark: { score: 5_00 }, reason: '' } });
    setMark(second.doc, 'a', { score: 5_00 });
    expect(second.deliver()).toBe('not-a-card');
    setMark(first.doc, 'a', { score: 5_00 });
    expect(first.deliver()).toBe('unknown-card');
    expect(at().content['b']).toEqual({ mark: { score: 10_00 }, reason: '' });
  });
});

describe('an edit through the card', () => {
  test('is folded, saved and relayed to the other device, in this order', async () => {
    const [one, two] = [at(), at()];
    setMark(one.doc, 'a', { score: 45_00 });
    setReason(one.doc, 'a', '资料不全');
    expect(one.deliver()).toBeNull();
    expect(two.content).toEqual({});
    expect(one.savedFrames).toEqual([]);
    await cards.settled();
    expect(folded()).toEqual({ a: { mark: { score: 45_00 }, reason: '资料不全' } });
    expect(two.content).toEqual(folded());
    expect(one.savedFrames).toEqual([1, 2, 3]);
    expect(two.savedFrames).toEqual([1]);
  });

  test('what comes in one turn is one entry a card, and one append a panel', async () => {
    const calls: number[] = [];
    const watched = watch(log, (drafts) => calls.push(drafts.length));
    const opened = await Room.open(watched, room.panel);
    const of = await PanelCards.open(opened!, watched, fail);
    const desks = ['e1', 'e2', 'e3'].map((seat) => at(cardOf(seat, 1), seat, of));
    await of.settled();
    for (const desk of desks) {
      setMark(desk.doc, 'a', { score: 10_00 });
      setMark(desk.doc, 'a', { score: 20_00 });
      setMark(desk.doc, 'b', 'abstained');
      desk.deliver();
    }
    await of.settled();
    expect(calls).toEqual([3]);
    const record = (await log.read(room.panel, 0)).at(-1)!;
    expect(record.payload).toMatchObject({
      changes: [
        { leaf: 'a', mark: { score: 20_00 } },
        { leaf: 'b', mark: 'abstained' },
      ],
    });
    expect(record.entry.fact).toEqual({
      type: 'scores-changed',
      card: cardOf('e3', 1),
      leaves: ['a', 'b'],
    });
  });

  test('edits made during an append wait for the next', async () => {
    const one = at();
    setMark(one.doc, 'a', { score: 10_00 });
    one.deliver();
    await new Promise((resolve) => setImmediate(resolve));
    setMark(one.doc, 'b', { score: 10_00 });
    one.deliver();
    await cards.settled();
    expect(one.savedFrames).toEqual([1, 2, 3]);
    expect(room.state.position).toBe(4);
  });

  test('an invisible edit is stored, a repeated one only acknowledged', async () => {
    const one = at();
    one.doc.transact(() => {
      one.doc.getText('reason:a').insert(0, '无');
      one.doc.getText('reason:a').delete(0, 1);
    });
    const [update] = one.outbox;
    one.deliver();
    await cards.settled();
    expect((await log.read(room.panel, 0)).at(-1)!.payload).toMatchObject({ changes: [] });
    const { position } = room.state;
    expect(one.send(update!)).toBeNull();
    await cards.settled();
    expect(room.state.position).toBe(position);
    expect(one.savedFrames).toEqual([1, 2, 3]);
    expect(Y.decodeStateVector(cards.card(CARD).stateVector()).get(one.doc.clientID)).toBe(1);
  });
});

describe('two devices', () => {
  test('offline edits, overwrites and deletions of both merge', async () => {
    const [one, two] = [at(), at()];
    setReason(one.doc, 'a', '程序不规范');
    setMark(one.doc, 'a', { score: 10_00 });
    one.deliver();
    await cards.settled();
    one.disconnect();
    two.disconnect();
    setReason(one.doc, 'a', '招标程序不规范');
    setMark(one.doc, 'a', { score: 20_00 });
    setMark(one.doc, 'a', { score: 30_00 });
    setReason(two.doc, 'a', '程序不规范，扣分');
    setMark(two.doc, 'b', { score: 5_00 });
    setMark(two.doc, 'b', null);
    expect(one.connect(cards.card(CARD))).toBeNull();
    expect(two.connect(cards.card(CARD))).toBeNull();
    await cards.settled();
    expect(one.content).toEqual({ a: { mark: { score: 30_00 }, reason: '招标程序不规范，扣分' } });
    expect(two.content).toEqual(one.content);
    expect(folded()).toMatchObject(one.content);
  });

  test('[SY8] a client id that a live device writes under is refused from another', async () => {
    const one = at();
    setReason(one.doc, 'a', '甲');
    one.deliver();
    const copy = openDoc(LEAVES);
    copy.clientID = one.doc.clientID;
    const two = new Desk('e1', LEAVES, copy);
    expect(two.connect(cards.card(CARD))).toBeNull();
    setReason(two.doc, 'a', '乙');
    expect(two.deliver()).toBe('client-id-in-use');
    await cards.settled();
    expect(folded().a).toEqual({ reason: '甲' });
    two.disconnect();
    one.disconnect();
    const again = new Desk('e1', LEAVES, one.doc);
    expect(again.connect(cards.card(CARD))).toBeNull();
    setReason(again.doc, 'a', '甲方');
    expect(again.deliver()).toBeNull();
    await cards.settled();
    expect(folded().a).toEqual({ reason: '甲方' });
  });

  test('[SY8] one client id in two hands while offline: the second is told, not lost', async () => {
    const [one, two] = [new Desk('e1', LEAVES), new Desk('e1', LEAVES)];
    one.doc.clientID = two.doc.clientID = 4242;
    setReason(one.doc, 'a', '甲');
    setReason(two.doc, 'a', '乙');
    const missing = cards.card(CARD).stateVector();
    expect(one.connect(cards.card(CARD))).toBeNull();
    one.disconnect();
    two.connect(cards.card(CARD));
    expect(two.send(Y.encodeStateAsUpdate(two.doc, missing), false)).toBe('client-id-in-use');
    await cards.settled();
    expect(folded().a).toEqual({ reason: '甲' });
  });

  test('[SY8] tabs that told each other what they had are both let in', async () => {
    const [one, two] = [new Desk('e1', LEAVES), new Desk('e1', LEAVES)];
    setReason(one.doc, 'a', '甲');
    setReason(two.doc, 'b', '乙');
    Y.applyUpdate(one.doc, Y.encodeStateAsUpdate(two.doc));
    Y.applyUpdate(two.doc, Y.encodeStateAsUpdate(one.doc));
    const missing = cards.card(CARD).stateVector();
    expect(one.connect(cards.card(CARD))).toBeNull();
    two.connect(cards.card(CARD));
    expect(two.send(Y.encodeStateAsUpdate(two.doc, missing), false)).toBeNull();
    setReason(two.doc, 'b', '乙方');
    expect(two.deliver()).toBeNull();
    setReason(one.doc, 'a', '甲方');
    expect(one.deliver()).toBeNull();
    await cards.settled();
    expect(one.content).toEqual({ a: { reason: '甲方' }, b: { reason: '乙方' } });
    expect(two.content).toEqual(one.content);
  });

  test('[SY9] a repetition is saved only when what it repeats is', async () => {
    const card = cards.card(CARD);
    const one = at();
    setReason(one.doc, 'a', '断线前');
    one.deliver();
    one.disconnect();
    // The same document on a new socket, before the first append is through.
    const again = new Desk('e1', LEAVES, one.doc);
    again.connect(card);
    expect(again.savedFrames).toEqual([]);
    await does(room, 'e1', { type: 'join' });
    await cards.settled();
    expect(again.savedFrames).toEqual([1]);
    expect(folded().a).toEqual({ reason: '断线前' });
  });
});

describe('when the panel moves on', () => {
  async function handIn(desk: Desk): Promise<void> {
    for (const leaf of LEAVES) setMark(desk.doc, leaf, { score: 10_00 });
    desk.deliver();
    await cards.settled();
    await does(room, 'e1', { type: 'submit-card' });
  }

  test('[AD2] an edit after the hand-in is refused, also by a later catch-up, and what was accepted stays', async () => {
    const one = at();
    await handIn(one);
    const before = Buffer.from(cards.card(CARD).answer(Uint8Array.of(0)));
    setMark(one.doc, 'a', { score: 50_00 });
    expect(one.deliver()).toBe('already-submitted');
    one.disconnect();
    const again = new Desk('e1', LEAVES, one.doc);
    expect(again.connect(cards.card(CARD))).toBe('already-submitted');
    again.disconnect();
    const fresh = at();
    expect(fresh.content.a).toEqual({ mark: { score: 10_00 }, reason: '' });
    expect(Buffer.from(cards.card(CARD).answer(Uint8Array.of(0)))).toEqual(before);
    await does(room, 'e1', { type: 'take-back-card' });
    setMark(fresh.doc, 'a', { score: 40_00 });
    expect(fresh.deliver()).toBeNull();
    await cards.settled();
    expect(folded().a).toEqual({ mark: { score: 40_00 }, reason: '' });
  });

  test('[AD2] an edit that races the reveal is refused at the fence', async () => {
    const [one, two] = [at(), at()];
    await handIn(one);
    await does(room, 'e1', { type: 'take-back-card' });
    await handIn(one);
    const other = at(cardOf('e2', 1), 'e2');
    const { position } = room.state;
    setMark(other.doc, 'a', { score: 10_00 });
    const without = ['e2', 'e3', 'e4', 'e5'];
    // The reveal is first in the store; the edit was admitted before it.
    const revealed = does(room, 'e1', { type: 'reveal', without });
    expect(other.deliver()).toBeNull();
    await revealed;
    await cards.settled();
    expect(other.refusals).toEqual(['wrong-phase']);
    expect(other.savedFrames).toEqual([1]);
    expect(room.state.position).toBe(position + 1);
    expect(two.refusals).toEqual([]);
    expect(at(cardOf('e2', 1), 'e2').content).toEqual({});
  });

  test('[AD1] an edit behind a voided link never lands', async () => {
    const other = at(cardOf('e2', 1), 'e2');
    await cards.settled();
    setMark(other.doc, 'a', { score: 10_00 });
    const voided = does(room, 'secretary', { type: 'void-link', seat: 'e2' });
    expect(other.deliver()).toBeNull();
    await voided;
    await cards.settled();
    expect(other.refusals).toEqual(['link-voided']);
    expect((await log.read(room.panel, 0)).at(-1)!.entry.fact).toMatchObject({
      type: 'link-voided',
    });
  });

  test('[AD3] chair and secretary write the sheet together, each under their own name', async () => {
    await handIn(at());
    await does(room, 'e1', { type: 'reveal', without: ['e2', 'e3', 'e4', 'e5'] });
    const [chair, secretary] = [at('sheet', 'e1'), at('sheet', 'secretary')];
    setReason(chair.doc, 'a', '组长意见');
    setReason(secretary.doc, 'b', '秘书记录');
    chair.deliver();
    secretary.deliver();
    await cards.settled();
    const { state } = room;
    expect(state.phase === 'revealed' && state.sheet.draft).toEqual({
      a: { reason: '组长意见' },
      b: { reason: '秘书记录' },
    });
    const actors = (await log.read(room.panel, 0)).slice(-2).map(({ entry }) => entry.actor);
    expect(actors).toEqual(['e1', 'secretary']);
    // Nobody goes on under the other's client id, whether the other is here or not.
    const forged = new Y.Doc();
    Y.applyUpdate(forged, cards.card('sheet').answer(Uint8Array.of(0)));
    forged.clientID = chair.doc.clientID;
    chair.disconnect();
    forged.getText('reason:a').insert(0, '假');
    const update = Y.encodeStateAsUpdate(forged, cards.card('sheet').stateVector());
    expect(secretary.send(update)).toBe('client-id-in-use');
  });
});

describe('what a score rests on', () => {
  const fact = { input: { kind: 'rate', rate: 64_40 } } as const;
  /** What one transaction of a fresh device is answered. */
  async function tries(write: (doc: Y.Doc) => void): Promise<string | null> {
    const desk = at();
    desk.doc.transact(() => write(desk.doc));
    const code = desk.deliver();
    await cards.settled();
    desk.disconnect();
    return code;
  }

  beforeEach(async () => {
    room = await scoringRoom(log, ruledSetup());
    cards = await PanelCards.open(room, log, fail);
  });

  test('[AD6] off the grid only what the rule gives, and only with the fact that gives it', async () => {
    expect(await tries((doc) => setMark(doc, 'b', { score: 19_32 }))).toBe('score-off-grid');
    const computed = (doc: Y.Doc): void => {
      setBasis(doc, 'b', fact);
      setMark(doc, 'b', { score: 19_32 });
    };
    expect(await tries(computed)).toBeNull();
    expect(folded().b).toEqual({ reason: '', basis: fact, mark: { score: 19_32 } });
    expect(await tries((doc) => setMark(doc, 'b', { score: 19_33 }))).toBe('score-off-grid');
    expect(await tries((doc) => setBasis(doc, 'b', null))).toBe('score-off-grid');
    const other = { input: { kind: 'rate', rate: 70_00 } } as const;
    expect(await tries((doc) => setBasis(doc, 'b', other))).toBe('score-off-grid');
    expect(await tries((doc) => setMark(doc, 'b', { score: 19_50 }))).toBeNull();
    expect(await tries((doc) => setBasis(doc, 'b', other))).toBeNull();
    expect(folded().b).toEqual({ reason: '', basis: other, mark: { score: 19_50 } });
    expect(await tries((doc) => setBasis(doc, 'b', null))).toBeNull();
    expect(folded().b).toEqual({ reason: '', mark: { score: 19_50 } });
  });

  test('[AD6] the fact may come in an edit just before, still on its way', async () => {
    const desk = at();
    setBasis(desk.doc, 'b', fact);
    setMark(desk.doc, 'b', { score: 19_32 });
    setReason(desk.doc, 'b', '按决算数');
    expect(desk.deliver()).toBeNull();
    await cards.settled();
    expect(folded().b).toEqual({ reason: '按决算数', basis: fact, mark: { score: 19_32 } });
  });

  test('[AD10] a fact that the rule does not take, or where there is no rule', async () => {
    const choice = { input: { kind: 'choice', choice: 0 } } as const;
    expect(await tries((doc) => setBasis(doc, 'a', choice))).toBe('basis-unfit');
    const nothing: Basis = {
      input: { kind: 'deductions', deductions: [{ amount: 0, reason: '甲' }] },
    };
    expect(await tries((doc) => setBasis(doc, 'c', nothing))).toBe('basis-unfit');
    room = await scoringRoom(log);
    cards = await PanelCards.open(room, log, fail);
    expect(await tries((doc) => setBasis(doc, 'a', fact))).toBe('basis-unfit');
  });

  test('[AD10] no more deductions than points, and none of its own on the sheet', async () => {
    const listed = (amount: number) => ({ deductions: [{ amount, reason: '无佐证' }] });
    expect(await tries((doc) => setBasis(doc, 'c', listed(20_01)))).toBe('basis-unfit');
    expect(await tries((doc) => setBasis(doc, 'c', listed(20_00)))).toBeNull();
    for (const seat of ['e1', 'e2', 'e3', 'e4', 'e5']) {
      const desk = at(cardOf(seat, 1), seat);
      for (const leaf of LEAVES) setMark(desk.doc, leaf, { score: 0 });
      desk.deliver();
      await cards.settled();
      await does(room, seat, { type: 'submit-card' });
    }
    await does(room, 'e1', { type: 'reveal', without: [] });
    const sheet = at('sheet', 'e1');
    setBasis(sheet.doc, 'c', listed(50));
    expect(sheet.deliver()).toBe('basis-unfit');
  });
});

describe('two nodes on one log', () => {
  async function secondNode(): Promise<{ room: Room; cards: PanelCards }> {
    const other = (await Room.open(log, room.panel))!;
    return { room: other, cards: await PanelCards.open(other, log, fail) };
  }

  test("another node's edits reach this node's devices, and the next edit builds on them", async () => {
    const node = await secondNode();
    const [here, there] = [at(), at(CARD, 'e1', node.cards)];
    setReason(there.doc, 'a', '那边');
    there.deliver();
    await node.cards.settled();
    await room.catchUp();
    expect(here.content).toEqual({ a: { reason: '那边' } });
    setReason(here.doc, 'a', '那边，这边');
    expect(here.deliver()).toBeNull();
    await cards.settled();
    await node.room.catchUp();
    expect(there.content).toEqual({ a: { reason: '那边，这边' } });
    expect(folded(node.room)).toEqual(folded());
  });

  test('edits of one text at the same moment: what is folded is what the document says', async () => {
    const node = await secondNode();
    const [here, there] = [at(), at(CARD, 'e1', node.cards)];
    setReason(there.doc, 'a', '那边');
    setReason(here.doc, 'a', '这边');
    there.deliver();
    here.deliver();
    await Promise.all([cards.settled(), node.cards.settled()]);
    await Promise.all([room.catchUp(), node.room.catchUp()]);
    expect(here.content.a!.reason).toHaveLength(4);
    expect(there.content).toEqual(here.content);
    expect(folded()).toEqual(here.content);
    expect(folded(node.room)).toEqual(here.content);
    expect([here.savedFrames, there.savedFrames]).toEqual([
      [1, 2],
      [1, 2],
    ]);
  });

  test('two texts that are too long only together: the second is refused', async () => {
    const node = await secondNode();
    const [here, there] = [at(), at(CARD, 'e1', node.cards)];
    setReason(there.doc, 'a', '那'.repeat(1500));
    setReason(here.doc, 'a', '这'.repeat(1500));
    there.deliver();
    here.deliver();
    await Promise.all([cards.settled(), node.cards.settled()]);
    await Promise.all([room.catchUp(), node.room.catchUp()]);
    expect([...here.refusals, ...there.refusals]).toEqual(['text-too-long']);
    expect(folded().a!.reason).toHaveLength(1500);
    expect(folded(node.room)).toEqual(folded());
  });
});

describe('when the store fails', () => {
  test('nothing is saved, the devices are sent away, and they come back with their documents', async () => {
    let failing = true;
    const flaky = watch(log, () => {
      if (failing) throw new LogUnavailable('as the test wants it');
    });
    const opened = (await Room.open(flaky, room.panel))!;
    const errors: unknown[] = [];
    const of = await PanelCards.open(opened, flaky, (error) => errors.push(error));
    const [one, two] = [at(CARD, 'e1', of), at(CARD, 'e1', of)];
    await of.settled();
    setReason(one.doc, 'a', '还在');
    expect(one.deliver()).toBeNull();
    await of.settled();
    expect([one.lost, two.lost, one.savedFrames]).toEqual([1, 0, [1]]);
    expect(errors).toHaveLength(1);
    expect(two.content).toEqual({});
    failing = false;
    const again = new Desk('e1', LEAVES, one.doc);
    expect(again.connect(of.card(CARD))).toBeNull();
    await of.settled();
    expect(again.savedFrames).toEqual([1]);
    expect(two.content).toEqual({ a: { reason: '还在' } });
  });

  test('an append that landed although it was given up is folded once', async () => {
    let lost = true;
    const flaky: Log = {
      ...methods(log),
      append: async (panel, drafts) => {
        const outcomes = await log.append(panel, drafts);
        if (lost) throw new LogUnavailable('the answer was lost');
        return outcomes;
      },
    };
    const opened = (await Room.open(flaky, room.panel))!;
    const of = await PanelCards.open(opened, flaky, () => undefined);
    const [one, two] = [at(CARD, 'e1', of), at(CARD, 'e1', of)];
    await of.settled();
    setReason(one.doc, 'a', '还在');
    one.deliver();
    await of.settled();
    lost = false;
    const again = new Desk('e1', LEAVES, one.doc);
    expect(again.connect(of.card(CARD))).toBeNull();
    await of.settled();
    await opened.catchUp();
    expect(again.savedFrames).toEqual([1]);
    expect(two.content).toEqual({ a: { reason: '还在' } });
    expect(folded(opened).a).toEqual({ reason: '还在' });
    const edits = (await log.read(room.panel, 0)).filter(
      ({ entry }) => (entry.fact as { type: string }).type === 'scores-changed',
    );
    expect(edits).toHaveLength(1);
  });
});

describe('the log alone', () => {
  test('[SY6] gives every card back, also one that nobody has opened yet', async () => {
    const desks = ['e1', 'e2'].map((seat) => at(cardOf(seat, 1), seat));
    for (let n = 0; n < 300; n++)
      for (const desk of desks) {
        setReason(desk.doc, LEAVES[n % 3]!, `第${n}次：${'改'.repeat(n % 7)}`);
        if (n % 5 === 0) setMark(desk.doc, 'b', { score: (n % 60) * 50 });
        desk.deliver();
        if (n % 10 === 0) await cards.settled();
      }
    await cards.settled();
    const reopened = (await Room.open(log, room.panel))!;
    const others = await PanelCards.open(reopened, log, fail);
    const third = at(cardOf('e3', 1), 'e3', others);
    setMark(third.doc, 'a', 'abstained');
    third.deliver();
    await others.settled();
    for (const desk of desks) {
      const card = cardOf(desk.seat, 1);
      expect(at(card, desk.seat, others).content).toEqual(desk.content);
      expect(at(card, desk.seat, cards).content).toEqual(desk.content);
    }
    expect(folded(reopened)).toEqual(folded());
  });

  test('a setup of other leaves has other roots', async () => {
    const setup = structuredClone(smallSetup());
    setup.framework.indicators[0]!.children[0]!.id = 'other';
    const of = await scoringRoom(log, setup);
    const desk = at(CARD, 'e1', await PanelCards.open(of, log, fail));
    setMark(desk.doc, 'a', { score: 10_00 });
    expect(desk.deliver()).toBe('not-a-card');
  });
});

const methods = (of: Log): Log => ({
  append: (panel, drafts) => of.append(panel, drafts),
  read: (panel, after) => of.read(panel, after),
  panels: () => of.panels(),
  follow: (grown) => of.follow(grown),
  key: () => of.key(),
  notices: () => of.notices(),
  close: () => of.close(),
});

/** A seam around the real log: sees, and may fail, every append before it is made. */
function watch(of: Log, before: (drafts: Draft[]) => void): Log {
  return {
    ...methods(of),
    append: async (panel, drafts): Promise<Outcome[]> => {
      before(drafts);
      return of.append(panel, drafts);
    },
  };
}
