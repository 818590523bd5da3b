import { decide } from '../../shared/panel/decide/decide.ts';
import { evolve } from '../../shared/panel/evolve.ts';
import type { Command } from '../../shared/panel/commands.ts';
import type { Entry } from '../../shared/panel/facts.ts';
import type { Refusal } from '../../shared/panel/refusals.ts';
import type { PanelState } from '../../shared/panel/state.ts';
import type { SeatId } from '../../shared/panel/terms.ts';
import { versionOf } from '../../shared/views/version.ts';
import type { Draft, Log, LogRecord, Outcome } from '../log/port.ts';
import { draftOf, entryOf } from './records.ts';

/** Told after every fold, with the entries folded, in order: all that the outside learns from. */
export type RoomListener = (entries: readonly Entry[], room: Room) => void;

export type CommandOutcome = { ok: true; version: number } | { ok: false; refusal: Refusal };

/** How often a command is decided anew after it lost a race at the fence. */
const MAX_RACES = 8;

/**
 * One panel on this node: the state folded from its log, and the only way to add to it. Nothing is
 * folded that is not durable, and nobody is told of anything that is not folded.
 */
export class Room {
  readonly panel: string;
  #log: Log;
  #state: PanelState;
  #head: string;
  #listeners = new Set<RoomListener>();
  #reading: Promise<void> | null = null;

  private constructor(log: Log, panel: string, state: PanelState, head: string) {
    this.#log = log;
    this.panel = panel;
    this.#state = state;
    this.#head = head;
  }

  /** Replays a panel from its log; null where the log has none of that name. */
  static async open(log: Log, panel: string): Promise<Room | null> {
    let state: PanelState | null = null;
    let head = '';
    for (const record of await log.read(panel, 0)) {
      state = evolve(state, entryOf(record));
      head = record.hash;
    }
    return state && new Room(log, panel, state, head);
  }

  get state(): PanelState {
    return this.#state;
  }

  /** Hex hash of the last entry folded. */
  get head(): string {
    return this.#head;
  }

  observe(listener: RoomListener): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  /**
   * Decides a command and appends what comes of it. The same operation of the same seat acts once
   * and is answered alike, on every node. Rejects with LogUnavailable when the outcome is unknown.
   */
  async execute(command: Command, seat: SeatId, operation: string): Promise<CommandOutcome> {
    for (let race = 0; race < MAX_RACES; race++) {
      if (this.#state.operations[`${seat}:${operation}`] !== undefined) return this.#done();
      const verdict = decide(this.#state, command, { seat });
      if ('refusal' in verdict) return { ok: false, refusal: verdict.refusal };
      if (verdict.fact === null) return this.#done();
      const draft = draftOf(this.#state, verdict.fact, { seat, operation, at: now() });
      const [outcome] = await this.append([draft]);
      if (outcome?.accepted) return this.#done();
      // Somebody else's entry came first: see it, then decide again on what is true now.
      await this.catchUp();
    }
    return { ok: false, refusal: { code: 'changed-meanwhile' } };
  }

  /** Appends drafts as they are; accepted ones are folded, and listeners told, before it resolves. */
  async append(drafts: Draft[]): Promise<Outcome[]> {
    const outcomes = await this.#log.append(this.panel, drafts);
    const records = outcomes.flatMap((outcome) => (outcome.accepted ? [outcome.record] : []));
    if (records.length > 0) await this.#arrived(records);
    return outcomes;
  }

  /** Folds whatever the log holds beyond our position, from whichever node it came. */
  async catchUp(): Promise<void> {
    // One read at a time; a caller during a read needs another one, for what came after it began.
    while (this.#reading) await this.#reading;
    this.#reading = this.#log
      .read(this.panel, this.#state.position)
      .then((records) => this.#fold(records))
      .finally(() => (this.#reading = null));
    await this.#reading;
  }

  async #arrived(records: LogRecord[]): Promise<void> {
    // Another node's entries may lie between ours and our position: then the log tells the order.
    if (records[0]!.entry.position <= this.#state.position + 1) this.#fold(records);
    if (records.at(-1)!.entry.position > this.#state.position) await this.catchUp();
  }

  #fold(records: readonly LogRecord[]): void {
    const entries: Entry[] = [];
    for (const record of records) {
      if (record.entry.position !== this.#state.position + 1) continue;
      const entry = entryOf(record);
      this.#state = evolve(this.#state, entry) ?? this.#state;
      this.#head = record.hash;
      entries.push(entry);
    }
    if (entries.length > 0) for (const listener of this.#listeners) listener(entries, this);
  }

  #done(): CommandOutcome {
    return { ok: true, version: versionOf(this.#state) };
  }
}

const now = (): string => new Date().toISOString();
