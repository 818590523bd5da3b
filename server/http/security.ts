import type { RequestHandler } from 'express';
import helmet from 'helmet';
import { originAllowed } from '../auth/origin.ts';
import { refuse } from './problem.ts';

/**
 * Only our own files run, style and speak. No `upgrade-insecure-requests` and no HSTS of our own: a
 * meeting room is served over plain http on its own network, and a proxy that does TLS adds HSTS.
 */
export const headers: RequestHandler = helmet({
  contentSecurityPolicy: {
    useDefaults: false,
    directives: {
      defaultSrc: ["'none'"],
      scriptSrc: ["'self'"],
      styleSrc: ["'self'"],
      imgSrc: ["'self'", 'data:'],
      fontSrc: ["'self'"],
      connectSrc: ["'self'"],
      // Evidence beside the card; the file itself is sandboxed.
      frameSrc: ["'self'"],
      baseUri: ["'none'"],
      formAction: ["'self'"],
      frameAncestors: ["'none'"],
    },
  },
  strictTransportSecurity: false,
  // Both need a secure context and would only fill the console with warnings on plain http.
  crossOriginOpenerPolicy: false,
  originAgentCluster: false,
});

/** Refuses what a page of another site sends with the reader's cookies. */
export function sameOrigin(publicUrl: string | undefined): RequestHandler {
  return (request, response, next) => {
    const safe = request.method === 'GET' || request.method === 'HEAD';
    if (safe || originAllowed(request, publicUrl)) next();
    else refuse(response, 'foreign-origin');
  };
}
