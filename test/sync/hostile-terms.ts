import type * as Y from 'yjs';
import { any, craft } from './craft.ts';

/** An update that must not change anything, under a name that says what it tries. */
export interface Hostile {
  name: string;
  update: Uint8Array;
  /** Where more than one code would be right, none is asked for. */
  code?: string;
}

export const ME = 666;
export const scores = (doc: Y.Doc): Y.Map<unknown> => doc.getMap('scores');
export const mark = (key: string, ...values: unknown[]): Uint8Array =>
  craft({
    runs: [{ client: ME, clock: 0, structs: [{ root: 'scores', key, ...any(...values) }] }],
  });
export const many = <T>(count: number, each: (n: number) => T): T[] =>
  Array.from({ length: count }, (_, n) => each(n));
