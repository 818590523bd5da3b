import type { Server as HttpServer } from 'node:http';
import type { Logger } from 'pino';
import { RateLimiterMemory } from 'rate-limiter-flexible';
import { Server, type Socket } from 'socket.io';
import type { ClientEvents, ServerEvents } from '../../shared/wire/events.ts';
import { originAllowed } from '../auth/origin.ts';
import type { Pass, Passes } from '../auth/passes.ts';
import type { Room } from '../panel/room.ts';
import type { Rooms } from '../panel/rooms.ts';
import type { Sittings } from '../sitting/sittings.ts';
import { answerCommand, TOO_MANY } from './commands.ts';
import { Publisher, type Reader } from './publisher.ts';
import { attachSittings } from './sitting-endpoint.ts';

/** A framework of 200 leaves with long criteria fits; a flood does not. */
const MAX_MESSAGE_BYTES = 2 * 1024 * 1024;
/** Commands of one socket: a chair in a hurry, not a program out of hand. */
const COMMANDS = { points: 60, duration: 10 };

interface SocketData {
  room: Room;
  pass: Pass;
}
type PanelSocket = Socket<ClientEvents, ServerEvents, Record<string, never>, SocketData>;

export interface SocketContext {
  rooms: Rooms;
  sittings: Sittings;
  passes: Passes;
  logger: Logger;
  publicUrl: string | undefined;
}

export interface SocketEndpoint {
  close: () => Promise<void>;
}

/** The socket.io side: one socket a seat and device; views go down, commands come up. */
export function attachSockets(http: HttpServer, context: SocketContext): SocketEndpoint {
  const { rooms, sittings, passes, logger, publicUrl } = context;
  const publishers = new Map<string, Publisher>();
  const limiter = new RateLimiterMemory(COMMANDS);
  const io = new Server<ClientEvents, ServerEvents, Record<string, never>, SocketData>(http, {
    transports: ['websocket'],
    serveClient: false,
    // The sync endpoint answers upgrades on its own path.
    destroyUpgrade: false,
    maxHttpBufferSize: MAX_MESSAGE_BYTES,
    pingInterval: 5000,
    pingTimeout: 10_000,
    connectTimeout: 10_000,
    // `cors` does not guard the websocket transport, so the Origin is checked here.
    allowRequest: (request, decide) => decide(null, originAllowed(request, publicUrl)),
  });

  io.use(async (socket, next) => {
    const { panel, seat, token } = socket.handshake.query;
    const held = typeof token === 'string' ? token : undefined;
    const room = typeof panel === 'string' ? await rooms.find(panel) : null;
    const pass =
      room && typeof seat === 'string'
        ? await passes.forPanel(socket.request, room, seat, held)
        : null;
    if (!room || !pass) return next(new Error('not-your-seat'));
    socket.data = { room, pass };
    next();
  });

  io.on('connection', (socket) => {
    const { room, pass } = socket.data;
    const publisher = publisherOf(room);
    const reader: Reader = {
      seat: pass.seat,
      paper: (paper) => void socket.emit('paper', paper),
      view: (view) => void socket.emit('view', view),
    };
    publisher.add(reader);
    const unwatch = pass.watch(() => leaveIfVoided(socket));
    if (room.state.sitting !== null) void arrive(socket);
    socket.on('disconnect', () => {
      unwatch();
      publisher.remove(reader);
    });
    socket.on('command', (...sent: unknown[]) => void receive(socket, sent));
    socket.on('time', (...sent: unknown[]) => void tellTime(socket, sent));
  });

  function publisherOf(room: Room): Publisher {
    let publisher = publishers.get(room.panel);
    if (!publisher) publishers.set(room.panel, (publisher = new Publisher(room)));
    return publisher;
  }

  /** Whoever joined the sitting arrives at each of its projects when they are first there. */
  async function arrive({ data: { room, pass } }: PanelSocket): Promise<void> {
    const operation = `arrive-${pass.issue}`;
    await room.execute({ type: 'join' }, pass.seat, operation).catch((error: unknown) => {
      logger.warn({ error, panel: room.panel }, 'arrival not logged');
    });
  }

  /** Whatever arrives, the sender gets an answer or nothing happens: no shape may end the process. */
  async function receive(socket: PanelSocket, sent: unknown[]): Promise<void> {
    const answer = sent.at(-1);
    if (typeof answer !== 'function') return;
    const { room, pass } = socket.data;
    if (leaveIfVoided(socket)) return;
    try {
      const { remainingPoints } = await limiter.penalty(socket.id);
      answer(
        remainingPoints <= 0
          ? TOO_MANY
          : await answerCommand(room, pass.seat, sent[0], logger, sittings),
      );
    } catch (error) {
      // The client repeats an unanswered command with the same operation.
      logger.error({ error, panel: room.panel, seat: pass.seat }, 'command without an answer');
    }
  }

  async function tellTime(socket: PanelSocket, sent: unknown[]): Promise<void> {
    const answer = sent.at(-1);
    if (typeof answer !== 'function') return;
    const { remainingPoints } = await limiter.penalty(`time ${socket.id}`);
    if (remainingPoints > 0) answer(Date.now());
  }

  /** A voided link, or a seat that the setup no longer has, is out at once. */
  function leaveIfVoided(socket: PanelSocket): boolean {
    if (socket.data.pass.holds()) return false;
    socket.emit('farewell', { code: 'link-voided' });
    socket.disconnect(true);
    return true;
  }

  const agendas = attachSittings(io, context, limiter);
  return {
    close: async () => {
      agendas.close();
      for (const publisher of publishers.values()) publisher.close();
      await io.close();
    },
  };
}
