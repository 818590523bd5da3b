import { cpSync, existsSync, readFileSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, describe, expect, it, onTestFinished } from 'vitest';
import { EMPTY } from '../../server/log/chain.ts';
import { openEmbeddedLog } from '../../server/log/embedded.ts';
import { LogDamaged } from '../../server/log/errors.ts';
import { recordsIn } from '../../server/log/line.ts';
import type { LogRecord } from '../../server/log/port.ts';
import { newSeed, seeded } from '../kit/seed.ts';
import { tempDir } from '../kit/temp-dir.ts';
import { draft } from './drafts.ts';

const PANEL = 'tornpanel';
const NEWLINE = 10;

describe('an embedded log that was damaged while it was closed', () => {
  let dir: string;
  let path: string;
  let bytes: Buffer;
  let records: LogRecord[];

  beforeEach(async () => {
    dir = tempDir();
    path = join(dir, 'panels', `${PANEL}.log`);
    const log = await openEmbeddedLog(dir);
    await log.append(PANEL, [
      draft({ fact: 'first', bumps: ['phase'] }),
      draft({ fact: { reason: '佐证材料\u001f不足\ufffd😀' }, payload: { update: 'AAE=\u0007' } }),
      draft({ fact: 'third', operation: 'op-3' }),
      draft({ fact: '四', bumps: ['phase'], payload: ['x'] }),
    ]);
    records = await log.read(PANEL, 0);
    await log.close();
    bytes = readFileSync(path);
  });

  const ends = (): number[] => [...bytes.keys()].filter((at) => bytes[at] === NEWLINE);

  /** Opens what is in the folder now, and appends one entry. */
  async function start(): Promise<{ found: LogRecord[]; notices: string[]; next: number }> {
    const log = await openEmbeddedLog(dir);
    try {
      const found = await log.read(PANEL, 0);
      const [next] = await log.append(PANEL, [draft({ fact: 'next' })]);
      const position = next?.accepted ? next.record.entry.position : 0;
      return { found, notices: log.notices(), next: position };
    } finally {
      await log.close();
    }
  }

  it('[LG6] cut at any byte of the last two records, it starts with what was whole', async () => {
    const lines = ends();
    for (let cut = lines[1]! + 1; cut <= bytes.length; cut += 1) {
      writeFileSync(path, bytes.subarray(0, cut));
      const whole = lines.filter((end) => end < cut).length;
      const torn = cut > lines[whole - 1]! + 1;
      const { found, notices, next } = await start();
      expect(found).toEqual(records.slice(0, whole));
      expect(next).toBe(whole + 1);
      expect(notices).toHaveLength(torn ? 1 : 0);
      if (torn) expect(notices[0]).toContain(`${whole} entries are intact`);
    }
  });

  it('[LG6] keeps the bytes of each torn tail beside the log', async () => {
    for (const [n, tail] of ['{"hash":"12', '\0\0\0\0'].entries()) {
      writeFileSync(path, Buffer.concat([bytes, Buffer.from(tail)]));
      const { found, notices } = await start();
      expect(found).toEqual(records);
      expect(notices[0]).toContain(`${path}.torn-${n + 1}`);
      expect(readFileSync(`${path}.torn-${n + 1}`, 'utf8')).toBe(tail);
    }
    expect((await start()).notices).toEqual([]);
  });

  it('[LG6] a first write torn, or a file created and never written, is an empty panel', async () => {
    for (const length of [0, 1, 100]) {
      writeFileSync(path, bytes.subarray(0, length));
      expect(await start()).toMatchObject({ found: [], next: 1 });
    }
  });

  it('[LG6] any flipped bit in a finished line is found and placed', () => {
    const lines = ends();
    // Without its last newline the last line is not a finished one: the tests above have that.
    for (let bit = 0; bit < 8 * (bytes.length - 1); bit += 1) {
      const at = bit >> 3;
      const flipped = Buffer.from(bytes);
      flipped[at]! ^= 1 << (bit & 7);
      const position = lines.filter((end) => end < at).length + 1;
      let found: unknown;
      try {
        found = [...recordsIn(flipped, PANEL, EMPTY)];
      } catch (error) {
        found = error;
      }
      if (found instanceof LogDamaged && found.position === position) continue;
      expect.fail(`bit ${bit & 7} of byte ${at}: ${String(found)}`);
    }
  });

  const seed = newSeed();
  it(`[LG6] a log with a flipped bit does not start, and is left alone (seed ${seed})`, async () => {
    const random = seeded(seed);
    const lines = ends();
    for (let round = 0; round < 60; round += 1) {
      const at = random(bytes.length - 1);
      const flipped = Buffer.from(bytes);
      flipped[at]! ^= 1 << random(8);
      writeFileSync(path, flipped);
      const position = lines.filter((end) => end < at).length + 1;
      const opened = await openEmbeddedLog(dir).catch((error: unknown) => error);
      expect(opened, `byte ${at}`).toBeInstanceOf(LogDamaged);
      expect(opened).toMatchObject({ panel: PANEL, position });
      expect(readFileSync(path)).toEqual(flipped);
    }
  });

  it('[LG6] lines removed, doubled, swapped or from another panel are damage', async () => {
    const [a, b, c, d] = bytes.toString().split('\n');
    for (const [lines, position] of [
      [[b, c, d], 1],
      [[a, c, d], 2],
      [[a, b, b, c, d], 3],
      [[a, c, b, d], 2],
      [[a, b, '', c, d], 3],
      [[a, b, '\0'.repeat(20), c], 3],
    ] as const) {
      writeFileSync(path, lines.map((line) => `${line}\n`).join(''));
      await expect(openEmbeddedLog(dir)).rejects.toMatchObject({ panel: PANEL, position });
    }
  });

  it('[LG6] damage names its panel, and leaves the folder free for the next try', async () => {
    const other = join(dir, 'panels', 'otherpanel.log');
    cpSync(path, other);
    truncateSync(other, bytes.length - 3);
    const middle = Buffer.from(bytes);
    middle[40]! ^= 1;
    writeFileSync(path, middle);
    await expect(openEmbeddedLog(dir)).rejects.toThrow(
      `The log of panel ${PANEL} is damaged at position 1`,
    );
    writeFileSync(path, bytes);
    const log = await openEmbeddedLog(dir);
    onTestFinished(() => log.close());
    expect((await log.panels()).sort()).toEqual(['otherpanel', PANEL]);
    expect(existsSync(`${other}.torn-1`)).toBe(true);
  });

  it('[LG6] damage that happens while it is open is found by the next read of it', async () => {
    const log = await openEmbeddedLog(dir);
    onTestFinished(() => log.close());
    const middle = Buffer.from(bytes);
    middle[ends()[1]! + 50]! ^= 4;
    writeFileSync(path, middle);
    await expect(log.read(PANEL, 0)).rejects.toMatchObject({ panel: PANEL, position: 3 });
  });
});
