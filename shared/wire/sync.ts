import type { RefusalCode } from '../panel/refusals.ts';
import type { FaultCode } from '../scorecard/layout.ts';
import type { FarewellCode } from './events.ts';

/**
 * The sync endpoint: a websocket at `/sync/<panel>/<card>`, y-protocols inside (0 sync, 1 awareness).
 * A scorecard's seat is in its id; for the sheet it is `?seat=`. Who holds no cookie gives `?token=`.
 *  - Either side may ask (step 1) at any time, and is answered (step 2). The server asks first.
 *  - Write frames are the client's steps 2 and updates. Each is judged whole, one after the other; the
 *    first that is refused ends the connection, and the frames after it count for nothing.
 *  - An update that refers to edits which the server has not got is held while the server asks for
 *    them, at most 10 s. What others wrote is relayed once the client has asked.
 *  - Awareness is read past and told to nobody. The server sends an empty one every 10 s.
 *  - MAX_UPDATE_BYTES and 512 structs an update, MAX_CATCH_UP_BYTES and 1024 structs a step 2, and
 *    8192 deleted ranges in either. A message of more than 1 MiB is closed with 1009.
 *  - Allowed are 60 frames/s (a question counts as 21) and 256 kB/s, with 300 frames and 1 MiB to
 *    spare, and 16 connections a card.
 * Clients that connect with `?ack=1` also get the two messages below, which an unmodified provider
 * does not know.
 */
export const MESSAGE_SYNC = 0;
export const MESSAGE_AWARENESS = 1;
/** varUint type, varUint count: the first so many write frames of this connection are durable. */
export const MESSAGE_SAVED = 120;
/** varUint type, varString JSON `SyncRefusal`: the next frame is the close with a 44xx code. */
export const MESSAGE_REFUSED = 121;

export interface SyncRefusal {
  code: SyncRefusalCode;
  /** One sentence that says what to do, in both languages. */
  zh: string;
  en: string;
}

/** Why a frame was refused. Also the reason text of the close, for clients without `?ack=1`. */
export type SyncRefusalCode =
  | RefusalCode
  | FaultCode
  | FarewellCode
  /** Not a frame of the protocol, or not a Yjs update (V1) as Yjs writes it. */
  | 'malformed'
  /** More bytes, structs or deletions in one frame than an author makes. */
  | 'too-large'
  /** The document's client id belongs to another device: start from a fresh document. */
  | 'client-id-in-use'
  /** The card's history is too long to take more. */
  | 'card-full';

/**
 * Close codes; the reason text is a code too. 44xx: this document must not come back as it is (an
 * unmodified provider stops); 45xx, and 1001 when the server stops: come back with the same document.
 */
export const CLOSE = {
  /** The content was refused: take a fresh document and re-apply the allowed values. */
  refused: 4422,
  /** Not the author, or the link was voided. */
  forbidden: 4403,
  /** No such panel or card. */
  unknown: 4404,
  /** Too many frames, bytes, devices or too much work: a program out of hand. */
  tooMany: 4529,
  /** The store can't acknowledge now. */
  unavailable: 4503,
} as const;
