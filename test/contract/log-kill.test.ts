import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openEmbeddedLog } from '../../server/log/embedded.ts';
import { newSeed, seeded } from '../kit/seed.ts';
import { newTempDir, tempDir } from '../kit/temp-dir.ts';

const SOURCE = fileURLToPath(new URL('appender.ts', import.meta.url));
const ROUNDS = 8;

const built = newTempDir();
const APPENDER = join(built, 'appender.mjs');
// As one file, so that each of many starts takes as long as Node does, not as a compiler does.
beforeAll(() =>
  build({
    entryPoints: [SOURCE],
    outfile: APPENDER,
    bundle: true,
    platform: 'node',
    format: 'esm',
  }),
);
afterAll(() => rmSync(built, { recursive: true }));

/** Lets the appender run until it has printed `lines` numbers, kills it, and gives all of them. */
async function killed(dir: string, first: number, when: string, lines: number): Promise<number[]> {
  const args = [APPENDER, dir, `${first}`, when];
  const child = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'inherit'] });
  const ended = once(child, 'exit');
  const printed: number[] = [];
  for await (const line of createInterface({ input: child.stdout })) {
    printed.push(Number(line));
    if (printed.length === lines) child.kill('SIGKILL');
  }
  expect((await ended)[1]).toBe('SIGKILL');
  return printed;
}

/** How often each number is in the log, which must open. */
async function counted(dir: string): Promise<Map<number, number>> {
  const log = await openEmbeddedLog(dir);
  const counts = new Map<number, number>();
  for (const panel of await log.panels()) {
    for (const { entry } of await log.read(panel, 0)) {
      const number = entry.fact as number;
      counts.set(number, (counts.get(number) ?? 0) + 1);
    }
  }
  await log.close();
  return counts;
}

describe('the embedded log under kill -9', () => {
  const seed = newSeed();

  it(`[LG2] every acknowledged entry is there once, others at most once (seed ${seed})`, async () => {
    const random = seeded(seed);
    const dir = tempDir();
    const acknowledged: number[] = [];
    for (let round = 1; round <= ROUNDS; round += 1) {
      const first = 1_000_000 * round;
      acknowledged.push(...(await killed(dir, first, 'acknowledged', 1 + random(600))));
      const counts = await counted(dir);
      expect(acknowledged.filter((number) => counts.get(number) !== 1)).toEqual([]);
      expect([...counts.values()].filter((count) => count > 1)).toEqual([]);
    }
    expect(acknowledged.length).toBeGreaterThan(ROUNDS);
  });

  it(`[LG2] control: acknowledging what was only handed over loses (seed ${seed})`, async () => {
    const random = seeded(seed);
    let lost = 0;
    for (let round = 0; round < 10 && lost === 0; round += 1) {
      const dir = tempDir();
      const claimed = await killed(dir, 0, 'handed-over', 1 + random(300));
      const counts = await counted(dir);
      lost += claimed.filter((number) => !counts.has(number)).length;
    }
    expect(lost).toBeGreaterThan(0);
  });
});
