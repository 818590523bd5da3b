import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { mergeValues } from '../../client/setup/merge-values.ts';
import {
  addIndicator,
  moveUp,
  removeIndicator,
  updateIndicator,
} from '../../shared/framework/edits.ts';
import { findById } from '../../shared/framework/tree.ts';
import type { Chair } from '../../shared/panel/terms.ts';
import { framework, leaf, level, outline } from '../framework/trees.ts';

const base = framework(level('a', null, [leaf('b'), leaf('c')]), leaf('d'));

describe('merging what two devices typed', () => {
  test('[MV1] different fields go together, the same field contradicts', () => {
    const was = { name: '甲', unit: '', budget: 1 };
    const mine = { ...was, name: '乙' };
    expect(mergeValues(was, mine, { ...was, unit: '某局' })).toEqual({
      value: { name: '乙', unit: '某局', budget: 1 },
      clean: true,
    });
    expect(mergeValues(was, mine, { ...was, name: '丙', budget: 2 })).toEqual({
      value: { name: '乙', unit: '', budget: 2 },
      clean: false,
    });
    expect(mergeValues(was, mine, { ...was, name: '乙' }).clean).toBe(true);
  });

  test('[MV1] keys that one side added or took out', () => {
    const was: Record<string, number> = { a: 1, b: 2 };
    expect(mergeValues(was, { a: 1 }, { a: 1, b: 2, c: 3 })).toEqual({
      value: { a: 1, c: 3 },
      clean: true,
    });
    expect(mergeValues(was, { a: 1 }, { a: 1, b: 5 }).clean).toBe(false);
  });

  test('[MV2] elements of a list by their id, on any level', () => {
    const mine = updateIndicator(base, 'b', { criteria: '明确(5分)' });
    const theirs = updateIndicator(updateIndicator(base, 'b', { points: 300 }), 'd', {
      name: '丁',
    });
    const { value, clean } = mergeValues(base, mine, theirs);
    expect(clean).toBe(true);
    expect(findById(value, 'b')).toMatchObject({ criteria: '明确(5分)', points: 300 });
    expect(findById(value, 'd')?.name).toBe('丁');
  });

  test('[MV3] one side may add, move and take out while the other types', () => {
    const typed = updateIndicator(base, 'b', { name: '乙' });
    const grown = addIndicator(moveUp(base, 'c'), 'a', 2, leaf('x'));
    for (const merged of [mergeValues(base, typed, grown), mergeValues(base, grown, typed)]) {
      expect(merged.clean).toBe(true);
      expect(outline(merged.value)).toBe('a(c b x) d');
      expect(findById(merged.value, 'b')?.name).toBe('乙');
    }
    expect(mergeValues(base, typed, removeIndicator(base, 'c')).clean).toBe(true);
  });

  test('[MV4] a change of what the other took out, or two new orders, contradict', () => {
    const typed = updateIndicator(base, 'b', { name: '乙' });
    const merged = mergeValues(base, typed, removeIndicator(base, 'b'));
    expect(merged.clean).toBe(false);
    const added = addIndicator(base, 'a', 0, leaf('y'));
    expect(mergeValues(base, addIndicator(base, 'a', 0, leaf('x')), added)).toMatchObject({
      clean: false,
    });
  });

  test('[MV5] another kind of thing is never mixed', () => {
    const was: Chair = { kind: 'expert', seat: 'e1' };
    const mine: Chair = { kind: 'separate', name: '组长', title: '', organisation: '' };
    expect(mergeValues<Chair>(was, mine, { kind: 'expert', seat: 'e2' })).toEqual({
      value: mine,
      clean: false,
    });
  });

  test('[MV6] who changed nothing gets the other side, whatever it is', () => {
    fc.assert(
      fc.property(fc.jsonValue(), fc.jsonValue(), (was, other) => {
        expect(mergeValues(was, was, other)).toEqual({ value: other, clean: true });
        expect(mergeValues(was, other, was)).toEqual({ value: other, clean: true });
      }),
    );
  });
});
