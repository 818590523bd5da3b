import {
  appendFileSync,
  copyFileSync,
  readFileSync,
  renameSync,
  statSync,
  truncateSync,
} from 'node:fs';
import { join } from 'node:path';
import { setImmediate as nextTurn } from 'node:timers/promises';
import { beforeEach, describe, expect, it, onTestFinished } from 'vitest';
import { openEmbeddedLog } from '../../server/log/embedded.ts';
import { LogDamaged, LogRegressed, LogUnavailable } from '../../server/log/errors.ts';
import type { Log } from '../../server/log/port.ts';
import { FaultyFiles } from '../kit/faulty-files.ts';
import { tempDir } from '../kit/temp-dir.ts';
import { announced, draft } from './drafts.ts';

const PANEL = 'diskpanel';

describe('the embedded log on a failing disk', () => {
  let dir: string;
  let path: string;
  let files: FaultyFiles;
  let log: Log;
  beforeEach(async () => {
    dir = tempDir();
    path = join(dir, 'panels', `${PANEL}.log`);
    files = new FaultyFiles();
    log = await openEmbeddedLog(dir, files);
    onTestFinished(() => log.close());
  });

  const facts = async (panel = PANEL) =>
    (await log.read(panel, 0)).map(({ entry }) => entry.fact as unknown);
  const append = (...all: unknown[]) =>
    log.append(
      PANEL,
      all.map((fact) => draft({ fact })),
    );
  const reopen = async (): Promise<void> => {
    await log.close();
    log = await openEmbeddedLog(dir);
  };

  it('[LG2] nothing is read, announced or acknowledged before content and name are synced', async () => {
    for (const boundary of ['write', 'sync', 'syncFolder'] as const) {
      const panel = `${PANEL}${boundary.toLowerCase()}`;
      const release = files.hold(boundary);
      const seen: string[] = [];
      const stop = log.follow(() => seen.push('announced'));
      const appended = log.append(panel, [draft()]).then(() => seen.push('acknowledged'));
      files.passed.length = 0;
      while (!files.passed.includes(boundary)) await nextTurn();
      expect(await log.read(panel, 0)).toEqual([]);
      expect(await log.panels()).not.toContain(panel);
      expect(seen).toEqual([]);
      release();
      await appended;
      while (seen.length < 2) await nextTurn();
      expect(await log.read(panel, 0)).toHaveLength(1);
      stop();
    }
  });

  it('[LG2] what arrives during a write goes out together in the next', async () => {
    const release = files.hold('sync');
    const first = append('first');
    while (!files.passed.includes('sync')) await nextTurn();
    files.passed.length = 0;
    const rest = Promise.all(Array.from({ length: 200 }, (_, n) => append(n)));
    release();
    await Promise.all([first, rest]);
    expect(files.passed.filter((boundary) => boundary === 'write')).toHaveLength(1);
    expect(files.passed.filter((boundary) => boundary === 'sync')).toHaveLength(1);
    expect(await facts()).toEqual(['first', ...Array.from({ length: 200 }, (_, n) => n)]);
  });

  it.each([
    ['write', 'ENOSPC'],
    ['write', 'EIO'],
    ['sync', 'EIO'],
    ['sync', 'ENOSPC'],
  ] as const)('[LG2] a failed %s (%s) rejects, and leaves the file as it was', async (at, code) => {
    await append('kept');
    const length = statSync(path).size;
    files.fail(at, code);
    await expect(append('lost', 'also lost')).rejects.toThrow(LogUnavailable);
    expect(statSync(path).size).toBe(length);
    expect(await facts()).toEqual(['kept']);
    await append('after');
    await reopen();
    expect(await facts()).toEqual(['kept', 'after']);
    expect(log.notices()).toEqual([]);
  });

  it("[LG2] while the file can't be brought back, nothing is written; other panels go on", async () => {
    await append('kept');
    files.fail('write', 'ENOSPC');
    files.fail('truncate', 'EIO', 3);
    await expect(append('lost')).rejects.toThrow(LogUnavailable);
    const soiled = readFileSync(path);
    files.passed.length = 0;
    for (let n = 0; n < 2; n += 1) await expect(append('lost')).rejects.toThrow(LogUnavailable);
    expect(files.passed).not.toContain('write');
    expect(readFileSync(path)).toEqual(soiled);
    await log.append(`${PANEL}other`, [draft({ fact: 'elsewhere' })]);
    await append('after');
    await reopen();
    expect(await facts()).toEqual(['kept', 'after']);
    expect(await facts(`${PANEL}other`)).toEqual(['elsewhere']);
  });

  it('[LG2] a panel whose first entry failed is not there', async () => {
    for (const [at, code] of [
      ['open', 'EMFILE'],
      ['write', 'ENOSPC'],
      ['syncFolder', 'EIO'],
    ] as const) {
      files.fail(at, code);
      await expect(append('lost')).rejects.toThrow(LogUnavailable);
      expect(await log.panels()).toEqual([]);
    }
    await append('first');
    await reopen();
    expect(await facts()).toEqual(['first']);
  });

  it('[LG3] a refusal that rests on a bump that failed to be written is not given', async () => {
    files.fail('sync', 'EIO');
    const bumped = log.append(PANEL, [draft({ bumps: ['phase'] })]);
    const judged = log.append(PANEL, [draft({ fact: 'edit', expects: { phase: 0 } })]);
    await expect(bumped).rejects.toThrow(LogUnavailable);
    await expect(judged).rejects.toThrow(LogUnavailable);
    const [again] = await log.append(PANEL, [draft({ fact: 'edit', expects: { phase: 0 } })]);
    expect(again?.accepted).toBe(true);
  });

  it('[LG2] followers hear nothing of an append that failed', async () => {
    const heard: string[] = [];
    log.follow((panel) => heard.push(panel));
    files.fail('sync', 'EIO');
    await expect(append('lost')).rejects.toThrow(LogUnavailable);
    const rung = announced(log, (panel) => panel === 'otherpanel');
    await log.append('otherpanel', [draft()]);
    await rung;
    expect(heard).toEqual(['otherpanel']);
  });

  it('[LG6] a file cut short or put back from a backup under a running log is not written', async () => {
    await append('one');
    copyFileSync(path, `${path}.backup`);
    await append('two', 'three');
    renameSync(`${path}.backup`, path);
    const older = readFileSync(path);
    await expect(append('four')).rejects.toThrow(LogRegressed);
    await expect(append('four')).rejects.toThrow('3 entries were already read, and only 1');
    expect(readFileSync(path)).toEqual(older);

    await reopen();
    await append('again');
    truncateSync(path, older.length);
    await expect(append('four')).rejects.toThrow(LogRegressed);
    expect(readFileSync(path)).toEqual(older);
  });

  it('[LG6] a file that somebody else wrote to is not written', async () => {
    await append('one');
    appendFileSync(path, 'foreign\n');
    const damaged = await append('two').catch((error: unknown) => error);
    expect(damaged).toBeInstanceOf(LogDamaged);
    expect(damaged).toMatchObject({ panel: PANEL, position: 2 });
  });
});
