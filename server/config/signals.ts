import type { Logger } from 'pino';

/** Sockets are drained and the store closed within this, or the process ends anyway. */
const PATIENCE = 10_000;

/** Ctrl-C and SIGTERM close everything once and end the process with 0; a second one ends it now. */
export function stopOnSignals(close: () => Promise<void>, logger: Logger): void {
  let stopping = false;
  const stop = (): void => {
    if (stopping) process.exit(1);
    stopping = true;
    setTimeout(() => process.exit(1), PATIENCE).unref();
    close()
      .then(() => process.exit(0))
      .catch((error: unknown) => {
        logger.error({ error }, 'could not stop cleanly');
        process.exit(1);
      });
  };
  process.on('SIGINT', stop);
  process.on('SIGTERM', stop);
}
