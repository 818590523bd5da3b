import { rmSync } from 'node:fs';
import fc from 'fast-check';
import * as Y from 'yjs';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { checkChanges } from '../../shared/panel/admission.ts';
import { diffContent } from '../../shared/scorecard/changes.ts';
import {
  checkContent,
  openDoc,
  setBasis,
  setMark,
  setReason,
} from '../../shared/scorecard/layout.ts';
import { isEmptyLine } from '../../shared/scorecard/content.ts';
import type { CardContent } from '../../shared/scorecard/terms.ts';
import { openEmbeddedLog } from '../../server/log/embedded.ts';
import type { Log } from '../../server/log/port.ts';
import { Room } from '../../server/panel/room.ts';
import { PanelCards } from '../../server/sync/panel-cards.ts';
import { readUpdate } from '../../server/sync/update.ts';
import { scoringRoom } from '../kit/scoring-room.ts';
import { newTempDir } from '../kit/temp-dir.ts';
import { Desk } from '../sync/desk.ts';

const LEAVES = ['a', 'b', 'c'];
const CARD = 'e1.r1';
const fail = (error: unknown): never => {
  throw error;
};

let dir: string;
let log: Log;
beforeAll(async () => {
  dir = newTempDir();
  log = await openEmbeddedLog(dir);
});
afterAll(async () => {
  await log.close();
  rmSync(dir, { recursive: true });
});

/** Two nodes of the same panel: devices 0 and 1 are on the first, 2 on the second. */
async function twoNodes(): Promise<{ room: Room; cards: PanelCards }[]> {
  const room = await scoringRoom(log);
  const other = (await Room.open(log, room.panel))!;
  return Promise.all(
    [room, other].map(async (each) => ({
      room: each,
      cards: await PanelCards.open(each, log, fail),
    })),
  );
}

const leaf = fc.constantFrom(...LEAVES);
/** With characters of one, two, three and four bytes. */
const words = fc.stringMatching(/^[a酌情扣分é😀 。]{1,6}$/u);
const action = fc.oneof(
  { weight: 6, arbitrary: fc.record({ do: fc.constant('type'), leaf, words, at: fc.nat(40) }) },
  {
    weight: 3,
    arbitrary: fc.record({ do: fc.constant('cut'), leaf, at: fc.nat(40), length: fc.nat(8) }),
  },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('reword'), leaf, words }) },
  { weight: 4, arbitrary: fc.record({ do: fc.constant('score'), leaf, grid: fc.nat(40) }) },
  { weight: 3, arbitrary: fc.record({ do: fc.constant('list'), leaf, words, grid: fc.nat(40) }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('unlist'), leaf }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('abstain'), leaf }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('clear'), leaf }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('undo') }) },
  { weight: 6, arbitrary: fc.record({ do: fc.constant('deliver') }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('leave') }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('come') }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('settle') }) },
);
type Action = { do: string; leaf: string; words: string; at: number; length: number; grid: number };
const steps = fc.array(fc.tuple(fc.nat(2), action as unknown as fc.Arbitrary<Action>), {
  minLength: 40,
  maxLength: 160,
  size: 'max',
});

/** A Yjs client id decides the order of insertions at one place, so it belongs to what is repeated. */
const clientId = fc.integer({ min: 1, max: 2 ** 32 - 1 });

class Writer {
  desk = new Desk('e1', LEAVES);
  #undo = new Y.UndoManager(
    LEAVES.map((id) => this.desk.doc.getText(`reason:${id}`)),
    { captureTimeout: 0 },
  );

  constructor(id: number) {
    this.desk.doc.clientID = id;
  }

  edit(action: Action): void {
    const { doc } = this.desk;
    const reason = doc.getText(`reason:${action.leaf}`);
    const at = Math.min(action.at, reason.length);
    if (action.do === 'type') reason.insert(at, action.words);
    if (action.do === 'cut') reason.delete(at, Math.min(action.length, reason.length - at));
    if (action.do === 'reword') setReason(doc, action.leaf, action.words);
    if (action.do === 'score') setMark(doc, action.leaf, { score: action.grid * 50 });
    const deductions = [{ amount: action.grid, reason: action.words }];
    if (action.do === 'list') setBasis(doc, action.leaf, { deductions });
    if (action.do === 'unlist') setBasis(doc, action.leaf, null);
    if (action.do === 'abstain') setMark(doc, action.leaf, 'abstained');
    if (action.do === 'clear') setMark(doc, action.leaf, null);
    if (action.do === 'undo') this.#undo.undo();
  }
}

const plain = (content: CardContent): unknown => JSON.parse(JSON.stringify(content));
const folded = ({ state }: Room): CardContent =>
  state.phase === 'scoring' ? state.round.cards['e1']!.content : {};
/** Lines that say nothing left out, as a document shows them. */
const shown = (content: CardContent): unknown =>
  Object.fromEntries(Object.entries(content).filter(([, line]) => !isEmptyLine(line)));

test('[SY10] honest edits of three devices on two nodes, offline and on, are never refused and converge', async () => {
  let [landed, offline] = [0, 0];
  await fc.assert(
    fc.asyncProperty(
      steps,
      fc.uniqueArray(clientId, { minLength: 3, maxLength: 3 }),
      async (script, ids) => {
        const nodes = await twoNodes();
        const writers = ids.map((id) => new Writer(id));
        const cardOf = (who: number) => nodes[who === 2 ? 1 : 0]!.cards.card(CARD);
        const settle = async (): Promise<void> => {
          await Promise.all(nodes.map(({ cards }) => cards.settled()));
          for (const { room } of nodes) await room.catchUp();
        };
        for (const [who, { desk }] of writers.entries())
          expect(desk.connect(cardOf(who))).toBeNull();
        for (const [who, action] of script) {
          const { desk } = writers[who]!;
          if (action.do === 'come' && !desk.open) expect(desk.connect(cardOf(who))).toBeNull();
          else if (action.do === 'leave') desk.disconnect();
          else if (action.do === 'settle') await settle();
          else if (action.do === 'deliver') expect(desk.deliver()).toBeNull();
          else {
            writers[who]!.edit(action);
            offline += desk.open ? 0 : 1;
          }
        }
        for (const [who, { desk }] of writers.entries()) {
          if (!desk.open) expect(desk.connect(cardOf(who))).toBeNull();
          expect(desk.deliver()).toBeNull();
        }
        await settle();
        for (const { desk } of writers) {
          expect(desk.refusals).toEqual([]);
          expect(desk.lost).toBe(0);
          expect(new Set(desk.savedFrames).size).toBe(desk.frames);
          expect(desk.content).toEqual(writers[0]!.desk.content);
        }
        for (const { room } of nodes)
          expect(shown(folded(room))).toEqual(plain(writers[0]!.desk.content));
        landed += nodes[0]!.room.state.position;
      },
    ),
    { numRuns: 100 },
  );
  expect(landed).toBeGreaterThan(600);
  expect(offline).toBeGreaterThan(100);
});

test('[SY11] whatever happens to its bytes, an update is a legal edit or nothing', async () => {
  const nodes = await twoNodes();
  const { room, cards } = nodes[0]!;
  const card = cards.card(CARD);
  const honest = new Writer(2 ** 31);
  expect(honest.desk.connect(card)).toBeNull();
  let [legal, refused] = [0, 0];
  const bytes = fc.array(fc.record({ at: fc.nat(), how: fc.nat(3), byte: fc.nat(255) }), {
    minLength: 1,
    maxLength: 4,
  });
  const edits = fc.array(action as unknown as fc.Arbitrary<Action>, { minLength: 1, maxLength: 6 });
  await fc.assert(
    fc.asyncProperty(edits, bytes, fc.boolean(), clientId, async (script, mutations, live, id) => {
      const attacker = new Writer(id);
      expect(attacker.desk.connect(card)).toBeNull();
      attacker.desk.doc.transact(() => script.forEach((each) => attacker.edit(each)));
      const update = mutated(attacker.desk.outbox[0] ?? Uint8Array.of(0, 0), mutations);
      await cards.settled();
      const before = { content: folded(room), vector: card.stateVector() };
      const code = attacker.desk.send(update, live);
      await cards.settled();
      if (code === null) legal++;
      else {
        refused++;
        expect(folded(room)).toEqual(before.content);
        expect(card.stateVector()).toEqual(before.vector);
      }
      attacker.desk.disconnect();
      // What is accepted reads, lies on the scale, is what was folded, and goes on.
      const doc = openDoc(LEAVES);
      Y.applyUpdate(doc, card.answer(Uint8Array.of(0)));
      const content = checkContent(doc, LEAVES) as CardContent;
      expect(shown(folded(room))).toEqual(plain(content));
      expect(checkChanges(room.state, CARD, diffContent({}, content), content)).toBeNull();
      setReason(honest.desk.doc, 'a', honest.desk.content.a?.reason === '续' ? '再续' : '续');
      expect(honest.desk.deliver()).toBeNull();
    }),
    // One card for all runs: a failing run can't be repeated, nor shrunk, without those before it.
    { numRuns: 1500, endOnFailure: true },
  );
  await cards.settled();
  expect(honest.desk.refusals).toEqual([]);
  expect(honest.desk.savedFrames).toHaveLength(honest.desk.frames);
  expect(legal).toBeGreaterThan(30);
  expect(refused).toBeGreaterThan(300);
  const reopened = await PanelCards.open((await Room.open(log, room.panel))!, log, fail);
  const last = new Desk('e1', LEAVES);
  expect(last.connect(reopened.card(CARD))).toBeNull();
  expect(last.content).toEqual(honest.desk.content);
});

test('[SY12] an honest update is read just as Yjs reads it', () => {
  let structs = 0;
  fc.assert(
    fc.property(
      fc.array(action as unknown as fc.Arbitrary<Action>, {
        minLength: 5,
        maxLength: 60,
        size: 'max',
      }),
      fc.boolean(),
      clientId,
      (script, gc, id) => {
        const writer = new Writer(id);
        writer.desk.doc.gc = gc;
        script.forEach((each) => writer.edit(each));
        const update = Y.encodeStateAsUpdate(writer.desk.doc);
        const [ours, theirs] = [readUpdate(update), Y.decodeUpdate(update)];
        if (typeof ours === 'string') throw new Error(ours);
        const flat = [...ours.runs.values()].flatMap((run) => run.structs);
        expect(flat.map(({ client, clock, length }) => [client, clock, length])).toEqual(
          theirs.structs.map(({ id, length }) => [id.client, id.clock, length]),
        );
        expect(flat.map(({ content }) => content.kind)).toEqual(
          theirs.structs.map((struct) =>
            !(struct instanceof Y.Item)
              ? 'other'
              : struct.content instanceof Y.ContentString
                ? 'text'
                : struct.content instanceof Y.ContentAny
                  ? 'values'
                  : 'deleted',
          ),
        );
        const ranges = [...theirs.ds.clients].flatMap(([client, items]) =>
          items.map(({ clock, len }) => ({ client, clock, length: len })),
        );
        expect(ours.deletes).toEqual(ranges);
        structs += flat.length;
      },
    ),
  );
  expect(structs).toBeGreaterThan(300);
});

function mutated(update: Uint8Array, mutations: { at: number; how: number; byte: number }[]) {
  const bytes = [...update];
  for (const { at, how, byte } of mutations) {
    const place = bytes.length === 0 ? 0 : at % bytes.length;
    if (how === 0) bytes[place] = byte;
    else if (how === 1) bytes[place] = (bytes[place] ?? 0) ^ (1 << (byte % 8));
    else if (how === 2) bytes.splice(place, 1);
    else bytes.splice(place, 0, byte);
  }
  return Uint8Array.from(bytes);
}
