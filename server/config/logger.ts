import { mkdirSync } from 'node:fs';
import path from 'node:path';
import pino, { type Logger } from 'pino';

/**
 * Structured logs go to `<dataDir>/server.log`, so that the terminal keeps the address and its QR
 * in sight; warnings show in the terminal too. Codes, secrets, scores and texts are never logged:
 * callers name panel, seat and reason codes only, and error objects keep message and stack.
 */
export function createLogger(dataDir: string): Logger {
  mkdirSync(dataDir, { recursive: true });
  return pino(
    { serializers: { error: pino.stdSerializers.err } },
    pino.multistream([
      { level: 'info', stream: pino.destination(path.join(dataDir, 'server.log')) },
      { level: 'warn', stream: process.stderr },
    ]),
  );
}
