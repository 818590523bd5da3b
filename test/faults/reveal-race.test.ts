import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { setTimeout as pause } from 'node:timers/promises';
import { draftOf } from '../../server/panel/records.ts';
import { Room } from '../../server/panel/room.ts';
import type { Log } from '../../server/log/port.ts';
import type { Fact } from '../../shared/panel/facts.ts';
import { stores, type TestStore } from '../contract/stores.ts';
import { smallSetup } from '../kit/panel.ts';

const RACES = 1000;
const at = '2026-01-01T00:00:00.000Z';

describe.each(stores)('an edit racing the reveal, on the $name log', ({ start }) => {
  let store: TestStore;
  let logs: Log[];
  beforeAll(async () => {
    store = await start();
    // Where the store can be shared, the edit comes in on one node and the reveal on another.
    logs = [await store.open()];
    if (store.shared) logs.push(await store.open());
  });
  afterAll(async () => {
    await Promise.all(logs.map((log) => log.close()));
    await store.remove();
  });

  test(`[FE1] ${RACES} times: no edit after it, none acknowledged and lost`, async () => {
    const seen = { landed: 0, refused: 0 };
    for (let race = 0; race < RACES; race++) {
      const panel = `race${String(race).padStart(6, '0')}`;
      const edits = await open(panel, logs[0]!);
      const reveals = logs.length > 1 ? (await Room.open(logs[1]!, panel))! : edits;

      const fact: Fact = { type: 'scores-changed', card: 'e2.r1', leaves: ['a'] };
      const changes = [{ leaf: 'a', mark: { score: 50_00 } }];
      const edit = draftOf(edits.state, fact, {
        seat: 'e2',
        at,
        payload: { updates: [], changes },
      });
      // Both orders of arrival, and both at once.
      const order = race % 3;
      const [[outcome], revealed] = await Promise.all([
        (order === 1 ? pause(0) : Promise.resolve()).then(() => edits.append([edit])),
        (order === 2 ? pause(0) : Promise.resolve()).then(() =>
          reveals.execute({ type: 'reveal', without: ['e2'] }, 'e1', `reveal-${race}`),
        ),
      ]);
      expect(revealed.ok).toBe(true);

      const facts = (await logs[0]!.read(panel, 0)).map(({ entry }) => (entry.fact as Fact).type);
      const reveal = facts.indexOf('revealed');
      const edited = facts.lastIndexOf('scores-changed');
      expect(edited).toBeLessThan(reveal);
      // Three entries set the scene up to e1's card; the fourth edit is the racer's.
      expect(facts.filter((type) => type === 'scores-changed')).toHaveLength(
        outcome!.accepted ? 2 : 1,
      );
      seen[outcome!.accepted ? 'landed' : 'refused'] += 1;
    }
    // A race that always ends alike is none.
    expect(Math.min(seen.landed, seen.refused)).toBeGreaterThan(RACES / 50);
  });

  /** A panel of two experts in its scoring, e1 handed in. */
  async function open(panel: string, log: Log): Promise<Room> {
    const setup = smallSetup({ experts: smallSetup().experts.slice(0, 2) });
    await log.append(panel, [
      draftOf(null, { type: 'panel-created', setup }, { seat: 'secretary', at }),
    ]);
    const room = (await Room.open(log, panel))!;
    await room.execute({ type: 'open-round' }, 'secretary', 'operation');
    const changes = ['a', 'b', 'c'].map((leaf) => ({ leaf, mark: 'abstained' as const }));
    const fact: Fact = { type: 'scores-changed', card: 'e1.r1', leaves: ['a', 'b', 'c'] };
    await room.append([
      draftOf(room.state, fact, { seat: 'e1', at, payload: { updates: [], changes } }),
    ]);
    await room.execute({ type: 'submit-card' }, 'e1', 'operation');
    return room;
  }
});
