import { rmSync } from 'node:fs';
import { openLog } from '../../server/log/open.ts';
import type { Log } from '../../server/log/port.ts';
import { TestRedis } from '../kit/redis.ts';
import { newTempDir } from '../kit/temp-dir.ts';

/** A place that holds a log, and outlives the logs opened on it. */
export interface TestStore {
  open(): Promise<Log>;
  /** Whether several logs may be open on it at once, as on several nodes. */
  shared: boolean;
  remove(): Promise<void>;
}

export const stores: { name: string; start: () => Promise<TestStore> }[] = [
  {
    name: 'embedded',
    async start() {
      const dataDir = newTempDir();
      return {
        open: () => openLog({ dataDir, redisUrl: undefined }),
        shared: false,
        remove: async () => rmSync(dataDir, { recursive: true, force: true }),
      };
    },
  },
  {
    name: 'redis',
    async start() {
      const redis = await TestRedis.start();
      return {
        open: () => openLog({ dataDir: '', redisUrl: redis.url }),
        shared: true,
        remove: () => redis.stop(),
      };
    },
  },
];
