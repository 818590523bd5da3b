import * as encoding from 'lib0/encoding';
import { MAX_CATCH_UP_BYTES, MAX_UPDATE_BYTES } from '../../shared/scorecard/terms.ts';
import {
  MESSAGE_AWARENESS,
  MESSAGE_REFUSED,
  MESSAGE_SAVED,
  MESSAGE_SYNC,
  type SyncRefusal,
  type SyncRefusalCode,
} from '../../shared/wire/sync.ts';
import { readWhole, Unreadable, type Reader } from './reader.ts';

/** What a client's message is: a question, a write, or presence, which nobody here is told of. */
export type Frame =
  /** y-protocols' sync step 1: "this is what I have". */
  | { kind: 'ask'; stateVector: Uint8Array }
  /** Step 2, the answer to our own question: all that we lack. */
  | { kind: 'catch-up'; update: Uint8Array }
  | { kind: 'update'; update: Uint8Array }
  | { kind: 'presence' };

const MESSAGE_QUERY_AWARENESS = 3;
const STEP_1 = 0;
const STEP_2 = 1;
const UPDATE = 2;

const MAX_STATE_VECTOR_BYTES = 8 * 1024;
const MAX_PRESENCE_BYTES = 4 * 1024;

/**
 * Decodes a message of y-protocols strictly: known types, one form of every number, nothing after
 * the end. The update inside is not looked at yet. Auth messages go from server to client only.
 */
export function readFrame(message: Uint8Array): Frame | SyncRefusalCode {
  return readWhole(message, frameIn);
}

function frameIn(reader: Reader): Frame {
  switch (reader.uint()) {
    case MESSAGE_SYNC:
      return syncFrameIn(reader);
    case MESSAGE_AWARENESS:
      blockIn(reader, MAX_PRESENCE_BYTES);
      return { kind: 'presence' };
    case MESSAGE_QUERY_AWARENESS:
      return { kind: 'presence' };
    default:
      throw new Unreadable();
  }
}

function syncFrameIn(reader: Reader): Frame {
  switch (reader.uint()) {
    case STEP_1: {
      const stateVector = blockIn(reader, MAX_STATE_VECTOR_BYTES);
      if (readWhole(stateVector, skipPairs) !== true) throw new Unreadable();
      return { kind: 'ask', stateVector };
    }
    case STEP_2:
      return { kind: 'catch-up', update: blockIn(reader, MAX_CATCH_UP_BYTES) };
    case UPDATE:
      return { kind: 'update', update: blockIn(reader, MAX_UPDATE_BYTES) };
    default:
      throw new Unreadable();
  }
}

function blockIn(reader: Reader, limit: number): Uint8Array {
  const block = reader.block();
  if (block.length > limit) throw new Unreadable('too-large');
  return block;
}

/** A state vector: for each client its id and clock. */
function skipPairs(reader: Reader): true {
  for (let entries = reader.uint(); entries > 0; entries--) {
    reader.uint();
    reader.uint();
  }
  return true;
}

const syncFrame = (step: number, block: Uint8Array): Uint8Array =>
  encoding.encode((encoder) => {
    encoding.writeVarUint(encoder, MESSAGE_SYNC);
    encoding.writeVarUint(encoder, step);
    encoding.writeVarUint8Array(encoder, block);
  });

export const askFrame = (stateVector: Uint8Array): Uint8Array => syncFrame(STEP_1, stateVector);
export const answerFrame = (update: Uint8Array): Uint8Array => syncFrame(STEP_2, update);
export const updateFrame = (update: Uint8Array): Uint8Array => syncFrame(UPDATE, update);

/** An awareness message about nobody: y-websocket reconnects when it hears nothing for 30 s. */
export const quietFrame = Uint8Array.of(MESSAGE_AWARENESS, 1, 0);

export const savedFrame = (count: number): Uint8Array =>
  encoding.encode((encoder) => {
    encoding.writeVarUint(encoder, MESSAGE_SAVED);
    encoding.writeVarUint(encoder, count);
  });

export const refusedFrame = (refusal: SyncRefusal): Uint8Array =>
  encoding.encode((encoder) => {
    encoding.writeVarUint(encoder, MESSAGE_REFUSED);
    encoding.writeVarString(encoder, JSON.stringify(refusal));
  });
