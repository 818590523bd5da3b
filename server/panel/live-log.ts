import type { Draft, Log, LogRecord, Outcome } from '../log/port.ts';

/** How the records of a log become a state. `evolve` is pure; null: no such thing yet. */
export interface Fold<State, Entry> {
  entryOf: (record: LogRecord) => Entry;
  evolve: (state: State | null, entry: Entry) => State | null;
  /** Does this entry leave `head` where it is, because that one was printed as the seal's? */
  keepsHead?: (before: State, entry: Entry) => boolean;
}

interface Foldable {
  position: number;
  operations: Record<string, number>;
}

/** Where a log stands on this node. */
export interface Standing<State> {
  state: State;
  head: string;
}

/** Told after every fold, with the entries folded, in order: all that the outside learns from. */
export type Listener<Entry> = (entries: readonly Entry[]) => void;

/** Who asks, and under which operation id. */
export interface Act {
  seat: string;
  operation: string;
}

/** How often a command is decided anew after it lost a race at the fence. */
const MAX_RACES = 8;

/**
 * One log on this node: the state folded from it, and the only way to add to it. Nothing is folded
 * that is not durable, and nobody is told of anything that is not folded.
 */
export class LiveLog<State extends Foldable, Entry> {
  readonly id: string;
  #log: Log;
  #fold: Fold<State, Entry>;
  #state: State;
  #head: string;
  #listeners = new Set<Listener<Entry>>();
  #reading: Promise<void> | null = null;

  protected constructor(
    log: Log,
    id: string,
    fold: Fold<State, Entry>,
    { state, head }: Standing<State>,
  ) {
    this.#log = log;
    this.id = id;
    this.#fold = fold;
    this.#state = state;
    this.#head = head;
  }

  get state(): State {
    return this.#state;
  }

  /** Hex hash of the last entry folded, but for those that keep it (see Fold). */
  get head(): string {
    return this.#head;
  }

  observe(listener: Listener<Entry>): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  /** Appends drafts as they are; accepted ones are folded, and listeners told, before it resolves. */
  async append(drafts: Draft[]): Promise<Outcome[]> {
    const outcomes = await this.#log.append(this.id, drafts);
    const records = outcomes.flatMap((outcome) => (outcome.accepted ? [outcome.record] : []));
    if (records.length > 0) await this.#arrived(records);
    return outcomes;
  }

  /** Folds whatever the log holds beyond our position, from whichever node it came. */
  async catchUp(): Promise<void> {
    // One read at a time; a caller during a read needs another one, for what came after it began.
    while (this.#reading) await this.#reading;
    this.#reading = this.#log
      .read(this.id, this.#state.position)
      .then((records) => this.#take(records))
      .finally(() => (this.#reading = null));
    await this.#reading;
  }

  /**
   * Decides and appends what comes of it; null when it is done, now or by the same operation
   * before. Rejects with LogUnavailable when the outcome is unknown.
   */
  protected async carryOut<Fact, Refusal>(
    act: Act,
    decide: (state: State) => { fact: Fact | null } | { refusal: Refusal },
    draft: (state: State, fact: Fact) => Draft,
  ): Promise<Refusal | 'raced' | null> {
    for (let race = 0; race < MAX_RACES; race++) {
      if (this.#state.operations[`${act.seat}:${act.operation}`] !== undefined) return null;
      const verdict = decide(this.#state);
      if ('refusal' in verdict) return verdict.refusal;
      if (verdict.fact === null) return null;
      const [outcome] = await this.append([draft(this.#state, verdict.fact)]);
      if (outcome?.accepted) return null;
      // Somebody else's entry came first: see it, then decide again on what is true now.
      await this.catchUp();
    }
    return 'raced';
  }

  async #arrived(records: LogRecord[]): Promise<void> {
    // Another node's entries may lie between ours and our position: then the log tells the order.
    if (records[0]!.entry.position <= this.#state.position + 1) this.#take(records);
    if (records.at(-1)!.entry.position > this.#state.position) await this.catchUp();
  }

  #take(records: readonly LogRecord[]): void {
    const entries: Entry[] = [];
    for (const record of records) {
      if (record.entry.position !== this.#state.position + 1) continue;
      const entry = this.#fold.entryOf(record);
      if (!this.#fold.keepsHead?.(this.#state, entry)) this.#head = record.hash;
      this.#state = this.#fold.evolve(this.#state, entry) ?? this.#state;
      entries.push(entry);
    }
    if (entries.length > 0) for (const listener of this.#listeners) listener(entries);
  }
}

/** Folds a log from its first entry on; null where the log has none of that kind and name. */
export async function replay<State, Entry>(
  log: Log,
  id: string,
  { entryOf, evolve, keepsHead }: Fold<State, Entry>,
): Promise<Standing<State> | null> {
  let state: State | null = null;
  let head = '';
  for (const record of await log.read(id, 0)) {
    const entry = entryOf(record);
    if (!state || !keepsHead?.(state, entry)) head = record.hash;
    state = evolve(state, entry);
  }
  return state && { state, head };
}
