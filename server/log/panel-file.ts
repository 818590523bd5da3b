import { readFile } from 'node:fs/promises';
import { setImmediate as nextTurn } from 'node:timers/promises';
import { EMPTY, type Head, link, type Prepared } from './chain.ts';
import { LogDamaged, LogError, LogRegressed, LogUnavailable } from './errors.ts';
import { judge, StagedFences } from './fence.ts';
import type { FileStore } from './file-store.ts';
import { completeLength, lineOf, recordsIn } from './line.ts';
import type { LogRecord, Outcome } from './port.ts';
import { Tail } from './tail.ts';

/** What is known of a panel's file once its chain was verified. */
export interface Loaded {
  head: Head;
  /** Bytes of whole, verified lines. */
  length: number;
  /** Fence counters, counted from the entries' `bumps`. */
  fences: Map<string, number>;
}

interface Place {
  panel: string;
  folder: string;
  path: string;
  files: FileStore;
}

interface Job {
  drafts: Prepared[];
  resolve(outcomes: Outcome[]): void;
  reject(error: unknown): void;
}

/**
 * One panel's append-only file. Whatever arrives in one turn of the event loop or while a write is
 * under way goes out together: one write, one fdatasync, then the answers, then `grown`.
 */
export class PanelFile {
  readonly #at: Place;
  readonly #grown: (panel: string) => void;
  readonly #fences: Map<string, number>;
  readonly #tail = new Tail();
  #head: Head;
  #length: number;
  #queue: Job[] = [];
  #running: Promise<void> | undefined;
  #file: number | undefined;
  /** The file's name is durable in its folder. */
  #named: boolean;
  /** A failed write may have left bytes after `#length`. */
  #soiled = false;

  constructor(at: Place, grown: (panel: string) => void, loaded?: Loaded) {
    this.#at = at;
    this.#grown = grown;
    this.#head = loaded?.head ?? EMPTY;
    this.#length = loaded?.length ?? 0;
    this.#fences = loaded?.fences ?? new Map();
    this.#named = loaded !== undefined;
  }

  get head(): Head {
    return this.#head;
  }

  append(drafts: Prepared[]): Promise<Outcome[]> {
    return new Promise((resolve, reject) => {
      this.#queue.push({ drafts, resolve, reject });
      this.#running ??= this.#run();
    });
  }

  /** Recent records come from memory; older ones from the file, verified from its first line on. */
  async read(after: number): Promise<LogRecord[]> {
    const head = this.#head;
    const { panel, path } = this.#at;
    if (after > head.position) throw new LogRegressed(panel, after, head.position);
    if (after === head.position) return [];
    const recent = this.#tail.after(after);
    if (recent) return recent;
    const length = this.#length;
    const bytes = await readFile(path).catch((cause) => {
      throw new LogUnavailable(`reading ${path} failed`, cause);
    });
    const whole = bytes.subarray(0, completeLength(bytes.subarray(0, length)));
    const records = [...recordsIn(whole, panel, EMPTY)];
    if (records.at(-1)?.hash !== head.hash) {
      throw new LogRegressed(panel, head.position, records.length);
    }
    return records.slice(after);
  }

  async close(): Promise<void> {
    await this.#running;
    if (this.#file !== undefined) await this.#at.files.close(this.#file);
    this.#file = undefined;
  }

  async #run(): Promise<void> {
    do {
      // A turn of the event loop lets all that this turn's sockets bring join the same write.
      await nextTurn();
      const jobs = this.#queue;
      this.#queue = [];
      await this.#commit(jobs);
    } while (this.#queue.length > 0);
    this.#running = undefined;
  }

  async #commit(jobs: Job[]): Promise<void> {
    const fences = new StagedFences(this.#fences);
    const lines: string[] = [];
    const records: LogRecord[] = [];
    let head = this.#head;
    const place = (prepared: Prepared): Outcome => {
      const refusal = judge(prepared.expects, fences.count);
      if (refusal) return refusal;
      const stored = link(prepared, head);
      head = { position: head.position + 1, hash: stored.hash };
      fences.bump(prepared.bumps);
      lines.push(lineOf(stored));
      records.push(prepared.record);
      return { accepted: true, record: prepared.record };
    };
    const answers = jobs.map((job) => job.drafts.map(place));
    if (lines.length > 0) {
      const bytes = Buffer.from(lines.join(''));
      try {
        await this.#persist(bytes);
      } catch (error) {
        // Refusals go down with it: they may rest on a bump that is now not in the log.
        for (const job of jobs) job.reject(error);
        return;
      }
      this.#length += bytes.length;
      this.#head = head;
      fences.keep();
      records.forEach((record, at) => this.#tail.push(record, lines[at]?.length ?? 0));
    }
    jobs.forEach((job, at) => job.resolve(answers[at] ?? []));
    if (lines.length > 0) this.#grown(this.#at.panel);
  }

  async #persist(bytes: Buffer): Promise<void> {
    const { files, path, folder } = this.#at;
    let file: number | undefined;
    try {
      file = this.#file ??= await files.open(path);
      if (this.#soiled) await this.#clean(file);
      await this.#refuseForeignChange(file);
    } catch (cause) {
      throw cause instanceof LogError ? cause : new LogUnavailable(`opening ${path} failed`, cause);
    }
    try {
      this.#soiled = true;
      await files.write(file, bytes, this.#length);
      await files.sync(file);
      if (!this.#named) await files.syncFolder(folder);
      this.#named = true;
      this.#soiled = false;
    } catch (cause) {
      const unavailable = new LogUnavailable(`writing ${path} failed`, cause);
      // At once, so that a crash leaves no unacknowledged entry; if it fails, before the next write.
      await this.#clean(file).catch((also) => (unavailable.cause = [cause, also]));
      throw unavailable;
    }
  }

  /** Brings the file back to its last good length. Until this succeeds nothing else is written. */
  async #clean(file: number): Promise<void> {
    await this.#at.files.truncate(file, this.#length);
    await this.#at.files.sync(file);
    this.#soiled = false;
  }

  /** A backup put back or an editor under a running server must not be written over. */
  async #refuseForeignChange(file: number): Promise<void> {
    const { panel, path, files } = this.#at;
    const length = files.length(file);
    if (length === this.#length) return;
    const seen = this.#head.position;
    if (length > this.#length) throw new LogDamaged(panel, seen + 1, 'somebody else wrote there');
    const left = await readFile(path, 'latin1').catch(() => '');
    throw new LogRegressed(panel, seen, left.split('\n').length - 1);
  }
}
