import { openEmbeddedLog } from './embedded.ts';
import type { Log } from './port.ts';

/**
 * The log in Redis when there is a `redisUrl`, else in files under `dataDir`.
 * @throws StoreInUse, LogDamaged (embedded); LogUnavailable (Redis).
 */
export async function openLog(where: {
  dataDir: string;
  redisUrl: string | undefined;
}): Promise<Log> {
  if (where.redisUrl === undefined) return openEmbeddedLog(where.dataDir);
  // Loaded on demand: the client library costs the ordinary start time it has no use for.
  const { openRedisLog } = await import('./redis.ts');
  return openRedisLog(where.redisUrl);
}
