import type { Command } from '../../shared/panel/commands.ts';
import type { Paper, View } from '../../shared/views/terms.ts';
import type { Answer } from '../../shared/wire/events.ts';
import { ANSWER_TIMEOUT, connectSeat, type SeatListener } from './seat-socket.ts';

export interface PanelListener extends SeatListener {
  view: (view: View) => void;
  paper: (paper: Paper) => void;
  /** How far the server's clock is ahead of this device's, in milliseconds. */
  ahead: (milliseconds: number) => void;
}

export interface PanelSocket {
  command: (command: Command) => Promise<Answer>;
  close: () => void;
}

/** Clocks of tired laptops drift, and a device may have slept: asked anew this often. */
const ASK_TIME = 5 * 60_000;

/** The socket.io side of a panel: views come, commands go. Reconnects by itself for ever. */
export function connectPanel(panel: string, seat: string, listener: PanelListener): PanelSocket {
  const { socket, command, close } = connectSeat<Command>('/', { panel, seat }, listener);
  socket.on('view', (view: View) => {
    listener.view(view);
    listener.live(true);
  });
  socket.on('paper', listener.paper);
  socket.on('connect', () => void askTime());
  const asking = setInterval(() => void askTime(), ASK_TIME);

  /** The answer was true halfway between asking and hearing, as near as anybody can tell. */
  async function askTime(): Promise<void> {
    const asked = Date.now();
    try {
      const now: number = await socket.timeout(ANSWER_TIMEOUT).emitWithAck('time');
      listener.ahead(now - (asked + Date.now()) / 2);
    } catch {
      // Asked again with the next connection, or in a while.
    }
  }

  return {
    command,
    close: () => {
      clearInterval(asking);
      close();
    },
  };
}
