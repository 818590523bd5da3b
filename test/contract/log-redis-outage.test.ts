import { createClient } from 'redis';
import { beforeEach, describe, expect, it, onTestFinished } from 'vitest';
import { LogUnavailable } from '../../server/log/errors.ts';
import { openLog } from '../../server/log/open.ts';
import type { Draft, Log } from '../../server/log/port.ts';
import { TestRedis } from '../kit/redis.ts';
import { newSeed, seeded } from '../kit/seed.ts';
import { TcpProxy } from '../kit/tcp-proxy.ts';
import { draft, recordOf } from './drafts.ts';

const PANEL = 'outagepanel';

/** As the product's drafts do: a repeated operation is refused by its own fence. */
const once = (id: string): Draft =>
  draft({ operation: id, fact: id, expects: { [`op:${id}`]: 0 }, bumps: [`op:${id}`] });

describe('the log in Redis when Redis or the wire to it fails', () => {
  let redis: TestRedis;
  let wire: TcpProxy;
  let log: Log;
  let direct: ReturnType<typeof createClient>;
  beforeEach(async () => {
    redis = await TestRedis.start();
    onTestFinished(() => redis.stop());
    wire = await TcpProxy.start(redis.port);
    onTestFinished(() => wire.stop());
    log = await openLog({ dataDir: '', redisUrl: `redis://127.0.0.1:${wire.port}` });
    onTestFinished(() => log.close());
    direct = createClient({ url: redis.url });
    direct.on('error', () => 'expected whenever a test stops this Redis');
    await direct.connect();
    onTestFinished(() => direct.destroy());
    // Redis learns the script: a lost answer must then be that of an append.
    await log.append('otherpanel', [draft()]);
  });

  const facts = async () => (await log.read(PANEL, 0)).map(({ entry }) => entry.fact as unknown);

  /** Resolves when Redis, asked past the broken wire, holds `count` entries. */
  async function landed(count: number): Promise<void> {
    while ((await direct.xLen(`heyi:${PANEL}:log`)) < count);
  }

  async function timed<T>(run: () => Promise<T>): Promise<{ result: unknown; ms: number }> {
    const start = performance.now();
    const result = await run().catch((error: unknown) => error);
    return { result, ms: performance.now() - start };
  }

  it('[LG5] an append whose answer was lost is found again, not sent twice', async () => {
    await log.append(PANEL, [draft({ fact: 'before', bumps: ['phase'] })]);
    wire.lose('answers');
    // No operation fence here: the adapter alone must tell.
    const appended = log.append(PANEL, [
      draft({ fact: 1 }),
      draft({ fact: 2, expects: { phase: 0 } }),
      draft({ fact: 3 }),
    ]);
    await landed(2);
    wire.cut();
    const outcomes = await appended;
    expect(outcomes.map(({ accepted }) => accepted)).toEqual([true, false, true]);
    expect(await facts()).toEqual(['before', 1, 3]);
    expect(await log.read(PANEL, 1)).toEqual([recordOf(outcomes[0]), recordOf(outcomes[2])]);
  });

  it('[LG5] control: sending again whatever got no answer appends twice', async () => {
    const naive = createClient({ url: `redis://127.0.0.1:${wire.port}` });
    naive.on('error', () => 'expected');
    await naive.connect();
    wire.lose('answers');
    const sent = naive.xAdd(`heyi:${PANEL}:log`, '*', { e: 'x' });
    await landed(1);
    wire.cut();
    await sent.catch(() => naive.xAdd(`heyi:${PANEL}:log`, '*', { e: 'x' }));
    expect(await direct.xLen(`heyi:${PANEL}:log`)).toBe(2);
    naive.destroy();
  });

  it('[LG5] also when another node has gone on from it meanwhile', async () => {
    const other = await openLog({ dataDir: '', redisUrl: redis.url });
    wire.lose('answers');
    const appended = log.append(PANEL, [draft({ fact: 'mine' }), draft({ fact: 'mine too' })]);
    await landed(2);
    await other.append(PANEL, [draft({ fact: 'theirs' })]);
    wire.cut();
    expect((await appended).map((outcome) => recordOf(outcome).entry.position)).toEqual([1, 2]);
    expect(await facts()).toEqual(['mine', 'mine too', 'theirs']);
    await other.close();
  });

  it('[LG5] an entry of another node that is equal to the letter is not taken for its own', async () => {
    const other = await openLog({ dataDir: '', redisUrl: redis.url });
    wire.lose('requests');
    const appended = log.append(PANEL, [draft()]);
    const [theirs] = await other.append(PANEL, [draft()]);
    wire.cut();
    const [mine] = await appended;
    expect(recordOf(theirs).entry.position).toBe(1);
    expect(recordOf(mine).entry.position).toBe(2);
    await other.close();
  });

  it('[LG5] an append that never arrived is sent again when the wire is back', async () => {
    wire.lose('requests');
    const appended = log.append(PANEL, [draft({ fact: 'late' })]);
    wire.cut();
    expect(recordOf((await appended)[0]).entry.position).toBe(1);
    expect(await facts()).toEqual(['late']);
  });

  it('[LG5] without an answer it gives up in about 2 s; a repetition is told by its fence', async () => {
    wire.lose('answers');
    const { result, ms } = await timed(() => log.append(PANEL, [once('a')]));
    expect(result).toBeInstanceOf(LogUnavailable);
    expect(ms).toBeGreaterThan(1_500);
    expect(ms).toBeLessThan(4_000);
    wire.cut();
    const [again] = await log.append(PANEL, [once('a')]);
    expect(again).toEqual({ accepted: false, token: 'op:a', expected: 0, actual: 1 });
    expect(await facts()).toEqual(['a']);
  });

  it('[LG5] a connection that died without a word is replaced after those 2 s', async () => {
    wire.silence();
    const { result, ms } = await timed(() => log.append(PANEL, [once('a')]));
    expect(result).toBeInstanceOf(LogUnavailable);
    expect(ms).toBeLessThan(4_000);
    expect((await log.append(PANEL, [once('a')]))[0]?.accepted).toBe(true);
    expect(await facts()).toEqual(['a']);
  });

  it('[LG5] a stopped Redis acknowledges nothing; continued, nothing is there twice', async () => {
    await log.append(PANEL, [once('before')]);
    redis.pause();
    const calls = ['a', 'b', 'c'].map((id) => timed(() => log.append(PANEL, [once(id)])));
    const queued = timed(() => log.read(PANEL, 0));
    for (const { result, ms } of await Promise.all([...calls, queued])) {
      expect(result).toBeInstanceOf(LogUnavailable);
      expect(ms).toBeLessThan(4_000);
    }
    redis.resume();
    for (const id of ['a', 'b', 'c']) await log.append(PANEL, [once(id)]);
    expect([...(await facts())].sort()).toEqual(['a', 'b', 'before', 'c']);
  });

  it('while Redis is gone it says so in about 2 s, and goes on when it is back', async () => {
    await log.append(PANEL, [once('before')]);
    await redis.kill9();
    const { result, ms } = await timed(() => log.append(PANEL, [once('a')]));
    expect(result).toBeInstanceOf(LogUnavailable);
    expect(ms).toBeLessThan(4_000);
    await redis.restart();
    expect((await log.append(PANEL, [once('a')]))[0]?.accepted).toBe(true);
    expect(await facts()).toEqual(['before', 'a']);
    await redis.kill9();
    const closed = openLog({ dataDir: '', redisUrl: redis.url });
    await expect(closed).rejects.toThrow(LogUnavailable);
    await expect(openLog({ dataDir: '', redisUrl: 'nonsense' })).rejects.toThrow(LogUnavailable);
  });

  const seed = newSeed();
  it(`[LG5] kill -9 under load: acknowledged exactly once, others at most once (seed ${seed})`, async () => {
    const random = seeded(seed);
    const acknowledged: string[] = [];
    const given: string[] = [];
    let stop = false;
    const stream = async (name: number): Promise<void> => {
      for (let n = 0; !stop; n += 1) {
        const ids = Array.from({ length: 1 + random(3) }, (_, at) => `${name}.${n}.${at}`);
        given.push(...ids);
        // Without an operation fence, so that a doubled entry would show.
        const outcomes = await log
          .append(
            PANEL,
            ids.map((fact) => draft({ fact })),
          )
          .catch((error: unknown) => {
            expect(error).toBeInstanceOf(LogUnavailable);
            return [];
          });
        if (outcomes.length > 0) acknowledged.push(...ids);
      }
    };
    const load = Promise.all(Array.from({ length: 8 }, (_, name) => stream(name)));
    for (let round = 0; round < 4; round += 1) {
      const target = acknowledged.length + 50 + random(400);
      while (acknowledged.length < target) await direct.ping().catch(() => 'it was killed');
      await redis.kill9();
      await redis.restart();
    }
    stop = true;
    await load;
    const found = (await facts()) as string[];
    const counts = new Map<string, number>();
    for (const id of found) counts.set(id, (counts.get(id) ?? 0) + 1);
    expect(acknowledged.filter((id) => counts.get(id) !== 1)).toEqual([]);
    expect(given.filter((id) => (counts.get(id) ?? 0) > 1)).toEqual([]);
    expect(acknowledged.length).toBeGreaterThan(200);
  });
});
