import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';

/** A new empty folder; the caller removes it. */
export function newTempDir(): string {
  return mkdtempSync(join(tmpdir(), 'heyi-'));
}

/** A new empty folder that is removed when the running test ends. */
export function tempDir(): string {
  const path = newTempDir();
  onTestFinished(() => rmSync(path, { recursive: true, force: true }));
  return path;
}
