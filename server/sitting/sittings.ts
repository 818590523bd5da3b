import type { Refusal } from '../../shared/panel/refusals.ts';
import type { SeatId, Setup } from '../../shared/panel/terms.ts';
import type { SittingCommand } from '../../shared/sitting/commands.ts';
import type { SittingSetup } from '../../shared/sitting/terms.ts';
import { isSittingId, MAX_PROJECTS } from '../../shared/sitting/terms.ts';
import type { Log } from '../log/port.ts';
import { freshId, LiveLogs } from '../panel/live-logs.ts';
import type { Room } from '../panel/room.ts';
import type { Rooms } from '../panel/rooms.ts';
import { carryOver, carryOverAll } from './carry.ts';
import { openingDraft, SittingRoom } from './sitting-room.ts';

/** All sittings on this node. */
export class Sittings extends LiveLogs<SittingRoom> {
  #rooms: Rooms;

  private constructor(rooms: Rooms, onError: (error: unknown, sitting: string) => void) {
    const open = (log: Log, id: string) => SittingRoom.open(log, id, rooms);
    super(rooms.log, { isOurs: isSittingId, open }, onError);
    this.#rooms = rooms;
  }

  /** Opens every sitting; what a crash kept a project from taking over is taken over now. */
  static async open(
    rooms: Rooms,
    onError: (error: unknown, sitting: string) => void,
  ): Promise<Sittings> {
    const sittings = new Sittings(rooms, onError);
    await sittings.openAll();
    for (const sitting of await sittings.all())
      await carryOverAll(sitting).catch((error: unknown) => onError(error, sitting.id));
    return sittings;
  }

  async create(title: string, setup: SittingSetup, ranking: boolean): Promise<SittingRoom> {
    const id = `sitting${freshId()}`;
    await this.log.append(id, [openingDraft({ type: 'sitting-opened', title, setup, ranking })]);
    const sitting = await this.find(id);
    if (!sitting) throw new Error(`sitting ${id} was created and can't be read back`);
    return sitting;
  }

  /**
   * A new project at the end of the agenda, with the sitting's people and rules. Its log is written
   * first: a crash between the two leaves a panel that nobody can get into, never an agenda that
   * names nothing.
   */
  async addProject(sitting: SittingRoom, setup: Setup): Promise<Room | Refusal> {
    if (sitting.state.projects.length >= MAX_PROJECTS) return { code: 'too-many-projects' };
    const revision = sitting.state.fences['setup'] ?? 0;
    const room = await this.#rooms.create({ ...setup, ...sitting.state.setup }, sitting.id);
    return (await sitting.add(room, revision)) ?? room;
  }

  /**
   * Carries out a command of the sitting. Answered only when every project has taken over what
   * follows from it: a link that is said to be void is out of all of them, on every node.
   */
  async execute(
    sitting: SittingRoom,
    command: SittingCommand,
    seat: SeatId,
    operation: string,
  ): Promise<Refusal | null> {
    const refusal = await sitting.execute(command, seat, operation);
    if (!refusal && (command.type === 'edit-setup' || command.type === 'void-link'))
      await carryOverAll(sitting);
    return refusal;
  }

  /** Before a project begins, and is frozen: it has what its sitting says at this moment. */
  async ready(room: Room): Promise<void> {
    const sitting = await this.of(room);
    if (!sitting) return;
    await sitting.catchUp();
    await carryOver(sitting, room);
  }

  /** The sitting of a panel; null where it is a panel of its own. */
  async of({ state }: Room): Promise<SittingRoom | null> {
    return state.sitting === null ? null : this.find(state.sitting);
  }
}
