import type { Fact } from '../../shared/panel/facts.ts';
import { SHARED_SECTIONS } from '../../shared/panel/terms.ts';
import type { SittingState } from '../../shared/sitting/state.ts';
import { draftOf } from '../panel/records.ts';
import type { Room } from '../panel/room.ts';
import type { SittingRoom } from './sitting-room.ts';

/** A panel that changes under our hands is looked at again; more often than this it is somebody's bug. */
const MAX_RACES = 20;

/**
 * Brings a project's own log up to what its sitting says, so that the log stands alone: people and
 * rules while it is in preparation, [CA1] and the links voided since it came. [CA2] The second is
 * what makes a voided link exact: an edit is fenced by the counter of its own panel's log, on every
 * node. Every node may do this at any time, also after a crash half-way: what is there is not
 * written again. Rejects with LogUnavailable when it can't be known.
 */
export async function carryOver(sitting: SittingRoom, room: Room): Promise<void> {
  for (let races = 0; races < MAX_RACES;) {
    const wanted = nextFact(sitting.state, room);
    if (!wanted) return;
    const at = new Date().toISOString();
    const { fact, operation } = wanted;
    const [outcome] = await room.append([
      draftOf(room.state, fact, { seat: 'secretary', at, operation }),
    ]);
    if (outcome?.accepted) continue;
    races += 1;
    await room.catchUp();
  }
  throw new Error(`panel ${room.panel} could not take over what its sitting says`);
}

/** All projects of a sitting, one after the other. */
export async function carryOverAll(sitting: SittingRoom): Promise<void> {
  for (const room of sitting.projects.values()) await carryOver(sitting, room);
}

function nextFact(
  sitting: SittingState,
  { panel, state }: Room,
): { fact: Fact; operation: string } | null {
  const project = sitting.projects.find((each) => each.panel === panel);
  if (!project || state.phase === 'sealed') return null;
  const missing = (position: number, operation: string) =>
    position > project.since && state.operations[`secretary:${operation}`] === undefined;
  for (const { seat, position } of sitting.voids) {
    const operation = `sitting-${position}`;
    if (missing(position, operation)) return { fact: { type: 'link-voided', seat }, operation };
  }
  if (state.phase !== 'setup') return null;
  for (const section of SHARED_SECTIONS) {
    const operation = `sitting-${sitting.changed[section] ?? 0}`;
    if (missing(sitting.changed[section] ?? 0, operation)) {
      const value = sitting.setup[section];
      return { fact: { type: 'setup-changed', section, value } as Fact, operation };
    }
  }
  return null;
}
