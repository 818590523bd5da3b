import { setImmediate as nextTurn } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Log, LogRecord, Outcome } from '../../server/log/port.ts';
import { newSeed, seeded } from '../kit/seed.ts';
import { draft, recordOf } from './drafts.ts';
import { stores, type TestStore } from './stores.ts';

const RACES = 1_000;

/** One fact of a race: an edit of round `round`, or the reveal that ends it. */
interface Step {
  round: number;
  step: 'edit' | 'reveal';
}

describe.each(stores)('races on the log, $name', ({ start }) => {
  let store: TestStore;
  let mine: Log;
  let theirs: Log;
  const seed = newSeed();
  const random = seeded(seed);
  beforeAll(async () => {
    store = await start();
    mine = await store.open();
    theirs = store.shared ? await store.open() : mine;
  });
  afterAll(async () => {
    await mine.close();
    await theirs.close();
    await store.remove();
  });

  /** Runs both at once, in either order, up to a few turns of the event loop apart. */
  async function race<A, B>(one: () => Promise<A>, other: () => Promise<B>): Promise<[A, B]> {
    const late = async <T>(run: () => Promise<T>): Promise<T> => {
      for (let turns = random(4); turns > 0; turns -= 1) await nextTurn();
      return run();
    };
    if (random(2) === 0) return Promise.all([late(one), late(other)]);
    const [second, first] = await Promise.all([late(other), late(one)]);
    return [first, second];
  }

  function editsAfterReveal(records: LogRecord[]): number {
    const revealed = new Set<number>();
    let late = 0;
    for (const { entry } of records) {
      const { round, step } = entry.fact as Step;
      if (step === 'reveal') revealed.add(round);
      else if (revealed.has(round)) late += 1;
    }
    return late;
  }

  const edit = (round: number, expects = {}) => draft({ fact: { round, step: 'edit' }, expects });
  const reveal = (round: number) =>
    draft({ fact: { round, step: 'reveal' }, expects: { phase: round }, bumps: ['phase'] });

  it(`[LG3] ${RACES} edits race the reveal: none lands after it, none accepted is lost (seed ${seed})`, async () => {
    const panel = 'racefenced';
    const accepted: LogRecord[] = [];
    let refused = 0;
    const count = ([outcome]: Outcome[]): void => {
      if (outcome?.accepted) accepted.push(outcome.record);
      else refused += 1;
    };
    for (let round = 0; round < RACES; round += 1) {
      const [edited, revealed] = await race(
        () => mine.append(panel, [edit(round, { phase: round })]),
        () => theirs.append(panel, [reveal(round)]),
      );
      expect(recordOf(revealed[0]).entry.fact).toEqual({ round, step: 'reveal' });
      count(edited);
      count(revealed);
    }
    const records = await theirs.read(panel, 0);
    expect(editsAfterReveal(records)).toBe(0);
    const byPosition = accepted.sort((a, b) => a.entry.position - b.entry.position);
    expect(records).toEqual(byPosition);
    // Both outcomes must have happened, or there was no race.
    expect(records.length - RACES).toBeGreaterThan(RACES / 20);
    expect(refused).toBeGreaterThan(RACES / 20);
  });

  it('[LG3] control: checking first and appending without the fence lets edits in late', async () => {
    const panel = 'racecontrol';
    let end = 0;
    for (let round = 0; round < RACES; round += 1) {
      const before = end;
      await race(
        async () => {
          const since = await mine.read(panel, before);
          const over = since.some(({ entry }) => (entry.fact as Step).step === 'reveal');
          return over ? [] : mine.append(panel, [edit(round)]);
        },
        () => theirs.append(panel, [reveal(round)]),
      );
      end = (await mine.read(panel, before)).at(-1)?.entry.position ?? before;
    }
    expect(editsAfterReveal(await mine.read(panel, 0))).toBeGreaterThan(0);
  });

  it('[LG1] two writers of one panel both finish, and every entry is there once', async () => {
    const panel = 'twowriters';
    const write = async (log: Log, name: string): Promise<LogRecord[]> => {
      const streams = Array.from({ length: 5 }, async (_, stream) => {
        const records: LogRecord[] = [];
        for (let call = 0; call < 30; call += 1) {
          const fact = (n: number) => ({ name, stream, call, n });
          const drafts = Array.from({ length: 1 + random(6) }, (_, n) => draft({ fact: fact(n) }));
          records.push(...(await log.append(panel, drafts)).map(recordOf));
        }
        return records;
      });
      return (await Promise.all(streams)).flat();
    };
    const written = await Promise.all([write(mine, 'a'), write(theirs, 'b')]);
    const records = await mine.read(panel, 0);
    expect(records).toEqual(written.flat().sort((a, b) => a.entry.position - b.entry.position));
    expect(records.map(({ entry }) => entry.position)).toEqual(records.map((_, at) => at + 1));
  });

  it('[LG1] a writer of large calls gets through beside one that never stops', async () => {
    const panel = 'bigandsmall';
    let stop = false;
    const small = (async () => {
      let calls = 0;
      for (; !stop; calls += 1) await theirs.append(panel, [draft({ fact: calls })]);
      return calls;
    })();
    for (let call = 0; call < 20; call += 1) {
      const drafts = Array.from({ length: 200 }, (_, n) => draft({ fact: { call, n } }));
      for (const outcome of await mine.append(panel, drafts)) recordOf(outcome);
    }
    stop = true;
    expect(await small).toBeGreaterThan(0);
    expect(await mine.read(panel, 0)).toHaveLength(20 * 200 + (await small));
  });
});
