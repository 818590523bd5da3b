import type { SyncRefusalCode } from '../../shared/wire/sync.ts';

/** The bytes are not what the protocol, or Yjs itself, would have written. */
export class Unreadable extends Error {
  constructor(readonly code: SyncRefusalCode = 'malformed') {
    super(code);
  }
}

/** What `read` makes of `bytes` when it takes all of them; else why it could not. */
export function readWhole<T>(bytes: Uint8Array, read: (reader: Reader) => T): T | SyncRefusalCode {
  const reader = new Reader(bytes);
  try {
    const value = read(reader);
    return reader.atEnd ? value : 'malformed';
  } catch (error) {
    if (error instanceof Unreadable) return error.code;
    throw error;
  }
}

const utf8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

/**
 * Reads lib0's encoding strictly. lib0 itself takes over-long numbers (`80 00` for 0), which let a
 * message pass one reader as one thing and another as another; here each value has one form.
 * Every method throws Unreadable at the end of the bytes.
 */
export class Reader {
  readonly #bytes: Uint8Array;
  #at = 0;

  constructor(bytes: Uint8Array) {
    this.#bytes = bytes;
  }

  get atEnd(): boolean {
    return this.#at === this.#bytes.length;
  }

  byte(): number {
    const byte = this.#bytes[this.#at++];
    if (byte === undefined) throw new Unreadable();
    return byte;
  }

  /** 0 … 2^53-1. */
  uint(): number {
    let byte = this.byte();
    if (byte < 0x80) return byte;
    let value = byte & 0x7f;
    let factor = 0x80;
    do {
      byte = this.byte();
      value += (byte & 0x7f) * factor;
      factor *= 0x80;
      if (value > Number.MAX_SAFE_INTEGER) throw new Unreadable();
    } while (byte >= 0x80);
    if (byte === 0) throw new Unreadable();
    return value;
  }

  /** A signed number of lib0's `writeVarInt`: sign in the first byte, so −0 is possible. */
  int(): number {
    let byte = this.byte();
    const sign = (byte & 0x40) === 0 ? 1 : -1;
    let value = byte & 0x3f;
    if (byte < 0x80) return sign * value;
    let factor = 0x40;
    do {
      byte = this.byte();
      value += (byte & 0x7f) * factor;
      factor *= 0x80;
      if (value > Number.MAX_SAFE_INTEGER) throw new Unreadable();
    } while (byte >= 0x80);
    if (byte === 0) throw new Unreadable();
    return sign * value;
  }

  /** A view of the next `length` bytes. */
  bytes(length: number): Uint8Array {
    const end = this.#at + length;
    if (end > this.#bytes.length) throw new Unreadable();
    const view = this.#bytes.subarray(this.#at, end);
    this.#at = end;
    return view;
  }

  /** Bytes with their length in front. */
  block(): Uint8Array {
    return this.bytes(this.uint());
  }

  text(): string {
    const bytes = this.block();
    try {
      return utf8.decode(bytes);
    } catch {
      throw new Unreadable();
    }
  }
}
