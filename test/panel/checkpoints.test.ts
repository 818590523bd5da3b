import { createHash, createPublicKey, verify } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { checkpointsOf } from '../../server/seal/checkpoints.ts';
import { SealingKey } from '../../server/seal/sealing-key.ts';
import type { LogJsonRecord } from '../../shared/documents/log-json.ts';
import { sealedReference } from '../kit/reference-panel.ts';

const keyOf = (byte: number) => new SealingKey(Buffer.alloc(32, byte));
const OURS = keyOf(1);

const { entries } = sealedReference('zhongshan-2019', {}, { key: OURS.card });
const records = entries.map((entry) => ({
  entry,
  hash: createHash('sha256').update(String(entry.position)).digest('hex'),
})) as LogJsonRecord[];

describe('checkpoints', () => {
  test('[CK1] a secret has one key, and another secret another', () => {
    expect(keyOf(1).card).toEqual(OURS.card);
    expect(keyOf(2).card).not.toEqual(OURS.card);
    expect(keyOf(1).sign('ab'.repeat(32))).toBe(OURS.sign('ab'.repeat(32)));
  });

  test('[CK2] every reveal, conclusion, signature and seal has a signature that the bound key verifies', () => {
    const checkpoints = checkpointsOf(records, OURS.card, OURS);
    const kinds = checkpoints.map(({ position }) => entries[position - 1]!.fact.type);
    expect(kinds).toEqual(['revealed', 'concluded', ...Array(4).fill('signed'), 'sealed']);
    const der = Buffer.from(OURS.card.public, 'base64');
    expect(createHash('sha256').update(der).digest('hex')).toBe(OURS.card.fingerprint);
    const key = createPublicKey({ key: der, format: 'der', type: 'spki' });
    for (const { position, hash, signature } of checkpoints) {
      expect(hash).toBe(records[position - 1]!.hash);
      const over = (head: string) =>
        Buffer.concat([Buffer.from('heyi-checkpoint/v1\0'), Buffer.from(head, 'hex')]);
      const bytes = Buffer.from(signature, 'base64');
      expect(verify(null, over(hash), key, bytes)).toBe(true);
      expect(verify(null, over(records[0]!.hash), key, bytes)).toBe(false);
    }
  });

  test('[CK2] none for a log that names no key, or the key of another store', () => {
    expect(checkpointsOf(records, null, OURS)).toEqual([]);
    expect(checkpointsOf(records, OURS.card, keyOf(2))).toEqual([]);
  });
});
