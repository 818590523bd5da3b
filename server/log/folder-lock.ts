import { readFileSync, realpathSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { StoreInUse } from './errors.ts';

/** Folders locked by this process: the lock file can't tell two logs of one process apart. */
const held = new Set<string>();

/**
 * Takes `<folder>/lock` for this process and returns the release. The lock names the process id
 * and, where /proc tells it, the moment that process started: in a container every server has the
 * same few ids, and after a reboot an old id may belong to anybody. A lock of a dead process, or
 * one that holds our own id from an earlier life, is taken over.
 * @throws StoreInUse when a living process holds it.
 */
export function lockFolder(folder: string): () => void {
  const real = realpathSync(folder);
  if (held.has(real)) throw new StoreInUse(folder, process.pid);
  const path = join(real, 'lock');
  const mine = `${process.pid} ${startOf(process.pid)}\n`;
  while (!created(path, mine)) {
    const theirs = readOrNothing(path);
    if (theirs === undefined) continue;
    const [pid = 0, start] = theirs.split(/\s/).map(Number);
    if (pid !== process.pid && isAlive(pid, start ?? 0)) throw new StoreInUse(folder, pid);
    takeAside(path, theirs, folder);
  }
  held.add(real);
  return () => {
    held.delete(real);
    if (readOrNothing(path) === mine) rmSync(path);
  };
}

/** Two starting servers may both find the same stale lock; only one of them may remove it. */
function takeAside(path: string, stale: string, folder: string): void {
  const aside = `${path}.stale-${process.pid}`;
  try {
    renameSync(path, aside);
  } catch (error) {
    if (isMissing(error)) return;
    throw error;
  }
  const moved = readFileSync(aside, 'utf8');
  if (moved === stale) return rmSync(aside);
  renameSync(aside, path);
  throw new StoreInUse(folder, Number.parseInt(moved, 10));
}

function created(path: string, content: string): boolean {
  try {
    writeFileSync(path, content, { flag: 'wx' });
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false;
    throw error;
  }
}

function isAlive(pid: number, start: number): boolean {
  if (!Number.isInteger(pid) || pid <= 0) return false;
  try {
    process.kill(pid, 0);
  } catch (error) {
    // EPERM: it lives and belongs to somebody else.
    if ((error as NodeJS.ErrnoException).code !== 'EPERM') return false;
  }
  const now = startOf(pid);
  return now === 0 || start === 0 || now === start;
}

/** Clock ticks from boot to the process' start, or 0 where there is no /proc. */
function startOf(pid: number): number {
  const stat = readOrNothing(`/proc/${pid}/stat`);
  // The command name in parentheses may hold spaces; field 22 is the 20th after it.
  return Number(stat?.slice(stat.lastIndexOf(')') + 2).split(' ')[19] ?? 0);
}

function readOrNothing(path: string): string | undefined {
  try {
    return readFileSync(path, 'utf8');
  } catch (error) {
    if (isMissing(error)) return undefined;
    throw error;
  }
}

function isMissing(error: unknown): boolean {
  return (error as NodeJS.ErrnoException).code === 'ENOENT';
}
