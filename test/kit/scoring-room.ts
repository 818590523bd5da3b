import { randomBytes } from 'node:crypto';
import type { Command } from '../../shared/panel/commands.ts';
import type { SeatId, Setup } from '../../shared/panel/terms.ts';
import type { Log } from '../../server/log/port.ts';
import { draftOf } from '../../server/panel/records.ts';
import { Room } from '../../server/panel/room.ts';
import { smallSetup } from './panel.ts';

/** A new panel in `log` whose first round is open. */
export async function scoringRoom(log: Log, setup: Setup = smallSetup()): Promise<Room> {
  const panel = `p${randomBytes(8).toString('hex')}`;
  const at = '2026-01-01T09:00:00.000Z';
  await log.append(panel, [
    draftOf(null, { type: 'panel-created', setup }, { seat: 'secretary', at }),
  ]);
  const room = await Room.open(log, panel);
  if (!room) throw new Error('the panel is not there');
  await does(room, 'secretary', { type: 'open-round' });
  return room;
}

/** Carries out a command that must succeed. */
export async function does(room: Room, seat: SeatId, command: Command): Promise<void> {
  const outcome = await room.execute(command, seat, randomBytes(8).toString('hex'));
  if (!outcome.ok) throw new Error(`${command.type}: ${outcome.refusal.code}`);
}
