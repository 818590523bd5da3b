import { spawn, spawnSync } from 'node:child_process';
import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { openEmbeddedLog } from '../../server/log/embedded.ts';
import { StoreInUse } from '../../server/log/errors.ts';
import { tempDir } from '../kit/temp-dir.ts';

describe('the lock of an embedded log', () => {
  it('keeps a second server of this process out, and is free again after close', async () => {
    const dir = tempDir();
    const log = await openEmbeddedLog(dir);
    await expect(openEmbeddedLog(dir)).rejects.toThrow(StoreInUse);
    await expect(openEmbeddedLog(join(dir, 'panels', '..'))).rejects.toThrow(StoreInUse);
    await log.close();
    expect(existsSync(join(dir, 'lock'))).toBe(false);
    await (await openEmbeddedLog(dir)).close();
  });

  it('keeps out while another living process holds it, and names that process', async () => {
    const dir = tempDir();
    const other = spawn(process.execPath, ['-e', 'process.stdin.resume()']);
    onTestFinished(() => void other.kill('SIGKILL'));
    writeFileSync(join(dir, 'lock'), `${other.pid}\n`);
    await expect(openEmbeddedLog(dir)).rejects.toThrow(`in use by process ${other.pid}`);
    expect(existsSync(join(dir, 'lock'))).toBe(true);
  });

  it('is taken over from the dead, from an earlier life of this id, and from garbage', async () => {
    const dead = spawnSync(process.execPath, ['-e', '']).pid;
    for (const stale of [`${dead} 12345`, `${process.pid} 1`, '', 'garbage', '-1', '1e9']) {
      const dir = tempDir();
      writeFileSync(join(dir, 'lock'), stale);
      await (await openEmbeddedLog(dir)).close();
      expect(existsSync(join(dir, 'lock'))).toBe(false);
    }
  });

  it('is taken over when its id now belongs to a process that started at another time', async () => {
    const dir = tempDir();
    writeFileSync(join(dir, 'lock'), '1 987654321');
    await (await openEmbeddedLog(dir)).close();
  });
});
