import type { RefusalCode } from '../panel/refusals.ts';
import type { FaultCode } from '../scorecard/layout.ts';
import type { FarewellCode } from './events.ts';

/**
 * The sync endpoint speaks y-protocols (0 sync, 1 awareness). Clients that connect with `?ack=1`
 * also get these, which an unmodified provider never sees.
 */
export const MESSAGE_SYNC = 0;
export const MESSAGE_AWARENESS = 1;
/** varUint type, varUint count: so many write frames of this connection are durable. */
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
 * Close codes. 44xx: this document must not come back as it is (an unmodified provider stops);
 * 45xx: come back later with the same document.
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
