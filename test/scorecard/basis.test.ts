import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  encodeBasis,
  MAX_BASIS,
  parseBasis,
  tidyBasis,
  type Basis,
} from '../../shared/scorecard/basis.ts';
import { MAX_UPDATE_BYTES } from '../../shared/scorecard/terms.ts';

const words = fc.stringMatching(/^[a酌情扣分"\\é😀 。]{0,12}$/u);
const basis: fc.Arbitrary<Basis | null> = fc
  .record(
    {
      deductions: fc.array(fc.record({ amount: fc.nat(500), reason: words }), { maxLength: 5 }),
      input: fc.nat(10_000).map((rate) => ({ kind: 'rate' as const, rate })),
    },
    { requiredKeys: [] },
  )
  .map(tidyBasis);

describe('a basis as text', () => {
  test('[BA1] reads as what was written, and no other text says the same', () => {
    fc.assert(
      fc.property(basis, fc.nat(), fc.constantFrom(' ', '0', '\\', '{', ',', ''), (one, at, by) => {
        if (one === null) return;
        const text = encodeBasis(one);
        expect(parseBasis(text)).toEqual(one);
        const place = at % text.length;
        const other = text.slice(0, place) + by + text.slice(place + (by === '' ? 1 : 0));
        const read = parseBasis(other);
        if (read) expect(encodeBasis(read)).toBe(other);
      }),
    );
  });

  test('[BA2] keys are in order, and nothing stands between the tokens', () => {
    const one: Basis = {
      input: { kind: 'count', met: 3 },
      deductions: [{ reason: '甲', amount: 50 }],
    };
    expect(encodeBasis(one)).toBe(
      '{"deductions":[{"amount":50,"reason":"甲"}],"input":{"kind":"count","met":3}}',
    );
  });

  test('[BA3] the longest still fits into one live update', () => {
    expect(Buffer.byteLength('长'.repeat(MAX_BASIS))).toBeLessThan(MAX_UPDATE_BYTES - 512);
    const reason = '长'.repeat(500);
    const deductions = Array.from({ length: 5 }, () => ({ amount: 50, reason }));
    expect(parseBasis(encodeBasis({ deductions }))).toBeNull();
    expect(parseBasis(encodeBasis({ deductions: deductions.slice(0, 4) }))).not.toBeNull();
  });

  test('[BA4] empty parts fall away', () => {
    expect(tidyBasis({})).toBeNull();
    expect(tidyBasis({ deductions: [{ amount: 0, reason: '' }] })).toBeNull();
  });
});
