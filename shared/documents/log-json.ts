import type { Fact } from '../panel/facts.ts';
import type { SeatId } from '../panel/terms.ts';

/** The exported log of a panel: every entry, with the hash that chains it to the one before. */
export interface LogJson {
  panel: string;
  records: LogJsonRecord[];
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
