/**
 * The log: one append-only, hash-chained sequence of entries per panel. It knows nothing of panels
 * beyond that; `fact` and `payload` are opaque JSON to it.
 *
 * What every adapter owes (test/contract/log.test.ts runs on each of them):
 *  - [LG1] Positions of a panel are 1, 2, 3 … without a gap; an accepted entry never changes.
 *  - [LG2] An append is durable before its promise resolves, and is visible to `read` and announced
 *    to followers only after that.
 *  - [LG3] A draft whose `expects` differs from the panel's fence counters in the store is refused,
 *    atomically with the append; later drafts of the same call are judged on their own.
 *  - [LG4] `hash` chains: SHA-256("heyi-log/v1\0" ‖ previous hash ‖ RFC 8785 of the entry).
 *  - [LG5] When the outcome is unknown (time-out, lost connection) the adapter reads back and never
 *    appends the same draft twice. If it can't find out it rejects with LogUnavailable: the caller
 *    must not acknowledge, and may repeat the draft (a draft carries its operation as a fence, so
 *    a repetition is refused rather than doubled).
 *  - [LG6] A torn tail starts with a notice; damage before it rejects with LogDamaged, which names
 *    the panel and the position. A store whose history is shorter than what was already read is
 *    refused with LogRegressed, never overwritten.
 *  - [LG7] The store keeps one key, made at first use, for whatever every node must derive alike
 *    (links, codes, cookies, the sealing key). It is not part of any panel's log and is never exported.
 */
export interface Log {
  /**
   * Drafts of one call are appended in order and together (one group commit).
   * @throws PanelIdInvalid, DraftInvalid before anything of the call is judged; LogUnavailable,
   *   LogRegressed, LogDamaged (see errors.ts).
   */
  append(panel: string, drafts: Draft[]): Promise<Outcome[]>;
  /**
   * Records after position `after`, in order, chain verified; `[]` for a panel never heard of.
   * Records may be shared between callers: nobody changes them.
   * @throws LogRegressed also when `after` is beyond the end: the caller has read more than is left.
   */
  read(panel: string, after: number): Promise<LogRecord[]>;
  /** Ids of all panels that have at least one entry. */
  panels(): Promise<string[]>;
  /** Calls `grown` after a panel got entries, from this process or another; may call too often. */
  follow(grown: (panel: string) => void): () => void;
  /** 32 secret bytes of this store, the same for every process on it, see LG7. */
  key(): Promise<Buffer>;
  /** Sentences about weaknesses of this store, for the log and the secretary's page: `[]` is good. */
  notices(): string[];
  close(): Promise<void>;
}

/** A fence counter by name, such as `phase` or `card:e1.r1`. A counter never bumped is 0. */
export type Fences = Record<string, number>;

export interface Draft {
  /** ISO 8601 UTC. Informative: order is by position only. */
  at: string;
  /** Seat id, or `server`. */
  actor: string;
  /** The command's operation id, where a command made this entry. */
  operation?: string;
  fact: unknown;
  /** Stored beside the entry and bound to it by digest; never exported (drafts, Yjs bytes). */
  payload?: unknown;
  expects: Fences;
  bumps: string[];
}

/** The hashed, exportable part of a record. */
export interface LogEntry {
  position: number;
  at: string;
  actor: string;
  operation?: string;
  bumps: string[];
  fact: unknown;
  /** Hex SHA-256 of the payload's RFC 8785 form, when there is a payload. */
  payload?: string;
}

export interface LogRecord {
  entry: LogEntry;
  /** Hex SHA-256, see LG4. */
  hash: string;
  payload?: unknown;
}

export type Outcome =
  | { accepted: true; record: LogRecord }
  | { accepted: false; token: string; expected: number; actual: number };
