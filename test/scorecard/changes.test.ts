import fc from 'fast-check';
import { expect, test } from 'vitest';
import { diffContent, mergeChanges } from '../../shared/scorecard/changes.ts';
import { applyChanges } from '../../shared/scorecard/content.ts';
import type { CardContent } from '../../shared/scorecard/terms.ts';

const line = fc.record(
  {
    mark: fc.oneof(
      fc.nat(4).map((n) => ({ score: n * 50 })),
      fc.constant('abstained' as const),
    ),
    reason: fc.constantFrom('', '甲', '乙'),
    basis: fc.constantFrom(1, 2, 3).map((amount) => ({ deductions: [{ amount, reason: 'x' }] })),
  },
  { requiredKeys: ['reason'] },
);
const content: fc.Arbitrary<CardContent> = fc
  .dictionary(fc.constantFrom('a', 'b', 'c'), line)
  .map((entries) => ({ ...entries }));

/** An absent line and an empty one say the same. */
const said = (of: CardContent): unknown =>
  Object.fromEntries(
    Object.entries(of).filter(([, { mark, reason, basis }]) => mark || reason || basis),
  );

test('[CH1] the difference applied to the one gives the other; equal contents have none', () => {
  fc.assert(
    fc.property(content, content, (before, after) => {
      const changes = diffContent(before, after);
      expect(said(applyChanges(before, changes))).toEqual(said(after));
      expect(diffContent(after, after)).toEqual([]);
      expect(new Set(changes.map(({ leaf }) => leaf)).size).toBe(changes.length);
    }),
  );
});

test('[CH2] merged changes do what they do one after the other', () => {
  fc.assert(
    fc.property(content, fc.array(content, { minLength: 1, maxLength: 5 }), (first, rest) => {
      const all = [first, ...rest];
      const batches = rest.map((after, at) => diffContent(all[at]!, after));
      expect(said(applyChanges(first, mergeChanges(batches)))).toEqual(said(all.at(-1)!));
    }),
  );
});

test('[CH3] a cleared mark is null, an untouched field is absent', () => {
  const before: CardContent = { a: { mark: { score: 100 }, reason: '甲' } };
  expect(diffContent(before, { a: { reason: '甲' } })).toEqual([{ leaf: 'a', mark: null }]);
  expect(diffContent(before, {})).toEqual([{ leaf: 'a', mark: null, reason: '' }]);
  const based: CardContent = {
    a: { reason: '', basis: { deductions: [{ amount: 50, reason: 'x' }] } },
  };
  expect(
    diffContent(based, { a: { reason: '', basis: { deductions: [{ amount: 50, reason: 'x' }] } } }),
  ).toEqual([]);
  expect(diffContent(based, {})).toEqual([{ leaf: 'a', basis: null }]);
});
