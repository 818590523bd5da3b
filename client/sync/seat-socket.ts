import { io, type Socket } from 'socket.io-client';
import type { Answer, FarewellCode } from '../../shared/wire/events.ts';
import { freshOperation } from './operation.ts';

export interface SeatListener {
  live: (live: boolean) => void;
  farewell: (code: FarewellCode) => void;
}

export interface SeatSocket<Command> {
  socket: Socket;
  command: (command: Command) => Promise<Answer>;
  close: () => void;
}

/** Milliseconds until an unanswered command is sent again (same operation, so it acts once). */
export const ANSWER_TIMEOUT = 4000;
const RETRY_PAUSE = 500;

/** A seat's line to the server, of a panel or of a sitting. Reconnects by itself for ever. */
export function connectSeat<Command>(
  namespace: string,
  query: Record<string, string>,
  listener: SeatListener,
): SeatSocket<Command> {
  const socket = io(namespace, {
    transports: ['websocket'],
    query,
    reconnectionDelayMax: 2500,
    forceNew: true,
  });
  let closed = false;
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
    socket,
    command,
    close: () => {
      closed = true;
      socket.disconnect();
    },
  };
}
