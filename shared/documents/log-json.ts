import type { Fact } from '../panel/facts.ts';
import type { SealKey, SeatId } from '../panel/terms.ts';

/** The exported log of a panel: every entry, with the hash that chains it to the one before. */
export interface LogJson {
  panel: string;
  records: LogJsonRecord[];
  /** The key that the first entry binds; null in panels made before there was one. */
  key: SealKey | null;
  /** One for each reveal, conclusion, signature and seal, in order. */
  checkpoints: Checkpoint[];
}

/** A head of the chain, signed by the server. */
export interface Checkpoint {
  position: number;
  /** That of the record at this position. */
  hash: string;
  /** Base64: Ed25519 over "heyi-checkpoint/v1\0" ‖ hash (32 bytes). */
  signature: string;
}

export interface LogJsonRecord {
  entry: LogJsonEntry;
  /** Hex SHA-256("heyi-log/v1\0" ‖ previous hash ‖ RFC 8785 of the entry). */
  hash: string;
}

export interface LogJsonEntry {
  position: number;
  at: string;
  /** Seat id, or `server`. */
  actor: SeatId;
  operation?: string;
  bumps: string[];
  fact: Fact;
  /** Hex SHA-256 of what is stored beside the entry and never exported. */
  payload?: string;
}
