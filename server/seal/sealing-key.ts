import {
  createHash,
  createPrivateKey,
  createPublicKey,
  hkdfSync,
  type KeyObject,
  sign,
} from 'node:crypto';
import type { SealKey } from '../../shared/panel/terms.ts';

/** RFC 8410: what comes before the 32 bytes of an Ed25519 private key in PKCS #8. */
const PKCS8 = Buffer.from('302e020100300506032b657004220420', 'hex');
const SEED_BYTES = 32;

/** So that a signature over a head can never be taken for one over anything else. */
const DOMAIN = Buffer.from('heyi-checkpoint/v1\0', 'latin1');

/**
 * The Ed25519 key of this store. It is derived from the store's own key by HKDF, so that every node
 * on the store holds it without a file of its own to hand around, and the links, codes and cookies
 * made from the same secret tell nothing of it. Signatures of Ed25519 hold no chance (RFC 8032): a
 * node that signs the same head again gives the same bytes, and so none is stored. [CK1]
 */
export class SealingKey {
  readonly #private: KeyObject;
  /** What the first entry of a panel's log binds. */
  readonly card: SealKey;

  /** @param secret the store's key, see LG7. */
  constructor(secret: Buffer) {
    const seed = Buffer.from(hkdfSync('sha256', secret, '', 'heyi-sealing-key/v1', SEED_BYTES));
    const der = Buffer.concat([PKCS8, seed]);
    this.#private = createPrivateKey({ key: der, format: 'der', type: 'pkcs8' });
    const spki = createPublicKey(this.#private).export({ format: 'der', type: 'spki' });
    this.card = {
      public: spki.toString('base64'),
      fingerprint: createHash('sha256').update(spki).digest('hex'),
    };
  }

  /** Base64 of the Ed25519 signature of "heyi-checkpoint/v1\0" and the 32 bytes of a hash in hex. */
  sign(hash: string): string {
    const message = Buffer.concat([DOMAIN, Buffer.from(hash, 'hex')]);
    return sign(null, message, this.#private).toString('base64');
  }
}
