import type { IncomingMessage } from 'node:http';

/**
 * May a page of this origin talk to us? Browsers send Origin with every websocket and every POST;
 * a request without one comes from a program, which has no cookies that somebody else could abuse.
 * Same host as the one asked, or the configured public address.
 */
export function originAllowed(
  request: Pick<IncomingMessage, 'headers'>,
  publicUrl: string | undefined,
): boolean {
  const { origin, host } = request.headers;
  if (origin === undefined) return true;
  if (publicUrl !== undefined && origin === new URL(publicUrl).origin) return true;
  try {
    return new URL(origin).host === host;
  } catch {
    // `null` and other opaque origins.
    return false;
  }
}
