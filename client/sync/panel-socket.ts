import { io } from 'socket.io-client';
import type { Command } from '../../shared/panel/commands.ts';
import type { Paper, View } from '../../shared/views/terms.ts';
import type { Answer, FarewellCode } from '../../shared/wire/events.ts';
import { freshOperation } from './operation.ts';

export interface PanelListener {
  view: (view: View) => void;
  paper: (paper: Paper) => void;
  live: (live: boolean) => void;
  /** How far the server's clock is ahead of this device's, in milliseconds. */
  ahead: (milliseconds: number) => void;
  farewell: (code: FarewellCode) => void;
}

export interface PanelSocket {
  command: (command: Command) => Promise<Answer>;
  close: () => void;
}

/** Milliseconds until an unanswered command is sent again (same operation, so it acts once). */
const ANSWER_TIMEOUT = 4000;
const RETRY_PAUSE = 500;
/** Clocks of tired laptops drift, and a device may have slept: asked anew this often. */
const ASK_TIME = 5 * 60_000;

/** The socket.io side of a panel: views come, commands go. Reconnects by itself for ever. */
export function connectPanel(panel: string, seat: string, listener: PanelListener): PanelSocket {
  const socket = io({
    transports: ['websocket'],
    query: { panel, seat },
    reconnectionDelayMax: 2500,
    forceNew: true,
  });
  let closed = false;
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

  socket.on('disconnect', () => listener.live(false));
  socket.on('farewell', ({ code }: { code: FarewellCode }) => {
    closed = true;
    listener.farewell(code);
    socket.disconnect();
  });
  socket.on('connect_error', (error) => {
    // The server's word that this seat is not ours is final; everything else is the network.
    if (error.message === 'not-your-seat' || error.message === 'link-voided') {
      closed = true;
      listener.farewell(error.message);
      socket.disconnect();
    }
  });

  async function command(wish: Command): Promise<Answer> {
    const envelope = { operation: freshOperation(), command: wish };
    for (;;) {
      try {
        const answer: Answer = await socket
          .timeout(ANSWER_TIMEOUT)
          .emitWithAck('command', envelope);
        if (answer.ok || answer.code !== 'store-unavailable') return answer;
      } catch (error) {
        if (closed) throw error;
      }
      await new Promise((resolve) => setTimeout(resolve, RETRY_PAUSE));
    }
  }

  return {
    command,
    close: () => {
      closed = true;
      clearInterval(asking);
      socket.disconnect();
    },
  };
}
