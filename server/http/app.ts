import path from 'node:path';
import express, { type ErrorRequestHandler, type Express } from 'express';
import type { Doors } from '../auth/doors.ts';
import { LogUnavailable } from '../log/errors.ts';
import type { HttpContext } from './context.ts';
import { documentRoutes } from './documents.ts';
import { fileRoutes } from './files.ts';
import { importRoutes } from './import.ts';
import { joinRoutes } from './join.ts';
import { officeRoutes } from './office.ts';
import { panelRoutes } from './panels.ts';
import { refuse } from './problem.ts';
import { headers, sameOrigin } from './security.ts';
import { sittingRoutes } from './sittings.ts';
import { TryLimits } from './try-limits.ts';

const YEAR = 365 * 24 * 3600 * 1000;

/** Every HTTP answer of the server: the API under /api, and the client for everything else. */
export function createApp(context: HttpContext, doors: Doors): Express {
  const app = express();
  app.disable('x-powered-by');
  app.use(headers);

  const api = express.Router();
  const limits = new TryLimits();
  api.use(sameOrigin(context.publicUrl));
  api.use((_request, response, next) => {
    response.setHeader('cache-control', 'no-store');
    next();
  });
  api.use(express.json({ limit: '64kb', strict: true }));
  api.get('/health', (_request, response) => {
    response.json({ ok: true, notices: context.notices() });
  });
  api.use('/office', officeRoutes(context, limits));
  api.use('/join', joinRoutes(context, doors, limits));
  api.use(
    '/panels',
    panelRoutes(context),
    documentRoutes(context),
    fileRoutes(context),
    importRoutes(context),
  );
  api.use('/sittings', sittingRoutes(context));
  api.use((_request, response) => refuse(response, 'not-found'));
  app.use('/api', api);

  // Vite names built files by their content, so they may be kept for ever; the page may not.
  app.use(
    '/assets',
    express.static(path.join(context.clientDir, 'assets'), { immutable: true, maxAge: YEAR }),
    (_request, response) => void response.status(404).end(),
  );
  app.use(express.static(context.clientDir, { index: false }));
  app.get('/{*page}', (_request, response) => {
    response.setHeader('cache-control', 'no-cache');
    response.sendFile(path.join(context.clientDir, 'index.html'));
  });

  const failed: ErrorRequestHandler = (error, request, response, next) => {
    if (response.headersSent) return next(error);
    if (error instanceof LogUnavailable) return refuse(response, 'store-unavailable');
    if (error?.type === 'entity.too.large') return refuse(response, 'too-large');
    if (error?.status === 400) return refuse(response, 'malformed');
    context.logger.error({ error, method: request.method }, 'request failed');
    return refuse(response, 'broken');
  };
  app.use(failed);
  return app;
}
