import { cpSync, rmSync } from 'node:fs';
import { createClient } from 'redis';
import { beforeEach, describe, expect, it, onTestFinished } from 'vitest';
import { LogDamaged, LogRegressed } from '../../server/log/errors.ts';
import { openLog } from '../../server/log/open.ts';
import type { Log } from '../../server/log/port.ts';
import { TestRedis } from '../kit/redis.ts';
import { tempDir } from '../kit/temp-dir.ts';
import { announced, draft, recordOf } from './drafts.ts';

const PANEL = 'redispanel';
const STREAM = `heyi:${PANEL}:log`;

describe('the log in Redis, seen by several nodes', () => {
  let redis: TestRedis;
  let mine: Log;
  let theirs: Log;
  let direct: ReturnType<typeof createClient>;
  const node = () => openLog({ dataDir: '', redisUrl: redis.url });
  beforeEach(async () => {
    redis = await TestRedis.start();
    onTestFinished(() => redis.stop());
    mine = await node();
    onTestFinished(() => mine.close());
    theirs = await node();
    onTestFinished(() => theirs.close());
    direct = createClient({ url: redis.url });
    direct.on('error', () => 'expected whenever a test stops this Redis');
    await direct.connect();
    onTestFinished(() => direct.destroy());
  });

  const append = (log: Log, ...all: unknown[]) =>
    log.append(
      PANEL,
      all.map((fact) => draft({ fact })),
    );

  it('[LG1] a node goes on from what others appended, and reads it', async () => {
    await append(mine, 1);
    await append(theirs, 2, 3);
    expect(recordOf((await append(mine, 4))[0]).entry.position).toBe(4);
    expect(await theirs.read(PANEL, 0)).toEqual(await mine.read(PANEL, 0));
    expect((await theirs.read(PANEL, 3)).map(({ entry }) => entry.fact)).toEqual([4]);
  });

  it('[LG2] a follower hears what another node appended, and can read it at once', async () => {
    const rung = announced(mine, (panel) => panel === PANEL);
    await append(theirs, 'news');
    await rung;
    expect((await mine.read(PANEL, 0)).map(({ entry }) => entry.fact)).toEqual(['news']);
  });

  it('a follower hears an append of its own node once, though the doorbell rings for it too', async () => {
    const warm = announced(mine, (panel) => panel === 'warmpanel');
    await theirs.append('warmpanel', [draft()]);
    await warm;
    const heard: string[] = [];
    mine.follow((panel) => heard.push(panel));
    await append(mine, 1);
    const last = announced(mine, (panel) => panel === 'lastpanel');
    await theirs.append('lastpanel', [draft()]);
    await last;
    expect(heard.filter((panel) => panel === PANEL)).toHaveLength(1);
  });

  it('a follower is told of every panel after each connect, so a lost doorbell loses nothing', async () => {
    await append(theirs, 1);
    await theirs.append('secondpanel', [draft()]);
    for (let connection = 0; connection < 3; connection += 1) {
      const rung = ['secondpanel', PANEL].map((id) => announced(mine, (panel) => panel === id));
      // What rang while it was cut off is gone for good.
      await direct.sendCommand(['CLIENT', 'KILL', 'TYPE', 'normal', 'SKIPME', 'yes']);
      await direct.del('heyi:activity');
      await Promise.all(rung);
    }
    const rung = announced(mine, (panel) => panel === PANEL);
    await append(theirs, 2);
    await rung;
    expect(await mine.read(PANEL, 0)).toHaveLength(2);
  });

  it('works on when Redis has forgotten the script', async () => {
    await append(mine, 1);
    await direct.scriptFlush();
    expect(recordOf((await append(mine, 2))[0]).entry.position).toBe(2);
  });

  it('[LG6] an emptied Redis is refused, not filled anew', async () => {
    await append(mine, 1, 2);
    await direct.flushAll();
    await expect(append(mine, 3)).rejects.toThrow(LogRegressed);
    await expect(mine.read(PANEL, 0)).rejects.toThrow(LogRegressed);
    await expect(mine.panels()).rejects.toThrow(LogRegressed);
    expect(await direct.dbSize()).toBe(0);
  });

  it('[LG6] an older data set is refused, also when others went on from it; the right one works', async () => {
    const older = tempDir();
    const newer = tempDir();
    const swap = async (keep: string | undefined, put: string): Promise<void> => {
      await redis.kill9();
      if (keep !== undefined) cpSync(redis.folder, keep, { recursive: true });
      rmSync(redis.folder, { recursive: true });
      cpSync(put, redis.folder, { recursive: true });
      await redis.restart();
    };
    await append(mine, 1, 2);
    await redis.kill9();
    cpSync(redis.folder, older, { recursive: true });
    await redis.restart();
    await append(mine, 3, 4);

    await swap(newer, older);
    await expect(append(mine, 5)).rejects.toThrow(LogRegressed);
    await expect(mine.read(PANEL, 4)).rejects.toThrow('only 2 are there now');
    const stranger = await node();
    onTestFinished(() => stranger.close());
    await append(stranger, 'x', 'y', 'z');
    await expect(append(mine, 5)).rejects.toThrow(LogRegressed);
    await expect(mine.read(PANEL, 4)).rejects.toThrow(LogRegressed);
    await expect(mine.read(PANEL, 0)).rejects.toThrow(LogRegressed);

    await swap(undefined, newer);
    expect(recordOf((await append(mine, 5))[0]).entry.position).toBe(5);
    expect((await mine.read(PANEL, 0)).map(({ entry }) => entry.fact)).toEqual([1, 2, 3, 4, 5]);
  });

  it('[LG6] a missing entry is damage, wherever it is missing', async () => {
    for (const position of [1, 3, 5]) {
      const panel = `missing${position}xx`;
      await theirs.append(
        panel,
        [1, 2, 3, 4, 5].map((fact) => draft({ fact })),
      );
      await direct.xDel(`heyi:${panel}:log`, `${position}-0`);
      // Not the node that wrote them: it has the newest entries in memory.
      for (const log of [mine, await node()]) {
        onTestFinished(() => log.close());
        const damaged = await log.read(panel, 0).catch((error: unknown) => error);
        expect(damaged).toBeInstanceOf(LogDamaged);
        expect(damaged).toMatchObject({ panel, position });
      }
    }
  });

  it('[LG6] a changed entry or payload is damage, and named', async () => {
    await mine.append(PANEL, [draft({ fact: 1 }), draft({ fact: 2, payload: 'p' }), draft()]);
    const entries = (await direct.xRange(STREAM, '-', '+')) ?? [];
    for (const [position, field] of [
      [1, 'e'],
      [2, 'e'],
      [2, 'h'],
      [2, 'p'],
      [3, 'h'],
    ] as const) {
      await direct.del(STREAM);
      for (const [at, { id, message }] of entries.entries()) {
        const text = message[field] ?? '';
        const changed = { ...message, [field]: text.replace(/.$/, text.endsWith('0') ? '1' : '0') };
        await direct.xAdd(STREAM, id, at + 1 === position ? changed : message);
      }
      const fresh = await node();
      const damaged = await fresh.read(PANEL, 0).catch((error: unknown) => error);
      await fresh.close();
      expect(damaged, `${field} of ${position}`).toBeInstanceOf(LogDamaged);
      expect(damaged).toMatchObject({ panel: PANEL, position });
    }
  });

  it('[LG6] a recorded head that is not the last entry is damage', async () => {
    await append(mine, 1, 2);
    await direct.hSet(`heyi:${PANEL}:head`, 'hash', 'f'.repeat(64));
    const fresh = await node();
    onTestFinished(() => fresh.close());
    for (const log of [mine, fresh]) {
      await expect(log.read(PANEL, 0)).rejects.toMatchObject({ panel: PANEL, position: 2 });
    }
    await expect(append(mine, 3)).rejects.toThrow(LogDamaged);
  });

  it('says nothing about a Redis that keeps what it acknowledges', () => {
    expect(mine.notices()).toEqual([]);
  });

  it('names each setting with which Redis may lose entries, as soon as it has it', async () => {
    await direct.configSet({ appendfsync: 'everysec', 'maxmemory-policy': 'allkeys-lru' });
    const log = await node();
    onTestFinished(() => log.close());
    expect(log.notices()).toEqual([
      expect.stringContaining('appendfsync everysec'),
      expect.stringContaining('maxmemory-policy allkeys-lru'),
    ]);
    await direct.configSet({ appendonly: 'no', appendfsync: 'always' });
    await direct.sendCommand(['CLIENT', 'KILL', 'TYPE', 'normal', 'SKIPME', 'yes']);
    await log.panels();
    expect(log.notices().join()).toMatch(/appendonly no.*maxmemory-policy/);
    expect(log.notices()).toHaveLength(2);
  });

  it('says so where the settings may not be read, and works', async () => {
    await direct.aclSetUser('limited', ['on', '>word', '~*', '+@all', '-config']);
    const url = `redis://limited:word@127.0.0.1:${redis.port}`;
    const log = await openLog({ dataDir: '', redisUrl: url });
    onTestFinished(() => log.close());
    expect(log.notices()).toEqual([expect.stringContaining('does not let its settings be read')]);
    expect((await append(log, 1))[0]?.accepted).toBe(true);
  });
});
