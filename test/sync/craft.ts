import * as encoding from 'lib0/encoding';
import * as Y from 'yjs';

type Write = (encoder: encoding.Encoder) => void;
export type Place = [client: number, clock: number];

/** One struct as bytes; whatever is asked for, honest or not. */
export interface CraftedStruct {
  origin?: Place;
  right?: Place;
  root?: string;
  /** Inside another item instead of a root. */
  parent?: Place;
  key?: string;
  /** Yjs' number of the kind of content: 0 GC, 1 deleted, 4 text, 8 any, 10 skip … */
  kind: number;
  content: Write;
}

export interface Crafted {
  runs?: { client: number; clock: number; structs: CraftedStruct[]; count?: number }[];
  deletes?: { client: number; ranges: Place[]; count?: number }[];
  clients?: number;
}

export function craft({ runs = [], deletes = [], clients }: Crafted): Uint8Array {
  return encoding.encode((encoder) => {
    encoding.writeVarUint(encoder, clients ?? runs.length);
    for (const { client, clock, structs, count } of runs) {
      encoding.writeVarUint(encoder, count ?? structs.length);
      encoding.writeVarUint(encoder, client);
      encoding.writeVarUint(encoder, clock);
      for (const struct of structs) writeStruct(encoder, struct);
    }
    encoding.writeVarUint(encoder, deletes.length);
    for (const { client, ranges, count } of deletes) {
      encoding.writeVarUint(encoder, client);
      encoding.writeVarUint(encoder, count ?? ranges.length);
      for (const range of ranges) writePlace(encoder, range);
    }
  });
}

function writeStruct(encoder: encoding.Encoder, struct: CraftedStruct): void {
  const { origin, right, root, parent, key, kind, content } = struct;
  const flags = (origin ? 0x80 : 0) | (right ? 0x40 : 0) | (key === undefined ? 0 : 0x20);
  encoding.writeUint8(encoder, kind | flags);
  if (kind !== 0 && kind !== 10) {
    if (origin) writePlace(encoder, origin);
    if (right) writePlace(encoder, right);
    if (!origin && !right) {
      encoding.writeVarUint(encoder, parent ? 0 : 1);
      if (parent) writePlace(encoder, parent);
      else encoding.writeVarString(encoder, root ?? '');
      if (key !== undefined) encoding.writeVarString(encoder, key);
    }
  }
  content(encoder);
}

function writePlace(encoder: encoding.Encoder, [client, clock]: Place): void {
  encoding.writeVarUint(encoder, client);
  encoding.writeVarUint(encoder, clock);
}

export const text = (value: string): Pick<CraftedStruct, 'kind' | 'content'> => ({
  kind: 4,
  content: (encoder) => encoding.writeVarString(encoder, value),
});

export const any = (...values: unknown[]): Pick<CraftedStruct, 'kind' | 'content'> => ({
  kind: 8,
  content: (encoder) => {
    encoding.writeVarUint(encoder, values.length);
    for (const value of values) encoding.writeAny(encoder, value as number);
  },
});

export const tombstone = (length: number): Pick<CraftedStruct, 'kind' | 'content'> => ({
  kind: 1,
  content: (encoder) => encoding.writeVarUint(encoder, length),
});

export const gc = (length: number): CraftedStruct => ({
  kind: 0,
  content: (encoder) => encoding.writeVarUint(encoder, length),
});

export const skip = (length: number): CraftedStruct => ({
  kind: 10,
  content: (encoder) => encoding.writeVarUint(encoder, length),
});

/** What a plain document of this client id sends after `write`. */
export function updateOf(client: number, write: (doc: Y.Doc) => void): Uint8Array {
  const doc = new Y.Doc();
  doc.clientID = client;
  doc.transact(() => write(doc));
  return Y.encodeStateAsUpdate(doc);
}
