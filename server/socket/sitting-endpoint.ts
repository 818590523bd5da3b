import type { RateLimiterMemory } from 'rate-limiter-flexible';
import type { Namespace, Server, Socket } from 'socket.io';
import {
  SITTINGS,
  type SittingClientEvents,
  type SittingServerEvents,
} from '../../shared/wire/events.ts';
import type { Pass } from '../auth/passes.ts';
import type { SittingRoom } from '../sitting/sitting-room.ts';
import { answerSittingCommand, TOO_MANY } from './commands.ts';
import type { SocketContext } from './endpoint.ts';
import { SittingPublisher, type SittingReader } from './sitting-publisher.ts';

interface SocketData {
  sitting: SittingRoom;
  pass: Pass;
}
type Sockets = Namespace<
  SittingClientEvents,
  SittingServerEvents,
  Record<string, never>,
  SocketData
>;
type SittingSocket = Socket<
  SittingClientEvents,
  SittingServerEvents,
  Record<string, never>,
  SocketData
>;

/** The sittings' namespace: where the room is, and the acts that lead it through the agenda. */
export function attachSittings(
  io: Server,
  { sittings, passes, logger }: SocketContext,
  limiter: RateLimiterMemory,
): { close: () => void } {
  const publishers = new Map<string, SittingPublisher>();
  // A namespace has events of its own, which the types of the server can't say.
  const sockets = io.of(SITTINGS) as unknown as Sockets;

  sockets.use(async (socket, next) => {
    const { sitting: id, seat, token } = socket.handshake.query;
    const held = typeof token === 'string' ? token : undefined;
    const sitting = typeof id === 'string' ? await sittings.find(id) : null;
    const pass =
      sitting && typeof seat === 'string'
        ? passes.forSitting(socket.request, sitting, seat, held)
        : null;
    if (!sitting || !pass) return next(new Error('not-your-seat'));
    socket.data = { sitting, pass };
    next();
  });

  sockets.on('connection', (socket) => {
    const { sitting, pass } = socket.data;
    const reader: SittingReader = {
      seat: pass.seat,
      view: (view) => void socket.emit('sitting', view),
    };
    const publisher = publisherOf(sitting);
    publisher.add(reader);
    const unwatch = pass.watch(() => leaveIfVoided(socket));
    socket.on('disconnect', () => {
      unwatch();
      publisher.remove(reader);
    });
    socket.on('command', (...sent: unknown[]) => void receive(socket, sent));
  });

  function publisherOf(sitting: SittingRoom): SittingPublisher {
    let publisher = publishers.get(sitting.id);
    if (!publisher) publishers.set(sitting.id, (publisher = new SittingPublisher(sitting)));
    return publisher;
  }

  async function receive(socket: SittingSocket, sent: unknown[]): Promise<void> {
    const answer = sent.at(-1);
    if (typeof answer !== 'function') return;
    const { sitting, pass } = socket.data;
    if (leaveIfVoided(socket)) return;
    try {
      const { remainingPoints } = await limiter.penalty(socket.id);
      answer(
        remainingPoints <= 0
          ? TOO_MANY
          : await answerSittingCommand(sittings, sitting, pass.seat, sent[0], logger),
      );
    } catch (error) {
      logger.error({ error, sitting: sitting.id, seat: pass.seat }, 'command without an answer');
    }
  }

  function leaveIfVoided(socket: SittingSocket): boolean {
    if (socket.data.pass.holds()) return false;
    socket.emit('farewell', { code: 'link-voided' });
    socket.disconnect(true);
    return true;
  }

  return {
    close: () => {
      for (const publisher of publishers.values()) publisher.close();
    },
  };
}
