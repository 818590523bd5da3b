import * as decoding from 'lib0/decoding';
import * as encoding from 'lib0/encoding';
import { MESSAGE_REFUSED, MESSAGE_SAVED, MESSAGE_SYNC } from '../../shared/wire/sync.ts';

const STEP_1 = 0;
const STEP_2 = 1;
const UPDATE = 2;

/** A server's message, as far as a benchmark looks at it. */
export type Message =
  | { kind: 'question' | 'update' }
  | { kind: 'answer'; update: Uint8Array }
  | { kind: 'saved'; count: number }
  | { kind: 'refused'; code: string }
  | { kind: 'other' };

const syncFrame = (step: number, block: Uint8Array): Uint8Array =>
  encoding.encode((encoder) => {
    encoding.writeVarUint(encoder, MESSAGE_SYNC);
    encoding.writeVarUint(encoder, step);
    encoding.writeVarUint8Array(encoder, block);
  });

export const updateFrame = (update: Uint8Array): Uint8Array => syncFrame(UPDATE, update);

/** Step 1 of an empty document: "send me everything". */
export const QUESTION = syncFrame(STEP_1, Uint8Array.of(0));
/** Step 2 of an empty document: "I have nothing that you lack". */
export const NOTHING = syncFrame(STEP_2, Uint8Array.of(0, 0));

export function readMessage(bytes: Uint8Array): Message {
  const decoder = decoding.createDecoder(bytes);
  const type = decoding.readVarUint(decoder);
  if (type === MESSAGE_SAVED) return { kind: 'saved', count: decoding.readVarUint(decoder) };
  if (type === MESSAGE_REFUSED) return { kind: 'refused', code: decoding.readVarString(decoder) };
  if (type !== MESSAGE_SYNC) return { kind: 'other' };
  switch (decoding.readVarUint(decoder)) {
    case STEP_1:
      return { kind: 'question' };
    case STEP_2:
      return { kind: 'answer', update: decoding.readVarUint8Array(decoder) };
    default:
      return { kind: 'update' };
  }
}
