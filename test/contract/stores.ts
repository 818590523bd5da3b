import { rmSync } from 'node:fs';
import type { Draft, Log, LogRecord, Outcome } from '../../server/log/port.ts';
import { openLog } from '../../server/log/open.ts';
import { TestRedis } from '../kit/redis.ts';
import { newTempDir } from '../kit/temp-dir.ts';

/** A place that holds a log, and outlives the logs opened on it. */
export interface TestStore {
  open(): Promise<Log>;
  remove(): Promise<void>;
}

export const stores: { name: string; start: () => Promise<TestStore> }[] = [
  {
    name: 'embedded',
    async start() {
      const dataDir = newTempDir();
      return {
        open: () => openLog({ dataDir, redisUrl: undefined }),
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
        remove: () => redis.stop(),
      };
    },
  },
];

/** A draft that no fence stops, unless `over` says otherwise. */
export function draft(over: Partial<Draft> = {}): Draft {
  return {
    at: '2025-03-04T05:06:07.000Z',
    actor: 'e1',
    fact: { type: 'scores-changed' },
    expects: {},
    bumps: [],
    ...over,
  };
}

/** The record of an outcome that must be an acceptance. */
export function recordOf(outcome: Outcome | undefined): LogRecord {
  if (!outcome?.accepted) throw new Error(`refused: ${JSON.stringify(outcome)}`);
  return outcome.record;
}

/** Resolves with the panel at the first announcement that `wanted` takes. */
export function announced(log: Log, wanted: (panel: string) => boolean): Promise<string> {
  return new Promise((resolve) => {
    const stop = log.follow((panel) => {
      if (!wanted(panel)) return;
      stop();
      resolve(panel);
    });
  });
}
