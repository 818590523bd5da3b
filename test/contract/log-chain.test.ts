import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { canonical, canonicalCopy, parsed } from '../../server/log/canonical.ts';
import { GENESIS, seal, verify } from '../../server/log/chain.ts';
import { LogError } from '../../server/log/errors.ts';
import type { LogRecord } from '../../server/log/port.ts';
import { draft } from './drafts.ts';

/** What a program may hand over: JSON, odd keys, and things that JSON leaves out or changes. */
const anyValue = fc.letrec((tie) => ({
  leaf: fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.double(),
    fc.integer(),
    fc.constantFrom(null, undefined, true, -0, 1e21, 1e-7, '__proto__', 5n, () => 1, Symbol('s')),
    fc.date({ noInvalidDate: true }),
  ),
  key: fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.constantFrom('__proto__', 'toJSON', '10', '9', '1.1', 'a', 'A', '\ue000', '😀'),
  ),
  node: fc.oneof(
    { depthSize: 'small' },
    tie('leaf'),
    fc.array(tie('node')),
    fc.dictionary(tie('key') as fc.Arbitrary<string>, tie('node')),
  ),
})).node;

function attempt<T>(run: () => T): T | 'refused' {
  try {
    return run();
  } catch (error) {
    if (error instanceof LogError) return 'refused';
    throw error;
  }
}

describe('the chain', () => {
  it('[LG4] the short way to canonical text gives what canonicalize gives, or refuses alike', () => {
    let kept = 0;
    fc.assert(
      fc.property(anyValue, (value) => {
        const long = attempt(() => {
          const text = canonical(value);
          return { text, copy: parsed(text) };
        });
        const short = attempt(() => canonicalCopy(value));
        expect(short).toStrictEqual(long);
        if (short !== 'refused') kept += 1;
      }),
      { numRuns: 3_000 },
    );
    expect(kept).toBeGreaterThan(500);
  });

  it('[LG4] a sealed record verifies at its place only, and only unchanged', () => {
    const prev = 'ab'.repeat(32);
    const record = seal(draft({ fact: { score: 250 }, operation: 'op', payload: [1] }), 7, prev);
    expect(verify(record, prev, 7)).toBeUndefined();
    expect(verify(record, prev, 8)).toBe('it says position 7');
    expect(verify(record, GENESIS, 7)).toBe('the hash does not match');
    const { entry } = record;
    const changed: LogRecord[] = [
      { ...record, hash: GENESIS },
      { ...record, payload: [2] },
      { entry, hash: record.hash },
      { ...record, entry: { ...entry, fact: { score: 500 } } },
      { ...record, entry: { ...entry, actor: 'e2' } },
      { ...record, entry: { ...entry, at: '2025-03-04T05:06:07.001Z' } },
      { ...record, entry: { ...entry, bumps: ['phase'] } },
      { ...record, entry: { ...entry, operation: undefined } },
      { ...record, entry: { ...entry, payload: undefined } },
      { ...record, entry: { ...entry, added: 1 } as LogRecord['entry'] },
    ];
    for (const other of changed) expect(verify(other, prev, 7)).toMatch(/match/);
  });

  it('[LG4] an entry of any length is hashed the same way', () => {
    let prev = GENESIS;
    for (const [at, length] of [10, 21_700, 21_800, 65_000, 300_000].entries()) {
      const record = seal(draft({ fact: '评'.repeat(length) }), at + 1, prev);
      expect(verify(JSON.parse(JSON.stringify(record)), prev, at + 1)).toBeUndefined();
      prev = record.hash;
    }
    // Made once with Python's hashlib over the text as the port describes it.
    expect(prev).toBe('603e3e406247880c775f8693a3683a7f9ac8964d723cf7c3518a49675e81286e');
  });
});
