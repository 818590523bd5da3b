import type { SittingCommand } from '../../shared/sitting/commands.ts';
import type { SittingView } from '../../shared/views/sitting.ts';
import { SITTINGS } from '../../shared/wire/events.ts';
import { connectSeat, type SeatListener, type SeatSocket } from './seat-socket.ts';

export interface SittingListener extends SeatListener {
  view: (view: SittingView) => void;
}

/** The socket.io side of a sitting: where the room is, and the acts that lead it. */
export function connectSitting(
  sitting: string,
  seat: string,
  listener: SittingListener,
): Pick<SeatSocket<SittingCommand>, 'command' | 'close'> {
  const line = connectSeat<SittingCommand>(SITTINGS, { sitting, seat }, listener);
  line.socket.on('sitting', (view: SittingView) => {
    listener.view(view);
    listener.live(true);
  });
  return line;
}
