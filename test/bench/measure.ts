import { execFileSync } from 'node:child_process';
import { closeSync, fdatasyncSync, openSync, readFileSync, rmSync, writeSync } from 'node:fs';
import path from 'node:path';

/** Only Linux tells a process's CPU time in /proc; elsewhere the CPU rows stay empty. */
const TICKS_PER_SECOND =
  process.platform === 'linux' ? Number(execFileSync('getconf', ['CLK_TCK'])) : null;

/** Seconds of CPU, user and system, of all threads of a process so far; in ticks of 10 ms. */
export function cpuSeconds(pid: number): number | null {
  if (TICKS_PER_SECOND === null) return null;
  const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
  // The name, in brackets, may hold spaces; utime and stime are the 14th and 15th field.
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  return (Number(fields[11]) + Number(fields[12])) / TICKS_PER_SECOND;
}

/** Times in ms, kept in a buffer of fixed size so that recording one costs next to nothing. */
export class Recorder {
  readonly #times: Float64Array;
  #count = 0;

  constructor(capacity: number) {
    this.#times = new Float64Array(capacity);
  }

  get count(): number {
    return this.#count;
  }

  record(time: number): void {
    this.#times[this.#count++] = time;
  }

  /** Nearest rank, and for no times at all null. */
  quantiles(): Quantiles | null {
    if (this.#count === 0) return null;
    const sorted = this.#times.slice(0, this.#count).sort();
    const rank = (share: number): number => sorted[Math.ceil(share * sorted.length) - 1]!;
    return { p50: rank(0.5), p99: rank(0.99) };
  }
}

/** In ms. */
export interface Quantiles {
  p50: number;
  p99: number;
}

export interface Spread {
  median: number;
  min: number;
  max: number;
}

export function spreadOf(values: readonly number[]): Spread {
  const sorted = [...values].sort((one, other) => one - other);
  const [low, high] = [sorted[(sorted.length - 1) >> 1]!, sorted[sorted.length >> 1]!];
  return { median: (low + high) / 2, min: sorted[0]!, max: sorted.at(-1)! };
}

/** Median ms of an appended kilobyte and fdatasync in a folder: what durability costs at least. */
export function syncTime(folder: string): number {
  const file = path.join(folder, 'fdatasync');
  const fd = openSync(file, 'w');
  const kilobyte = Buffer.alloc(1024);
  const times = Array.from({ length: 100 }, () => {
    const start = performance.now();
    writeSync(fd, kilobyte);
    fdatasyncSync(fd);
    return performance.now() - start;
  });
  closeSync(fd);
  rmSync(file);
  return spreadOf(times).median;
}
