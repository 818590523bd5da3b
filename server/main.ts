import path from 'node:path';
import { ConfigError, readConfig } from './config/config.ts';
import { printBanner } from './config/banner.ts';
import { createLogger } from './config/logger.ts';
import { stopOnSignals } from './config/signals.ts';
import { FilesUnusable } from './files/port.ts';
import { LogError } from './log/errors.ts';
import { serve } from './serve.ts';

/** Bundled into dist/server, next to which the built client lies. */
const CLIENT_DIR = path.join(import.meta.dirname, '../client');

try {
  const config = readConfig(process.env);
  const logger = createLogger(config.dataDir);
  const running = await serve(config, logger, CLIENT_DIR);
  stopOnSignals(running.close, logger);
  printBanner(running);
} catch (error) {
  if (!isExpected(error)) throw error;
  console.error(`\nHeyi can't start: ${error.message}\n`);
  process.exitCode = 1;
}

/** Faults of the surroundings, which the person at the terminal can mend: no stack trace. */
function isExpected(error: unknown): error is Error {
  if (error instanceof ConfigError || error instanceof LogError || error instanceof FilesUnusable)
    return true;
  const { code } = error as NodeJS.ErrnoException;
  return code === 'EADDRINUSE' || code === 'EACCES' || code === 'EADDRNOTAVAIL';
}
