import type { IncomingMessage } from 'node:http';
import { STATUS_CODES } from 'node:http';
import type { Duplex } from 'node:stream';
import { setTimeout as delay } from 'node:timers/promises';
import type { Logger } from 'pino';
import { WebSocketServer, type WebSocket } from 'ws';
import { mayRead } from '../../shared/panel/admission.ts';
import { authorIn, isAuthor, isCommonCard } from '../../shared/panel/seats.ts';
import type { CardId, SeatId } from '../../shared/panel/terms.ts';
import { MAX_CATCH_UP_BYTES } from '../../shared/scorecard/terms.ts';
import { CLOSE } from '../../shared/wire/sync.ts';
import type { Pass } from '../auth/passes.ts';
import type { Log } from '../log/port.ts';
import type { Room } from '../panel/room.ts';
import { Bucket } from './bucket.ts';
import type { Card } from './card.ts';
import { Connection } from './connection.ts';
import { LIMITS, type Limits } from './limits.ts';
import { PanelCards } from './panel-cards.ts';

export interface SyncContext {
  rooms: (panel: string) => Promise<Room | null>;
  /** Does the request hold this seat, by its cookie or `?token=`? */
  authenticate: (request: IncomingMessage, panel: string, seat: SeatId) => Promise<Pass | null>;
  originAllowed: (request: IncomingMessage) => boolean;
  log: Log;
  logger: Pick<Logger, 'info' | 'error'>;
  limits?: Partial<Limits>;
}

export interface SyncEndpoint {
  /** For the HTTP server's 'upgrade' event; false where the path is somebody else's. */
  (request: IncomingMessage, socket: Duplex, head: Buffer): boolean;
  /** Hears nothing more, lets what was heard become durable, then closes. */
  close: () => Promise<void>;
}

interface Target {
  panel: string;
  card: CardId;
  seat: SeatId | undefined;
  wantsReceipts: boolean;
}

const PREFIX = '/sync/';
const BEAT = 5000;
const CLOSED_WITHIN = 2000;
const SETTLED_WITHIN = 5000;
const GOING_AWAY = 1001;
/** A frame over the protocol's own limits gets its answer; one over this ends the socket. */
const MAX_MESSAGE_BYTES = 4 * MAX_CATCH_UP_BYTES;

/**
 * The sync endpoint: `/sync/<panel>/<card>`, y-protocols over websocket. Whom we don't know or don't
 * let in is told by a 44xx close, not by an HTTP status, which a provider would retry for ever; only
 * a page of another origin gets a 403.
 */
export function attachSync(context: SyncContext): SyncEndpoint {
  const { rooms, authenticate, originAllowed, log, logger } = context;
  const limits = { ...LIMITS, ...context.limits };
  const clock = () => performance.now();
  const server = new WebSocketServer({
    noServer: true,
    clientTracking: false,
    perMessageDeflate: false,
    maxPayload: MAX_MESSAGE_BYTES,
  });
  const opening = new WeakMap<Room, Promise<PanelCards>>();
  const panels = new Set<PanelCards>();
  const connections = new Set<Connection>();
  const work = new WeakMap<Card, Bucket>();
  let closing = false;
  const heart = setInterval(() => {
    for (const connection of connections) connection.beat();
  }, BEAT);
  heart.unref();

  function upgrade(request: IncomingMessage, socket: Duplex, head: Buffer): boolean {
    const target = targetOf(request.url ?? '');
    if (!target) return false;
    if (closing || !originAllowed(request)) refuseUpgrade(socket, closing ? 503 : 403);
    else
      server.handleUpgrade(request, socket, head, (ws) => {
        // A broken frame is told by the close that follows it; without a listener it would throw.
        ws.on('error', () => undefined);
        ws.pause();
        welcome(ws, socket, request, target).catch((error: unknown) => {
          logger.error({ error, panel: target.panel }, 'sync connection could not be opened');
          turnAway(ws, CLOSE.unavailable, 'store-unavailable');
        });
      });
    return true;
  }

  async function welcome(
    ws: WebSocket,
    socket: Duplex,
    request: IncomingMessage,
    { panel, card: id, seat, wantsReceipts }: Target,
  ): Promise<void> {
    const room = await rooms(panel);
    if (!room || seat === undefined) return turnAway(ws, CLOSE.unknown, 'unknown-card');
    const pass = await authenticate(request, panel, seat);
    const cards = pass && (await cardsOf(room));
    // Asked after everything that takes time, right before the connection is made.
    if (!pass || !cards || !pass.holds()) return turnAway(ws, CLOSE.forbidden, 'not-your-seat');
    if (!mayRead(room.state, pass.seat, id)) {
      const isTheirs = isAuthor(room.state.setup, pass.seat, id);
      return turnAway(ws, isTheirs ? CLOSE.unknown : CLOSE.forbidden, 'unknown-card');
    }
    const card = cards.card(id);
    if (card.devices.size >= limits.devices) return turnAway(ws, CLOSE.tooMany, 'too-many');
    if (closing || ws.readyState !== ws.OPEN) return turnAway(ws, GOING_AWAY, 'server-stopping');
    const onRefused = (code: string) => logger.info({ panel, card: id, code }, 'edit refused');
    const tools = { ws, socket, card, work: workOf(card), limits, clock, wantsReceipts, onRefused };
    const connection = new Connection(pass, tools);
    connections.add(connection);
    const unwatch = pass.watch(() => {
      if (!pass.holds()) connection.refused('link-voided');
    });
    ws.on('close', () => {
      connections.delete(connection);
      unwatch();
    });
    ws.resume();
  }

  function cardsOf(room: Room): Promise<PanelCards> {
    const known = opening.get(room);
    if (known) return known;
    const { panel } = room;
    const onError = (error: unknown) => logger.error({ error, panel }, 'edits were not saved');
    const cards = PanelCards.open(room, log, onError);
    opening.set(room, cards);
    cards.then(
      (opened) => panels.add(opened),
      () => opening.delete(room),
    );
    return cards;
  }

  function workOf(card: Card): Bucket {
    const known = work.get(card);
    if (known) return known;
    const bucket = new Bucket(limits.work, clock);
    work.set(card, bucket);
    return bucket;
  }

  async function close(): Promise<void> {
    closing = true;
    clearInterval(heart);
    for (const connection of connections) connection.deafen();
    const settled = Promise.all([...panels].map((cards) => cards.settled()));
    // A store that hangs must not keep the server from stopping; what it got is acknowledged later.
    await Promise.race([settled, delay(SETTLED_WITHIN, undefined, { ref: false })]);
    for (const connection of connections) connection.end(GOING_AWAY, 'server-stopping');
    for (const cards of panels) cards.close();
  }

  return Object.assign(upgrade, { close });
}

/** Undefined for somebody else's path. A scorecard's seat is in its id, a common card's in the query. */
function targetOf(url: string): Target | undefined {
  if (!url.startsWith(PREFIX)) return undefined;
  const { pathname, searchParams } = new URL(url, 'http://server');
  const [panel = '', card = '', ...more] = pathname.slice(PREFIX.length).split('/');
  const seat = isCommonCard(card) ? (searchParams.get('seat') ?? undefined) : authorIn(card);
  return {
    panel,
    card,
    seat: more.length === 0 ? seat : undefined,
    wantsReceipts: searchParams.get('ack') === '1',
  };
}

/** A socket that never became a connection. It was paused, and must read on to see its end. */
function turnAway(ws: WebSocket, code: number, reason: string): void {
  ws.resume();
  ws.close(code, reason);
  setTimeout(() => ws.terminate(), CLOSED_WITHIN).unref();
}

function refuseUpgrade(socket: Duplex, status: number): void {
  socket.end(`HTTP/1.1 ${status} ${STATUS_CODES[status]}\r\nConnection: close\r\n\r\n`);
}
