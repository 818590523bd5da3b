import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Logger } from 'pino';
import { Doors } from './auth/doors.ts';
import { originAllowed } from './auth/origin.ts';
import { Passes } from './auth/passes.ts';
import { Secrets } from './auth/secrets.ts';
import type { Config } from './config/config.ts';
import { lanAddress } from './config/lan.ts';
import { DocumentWriter } from './documents/writer.ts';
import { openFiles } from './files/open.ts';
import { createApp } from './http/app.ts';
import type { HttpContext } from './http/context.ts';
import { UploadReader } from './import/reader.ts';
import type { Log } from './log/port.ts';
import { openLog } from './log/open.ts';
import { Rooms } from './panel/rooms.ts';
import { SealingKey } from './seal/sealing-key.ts';
import { Sittings } from './sitting/sittings.ts';
import { attachSockets } from './socket/endpoint.ts';
import { attachSync } from './sync/endpoint.ts';

export interface Running {
  /** The address for this machine's own browser. */
  local: string;
  /** The address that links carry, without a trailing slash. */
  address: string;
  secrets: Secrets;
  rooms: Rooms;
  log: Log;
  /** What the person at the terminal should know, in words. */
  notices: () => string[];
  close: () => Promise<void>;
}

/** Opens the log, replays every panel, and serves everything on one port. */
export async function serve(config: Config, logger: Logger, clientDir: string): Promise<Running> {
  // First, because a wrong folder for files must not leave a log locked behind it.
  const evidence = await openFiles(config);
  const log = await openLog({ dataDir: config.dataDir, redisUrl: config.redisUrl });
  const notices = () => [...log.notices(), ...evidence.notices];
  for (const notice of notices()) logger.warn(notice);
  const key = await log.key();
  const secrets = new Secrets(key);
  const sealing = new SealingKey(key);
  const rooms = await Rooms.open(log, sealing.card, (error, panel) =>
    logger.error({ error, panel }, 'could not follow the log; will try again'),
  );
  const sittings = await Sittings.open(rooms, (error, sitting) =>
    logger.error({ error, sitting }, 'could not follow the log; will try again'),
  );
  const doors = await Doors.watch(rooms, sittings, secrets);
  const passes = new Passes(secrets, sittings);

  const writer = new DocumentWriter();
  const uploads = new UploadReader();
  const { publicUrl } = config;
  let address = publicUrl ?? '';
  const context: HttpContext = {
    rooms,
    files: evidence.files,
    writer,
    uploads,
    notices,
    sittings,
    secrets,
    sealing,
    passes,
    logger,
    publicUrl,
    clientDir,
    address: () => address,
  };
  const http = createServer(createApp(context, doors));
  const sockets = attachSockets(http, context);
  const sync = attachSync({
    rooms: (panel) => rooms.find(panel),
    authenticate: async (request, panel, seat) => {
      const room = await rooms.find(panel);
      return room && passes.forPanel(request, room, seat, tokenOf(request));
    },
    originAllowed: (request) => originAllowed(request, publicUrl),
    log,
    logger,
  });
  http.on('upgrade', (request, socket, head) => {
    const ours = request.url?.startsWith('/socket.io/') || sync(request, socket, head);
    if (!ours) socket.destroy();
  });

  await new Promise<void>((resolve, reject) => {
    http.once('error', reject);
    http.listen(config.port, config.host, resolve);
  });
  const { port } = http.address() as AddressInfo;
  const local = `http://${config.host === '0.0.0.0' ? '127.0.0.1' : config.host}:${port}`;
  address ||= config.host === '0.0.0.0' ? `http://${lanAddress() ?? '127.0.0.1'}:${port}` : local;

  return {
    local,
    address,
    secrets,
    rooms,
    log,
    notices,
    close: async () => {
      // New work first, then what is under way, then the store that it needs.
      await sync.close();
      await sockets.close();
      http.closeAllConnections();
      writer.close();
      uploads.close();
      sittings.close();
      rooms.close();
      await log.close();
    },
  };
}

function tokenOf(request: IncomingMessage): string | undefined {
  return new URL(request.url ?? '', 'http://server').searchParams.get('token') ?? undefined;
}
