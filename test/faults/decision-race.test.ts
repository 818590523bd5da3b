import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { draftOf } from '../../server/panel/records.ts';
import { Room } from '../../server/panel/room.ts';
import type { Log } from '../../server/log/port.ts';
import type { BasedDecision, Command } from '../../shared/panel/commands.ts';
import type { Fact } from '../../shared/panel/facts.ts';
import { stores, type TestStore } from '../contract/stores.ts';
import { smallSetup } from '../kit/panel.ts';
import { does, scoringRoom } from '../kit/scoring-room.ts';

const RACES = 60;
const at = '2026-01-01T00:00:00.000Z';

/** What makes the standing scores of `a` others at the moment of the decision. */
const RIVALS: [string, () => { seat: string; command: Command }][] = [
  [
    'a recusal',
    () => ({
      seat: 'secretary',
      command: { type: 'recuse', seat: 'e2', leaves: ['a'], reason: '项目参与人' },
    }),
  ],
  ['a further round', () => ({ seat: 'e1', command: { type: 'open-round', leaves: ['a'] } })],
];

describe.each(stores)('a decision racing what it rests on, on the $name log', ({ start }) => {
  let store: TestStore;
  let logs: Log[];
  beforeAll(async () => {
    store = await start();
    logs = [await store.open()];
    if (store.shared) logs.push(await store.open());
  });
  afterAll(async () => {
    await Promise.all(logs.map((log) => log.close()));
    await store.remove();
  });

  test.each(RIVALS)(
    `[DL8] ${RACES} times %s: never settled on scores that the chair did not see`,
    async (_, rival) => {
      const seen = { stands: 0, fell: 0, refused: 0 };
      for (let race = 0; race < RACES; race++) {
        const [decided, room] = await raced(race, rival, { base: 1 });
        const stands = room.state.phase === 'revealed' && room.state.sheet.decisions['a'];
        expect(stands, 'a decision on other scores').toBeFalsy();
        if (decided.ok) seen.fell++;
        else {
          // Either it came after the round was open, or it names what has changed.
          expect(['scores-moved', 'wrong-phase']).toContain(decided.refusal.code);
          seen.refused++;
        }
      }
      // A race that always ends alike is none.
      expect(Math.min(seen.fell, seen.refused)).toBeGreaterThan(RACES / 30);
    },
  );

  test('[DL8] control: without the edition a decision stands on scores that nobody saw', async () => {
    let unseen = 0;
    for (let race = 0; race < RACES; race++) {
      const [, room] = await raced(race, RIVALS[0]![1], {});
      if (room.state.phase === 'revealed' && room.state.sheet.decisions['a']) unseen++;
    }
    expect(unseen).toBeGreaterThan(0);
  });

  /** Both at once or one a moment later; answers the decision's outcome, and the panel afterwards. */
  async function raced(
    race: number,
    rival: (typeof RIVALS)[number][1],
    based: Pick<BasedDecision, 'base'>,
  ) {
    const room = await revealed(logs[0]!);
    const other = logs.length > 1 ? (await Room.open(logs[1]!, room.panel))! : room;
    const { seat, command } = rival();
    const decide: Command = {
      ...{ type: 'decide', decisions: [{ leaf: 'a', score: 10_00, reason: '合议', ...based }] },
    };
    const order = race % 3;
    const [decided, done] = await Promise.all([
      (order === 1 ? pause(0) : Promise.resolve()).then(() =>
        room.execute(decide, 'e1', `decide-${race}`),
      ),
      (order === 2 ? pause(0) : Promise.resolve()).then(() =>
        other.execute(command, seat, `rival-${race}`),
      ),
    ]);
    expect(done.ok).toBe(true);
    await room.catchUp();
    return [decided, room] as const;
  }

  /** Two experts, both revealed: every standing is at its first edition. */
  async function revealed(log: Log): Promise<Room> {
    const setup = smallSetup({ experts: smallSetup().experts.slice(0, 2) });
    const room = await scoringRoom(log, setup);
    for (const seat of ['e1', 'e2']) {
      const changes = ['a', 'b', 'c'].map((leaf) => ({ leaf, mark: { score: 10_00 } }));
      const fact: Fact = { type: 'scores-changed', card: `${seat}.r1`, leaves: ['a', 'b', 'c'] };
      await room.append([
        draftOf(room.state, fact, { seat, at, payload: { updates: [], changes } }),
      ]);
      await does(room, seat, { type: 'submit-card' });
    }
    await does(room, 'e1', { type: 'reveal', without: [] });
    return room;
  }
});
