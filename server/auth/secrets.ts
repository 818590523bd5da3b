import { createHash, createHmac, timingSafeEqual } from 'node:crypto';
import type { SeatId } from '../../shared/panel/terms.ts';

/** No I, L, O, U: what is left can be read aloud in a meeting room. (Crockford's base 32.) */
const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const CODE_LENGTH = 8;

/**
 * Derives every secret from the server's key by HMAC-SHA-256 with a purpose, so that a seat's link,
 * code and cookie tell nothing of each other, and a voided link (a higher `issue`) changes all
 * three. Lookups compare SHA-256 hashes: no table holds a secret.
 */
export class Secrets {
  readonly #key: Buffer;

  constructor(key: Buffer) {
    this.#key = key;
  }

  /** The secret in the fragment of a seat's link: 128 bits, base64url. */
  link(panel: string, seat: SeatId, issue: number): string {
    return this.#derive('link', panel, seat, issue).subarray(0, 16).toString('base64url');
  }

  /** The eight characters that get a person to a seat; 40 bits behind a rate limit. */
  code(panel: string, seat: SeatId, issue: number): string {
    const bytes = this.#derive('code', panel, seat, issue);
    return Array.from(bytes.subarray(0, CODE_LENGTH), (byte) => ALPHABET[byte % 32]).join('');
  }

  /** The value of a seat's cookie. */
  cookie(panel: string, seat: SeatId, issue: number): string {
    return this.#derive('cookie', panel, seat, issue).toString('base64url');
  }

  /** The secret of the secretary's link, which opens the office on this server. */
  office(): string {
    return this.#derive('office-link').subarray(0, 16).toString('base64url');
  }

  officeCookie(): string {
    return this.#derive('office-cookie').toString('base64url');
  }

  #derive(purpose: string, ...of: (string | number)[]): Buffer {
    return createHmac('sha256', this.#key)
      .update(JSON.stringify([purpose, ...of]))
      .digest();
  }
}

/** Compares without telling by its duration how much was right. */
export function same(given: string, expected: string): boolean {
  const hash = (text: string) => createHash('sha256').update(text).digest();
  return timingSafeEqual(hash(given), hash(expected));
}

/** Forgives what hands do to a code: case, spaces, hyphens, O for 0, I and L for 1. */
export function normaliseCode(typed: string): string {
  return typed
    .normalize('NFKC')
    .toUpperCase()
    .replace(/[^0-9A-Z]/g, '')
    .replace(/O/g, '0')
    .replace(/[IL]/g, '1');
}

export function hashOf(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}
