import path from 'node:path';
import { z } from 'zod';

/** Everything that can be set from outside; README.md documents each. */
export interface Config {
  port: number;
  host: string;
  dataDir: string;
  /** undefined: the embedded log in `dataDir`. */
  redisUrl: string | undefined;
  /** Where files of evidence lie; undefined: in `dataDir`, and with Redis nowhere. */
  filesDir: string | undefined;
  /** Without a trailing slash; undefined: derived from host and port. */
  publicUrl: string | undefined;
}

/** Names the setting that is wrong and what it should be. */
export class ConfigError extends Error {}

const url = (protocols: string[]) =>
  z.string().refine((text) => {
    try {
      return protocols.includes(new URL(text).protocol);
    } catch {
      return false;
    }
  });

const SETTINGS = {
  PORT: {
    schema: z.coerce.number().int().min(0).max(65535).default(8080),
    expected: 'a port number from 0 (any free one) to 65535',
  },
  HOST: { schema: z.string().min(1).default('0.0.0.0'), expected: 'an address to listen on' },
  DATA_DIR: { schema: z.string().min(1).default('data'), expected: 'a folder' },
  REDIS_URL: {
    schema: url(['redis:', 'rediss:', 'redis+unix:']).optional(),
    expected: 'an address like redis://127.0.0.1:6379',
  },
  FILES_DIR: { schema: z.string().min(1).optional(), expected: 'a folder that is there' },
  PUBLIC_URL: {
    schema: url(['http:', 'https:']).optional(),
    expected: 'an address like https://heyi.example.gov.cn',
  },
} as const;

type Settings = { [K in keyof typeof SETTINGS]: z.infer<(typeof SETTINGS)[K]['schema']> };

/** Reads the environment; an empty variable counts as not set. Throws ConfigError. */
export function readConfig(env: Record<string, string | undefined>): Config {
  const values = Object.fromEntries(
    Object.entries(SETTINGS).map(([name, { schema, expected }]) => {
      const given = env[name] || undefined;
      const parsed = schema.safeParse(given);
      if (!parsed.success)
        throw new ConfigError(`${name}=${given} can't be used: it must be ${expected}.`);
      return [name, parsed.data];
    }),
  ) as Settings;
  return {
    port: values.PORT,
    host: values.HOST,
    dataDir: path.resolve(values.DATA_DIR),
    redisUrl: values.REDIS_URL,
    filesDir: values.FILES_DIR === undefined ? undefined : path.resolve(values.FILES_DIR),
    publicUrl: values.PUBLIC_URL?.replace(/\/+$/, ''),
  };
}
