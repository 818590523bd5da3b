import { ErrorReply } from 'redis';
import type { RedisClient } from './redis-link.ts';

/** What Redis must be told to keep what it acknowledged, and what happens otherwise. */
const NEEDED = [
  ['appendonly', 'yes', 'everything saved since the last snapshot is lost when it stops'],
  ['appendfsync', 'always', 'up to a second of saved work is lost in a power cut'],
  ['maxmemory-policy', 'noeviction', 'it may throw panels away when memory is short'],
] as const;

/** One sentence for each setting with which Redis may lose an acknowledged entry; `[]` is good. */
export async function settingNotices(client: RedisClient): Promise<string[]> {
  try {
    const found = await Promise.all(NEEDED.map(([name]) => client.configGet(name)));
    return NEEDED.flatMap(([name, needed, risk], at) => {
      const actual = found[at]?.[name] ?? 'unknown';
      if (actual === needed) return [];
      return [`Redis runs with ${name} ${actual}, so ${risk}: set "${name} ${needed}".`];
    });
  } catch (error) {
    if (!(error instanceof ErrorReply)) throw error;
    const wanted = NEEDED.map(([name, needed]) => `${name} ${needed}`).join(', ');
    return [
      `Redis does not let its settings be read (${error.message}): make sure that it has ${wanted}.`,
    ];
  }
}
