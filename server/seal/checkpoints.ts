import type { Checkpoint, LogJsonRecord } from '../../shared/documents/log-json.ts';
import type { FactType } from '../../shared/panel/facts.ts';
import type { SealKey } from '../../shared/panel/terms.ts';
import type { SealingKey } from './sealing-key.ts';

/** The moments that people rely on later: what was revealed, concluded, signed and sealed. */
const SIGNED: ReadonlySet<FactType> = new Set(['revealed', 'concluded', 'signed', 'sealed']);

/**
 * The heads of a log at those moments, each signed; none for a panel that names no key, or the key
 * of another store: a signature that its own first entry does not announce would prove nothing. [CK2]
 */
export function checkpointsOf(
  records: readonly LogJsonRecord[],
  bound: SealKey | null,
  key: SealingKey,
): Checkpoint[] {
  if (bound?.fingerprint !== key.card.fingerprint) return [];
  return records
    .filter(({ entry }) => SIGNED.has(entry.fact.type))
    .map(({ entry: { position }, hash }) => ({ position, hash, signature: key.sign(hash) }));
}
