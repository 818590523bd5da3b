import { setImmediate as nextTurn, setTimeout as pause } from 'node:timers/promises';
import type { Prepared } from './chain.ts';
import { LogDamaged } from './errors.ts';
import type { Outcome } from './port.ts';
import { type Answer, callAppend } from './redis-append.ts';
import { jittered, patience, type RedisLink } from './redis-link.ts';
import { requireContinuation, type Seen } from './redis-seen.ts';

/** One call of the script holds Redis up for everybody: about 5 ms at this size. */
const DRAFTS = 500;
const CHARACTERS = 4_000_000;

const JITTER_MS = 4;

interface Job {
  drafts: Prepared[];
  outcomes: Outcome[];
  resolve(outcomes: Outcome[]): void;
  reject(error: unknown): void;
}

/**
 * The appends of one panel by this process: one call of the script under way at a time, and what
 * is queued meanwhile goes together in the next. Lanes of different panels share the connection
 * and are pipelined on it.
 */
export class RedisLane {
  readonly #redis: RedisLink;
  readonly #seen: Seen;
  readonly #grown: (panel: string, position: number) => void;
  #queue: Job[] = [];
  #running: Promise<void> | undefined;

  constructor(redis: RedisLink, seen: Seen, grown: (panel: string, position: number) => void) {
    this.#redis = redis;
    this.#seen = seen;
    this.#grown = grown;
  }

  append(drafts: Prepared[]): Promise<Outcome[]> {
    return new Promise((resolve, reject) => {
      this.#queue.push({ drafts, outcomes: [], resolve, reject });
      this.#running ??= this.#run();
    });
  }

  /** Resolves when every append was answered. */
  async idle(): Promise<void> {
    await this.#running;
  }

  async #run(): Promise<void> {
    do {
      // A turn of the event loop lets all that this turn's sockets bring join the same call.
      await nextTurn();
      const jobs = this.#take();
      try {
        await this.#settle(jobs);
      } catch (error) {
        // Those that queued meanwhile have waited nearly as long and would only wait again.
        const waiting = this.#queue;
        this.#queue = [];
        for (const job of [...jobs, ...waiting]) job.reject(error);
      }
    } while (this.#queue.length > 0);
    this.#running = undefined;
  }

  #take(): Job[] {
    let drafts = 0;
    let characters = 0;
    let count = 0;
    for (const job of this.#queue) {
      drafts += job.drafts.length;
      for (const { opening, payload } of job.drafts) {
        characters += opening.length + (payload?.length ?? 0);
      }
      // The first job always goes, however large: a call's drafts are appended together.
      if (count > 0 && (drafts > DRAFTS || characters > CHARACTERS)) break;
      count += 1;
    }
    return this.#queue.splice(0, count);
  }

  async #settle(jobs: Job[]): Promise<void> {
    const { panel } = this.#seen;
    let rest = jobs.flatMap((job) => job.drafts.map((prepared) => ({ prepared, job })));
    jobs.filter(({ drafts }) => drafts.length === 0).forEach((job) => job.resolve([]));
    for (let contended = 0; rest.length > 0;) {
      // Chaining a large batch anew takes longer than another node's small appends: go in steps.
      const turn = contended < 2 ? rest : rest.filter(({ job }) => job === rest[0]?.job);
      const drafts = turn.map(({ prepared }) => prepared);
      // Each answer proves that Redis is there, so each call gets the whole patience.
      const answer = await callAppend(this.#redis, patience(), panel, this.#seen.head, drafts);
      if (answer.kind === 'moved') {
        await this.#chase(answer, contended);
        contended += 1;
        continue;
      }
      contended = 0;
      const appended = drafts.slice(0, answer.accepted);
      for (const { record, opening, payload } of appended) {
        this.#seen.extend(record, opening.length + (payload?.length ?? 0));
      }
      const outcomes: Outcome[] = [...appended.map(accepted), ...answer.refusals];
      outcomes.forEach((outcome, at) => rest[at]?.job.outcomes.push(outcome));
      for (const job of new Set(rest.slice(0, outcomes.length).map(({ job }) => job))) {
        if (job.outcomes.length === job.drafts.length) job.resolve(job.outcomes);
      }
      rest = rest.slice(outcomes.length);
      const last = appended.at(-1);
      if (last) this.#grown(panel, last.record.entry.position);
    }
  }

  /** Another node was first. One of the contenders wins each time, so the panel goes on. */
  async #chase(answer: Answer & { kind: 'moved' }, contended: number): Promise<void> {
    const { panel, head } = this.#seen;
    requireContinuation(panel, head, answer.head.position, answer.mark);
    if (!(answer.head.position > head.position)) {
      throw new LogDamaged(panel, head.position, 'it is not the recorded head');
    }
    this.#seen.advance(answer.head);
    // Mostly at once, while what is now known of the head is fresh; a pause lets many nodes part.
    if (contended % 4 === 3) await pause(jittered(JITTER_MS));
  }
}

function accepted({ record }: Prepared): Outcome {
  return { accepted: true, record };
}
