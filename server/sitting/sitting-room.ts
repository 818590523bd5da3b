import type { Refusal } from '../../shared/panel/refusals.ts';
import type { SeatId } from '../../shared/panel/terms.ts';
import type { SittingCommand } from '../../shared/sitting/commands.ts';
import { decideSitting, type Panels } from '../../shared/sitting/decide.ts';
import { evolveSitting } from '../../shared/sitting/evolve.ts';
import type { SittingEntry, SittingFact } from '../../shared/sitting/facts.ts';
import { sittingFenceOf } from '../../shared/sitting/fence.ts';
import type { SittingState } from '../../shared/sitting/state.ts';
import type { Log, LogRecord } from '../log/port.ts';
import { type Act, type Fold, LiveLog, replay, type Standing } from '../panel/live-log.ts';
import { fencedDraft } from '../panel/records.ts';
import type { Room } from '../panel/room.ts';
import type { Rooms } from '../panel/rooms.ts';

const SITTING: Fold<SittingState, SittingEntry> = { entryOf, evolve: evolveSitting };

/** Told when the sitting or one of its projects has changed. */
export type SittingListener = () => void;

/** One sitting on this node, with the rooms of its projects. */
export class SittingRoom extends LiveLog<SittingState, SittingEntry> {
  #rooms: Rooms;
  #projects = new Map<string, Room>();
  #listeners = new Set<SittingListener>();

  private constructor(log: Log, id: string, rooms: Rooms, standing: Standing<SittingState>) {
    super(log, id, SITTING, standing);
    this.#rooms = rooms;
    this.observe(() => void this.#gather());
  }

  static async open(log: Log, id: string, rooms: Rooms): Promise<SittingRoom | null> {
    const standing = await replay(log, id, SITTING);
    const sitting = standing && new SittingRoom(log, id, rooms, standing);
    if (sitting) await sitting.#gather();
    return sitting;
  }

  /** The rooms of all projects ever added, in the order in which they came. */
  get projects(): ReadonlyMap<string, Room> {
    return this.#projects;
  }

  get panels(): Panels {
    return new Map([...this.#projects].map(([panel, { state }]) => [panel, state]));
  }

  /** Hears of every fold of the sitting and of its projects, but of no score that is typed. */
  watch(listener: SittingListener): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  /** As a panel's commands: the same operation of the same seat acts once, on every node. */
  async execute(command: SittingCommand, seat: SeatId, operation: string): Promise<Refusal | null> {
    // Its projects may have moved on elsewhere, and what may be done depends on where they stand.
    await Promise.all([...this.#projects.values()].map((room) => room.catchUp()));
    const refusal = await this.carryOut(
      { seat, operation },
      (state) => decideSitting(state, command, { seat }, this.panels),
      (state, fact) => this.#draft(state, fact, { seat, operation }),
    );
    return refusal === 'raced' ? { code: 'changed-meanwhile' } : refusal;
  }

  /**
   * Puts a panel on the agenda that was made with this sitting's setup, as it stood at `revision`:
   * refused where that has changed since, because nobody would tell the panel.
   */
  async add(room: Room, revision: number): Promise<Refusal | null> {
    const operation = `add-${room.panel}`;
    const { panel, state: project } = room;
    const fact = { type: 'project-added', panel, name: project.setup.project.name.trim() } as const;
    const refusal = await this.carryOut<SittingFact, Refusal>(
      { seat: 'secretary', operation },
      ({ fences }) =>
        (fences['setup'] ?? 0) === revision
          ? { fact }
          : { refusal: { code: 'setup-changed-meanwhile' } },
      (state) => this.#draft(state, fact, { seat: 'secretary', operation }),
    );
    await this.#gather();
    return refusal === 'raced' ? { code: 'changed-meanwhile' } : refusal;
  }

  #draft(state: SittingState, fact: SittingFact, act: Act) {
    const at = new Date().toISOString();
    return fencedDraft(state.fences, fact, sittingFenceOf(fact), { ...act, at });
  }

  /** Finds the rooms of projects that came since, then tells those who watch. */
  async #gather(): Promise<void> {
    for (const { panel } of this.state.projects) {
      if (this.#projects.has(panel)) continue;
      const room = await this.#rooms.find(panel);
      if (!room || this.#projects.has(panel)) continue;
      this.#projects.set(panel, room);
      room.observe((entries) => {
        // Nothing of a sitting depends on a card, so a keystroke must not even make it look.
        if (entries.some(({ fact }) => fact.type !== 'scores-changed')) this.#tell();
      });
    }
    this.#tell();
  }

  #tell(): void {
    for (const listener of this.#listeners) listener();
  }
}

/** A stored record as the fold takes it. The log has verified it, so its shape is ours. */
function entryOf({ entry }: LogRecord): SittingEntry {
  const { position, at, actor, operation, bumps } = entry;
  const fact = entry.fact as SittingFact;
  return { position, at, actor, bumps, fact, ...(operation === undefined ? {} : { operation }) };
}

/** The draft that opens a sitting. */
export function openingDraft(fact: Extract<SittingFact, { type: 'sitting-opened' }>) {
  const at = new Date().toISOString();
  return fencedDraft({}, fact, sittingFenceOf(fact), { seat: 'secretary', at });
}
