import { describe, expect, test } from 'vitest';
import {
  addBeside,
  addInside,
  dropBeside,
  dropTarget,
  moveInside,
  moveOutside,
  remove,
  type Edit,
  type Editable,
} from '../../client/setup/framework-acts.ts';
import { findById } from '../../shared/framework/tree.ts';
import { framework, leaf, level, outline } from '../framework/trees.ts';

const now: Editable = {
  framework: framework(
    level('a', null, [leaf('b'), level('c', null, [leaf('d'), leaf('e')])]),
    leaf('f'),
  ),
  selfAssessment: { b: { score: 300, reason: '自评' } },
};
const shape = (edit: Edit) => (edit ? `${outline(edit.next.framework)} → ${edit.focus}` : null);

describe('acts of the framework editor', () => {
  test('[ED1] adds beside, inside, and at the end', () => {
    expect(shape(addBeside(now, 'd'))).toBe('a(b c(d i07 e)) f → i07');
    expect(shape(addBeside(now, 'c'))).toBe('a(b c(d e) i07) f → i07');
    expect(shape(addBeside(now, null))).toBe('a(b c(d e)) f i07 → i07');
    expect(shape(addInside(now, 'c'))).toBe('a(b c(d e i07)) f → i07');
    expect(shape(addBeside({ framework: framework(), selfAssessment: {} }, null))).toBe(
      'i01 → i01',
    );
  });

  test('[ED2] a leaf that becomes a level hands down what is scored', () => {
    const criteria = '明确(5分)';
    const edit = addInside(
      { ...now, framework: framework(leaf('b', 500, { criteria, step: 250 })) },
      'b',
    )!;
    expect(shape(edit)).toBe('b(i02) → i02');
    expect(findById(edit.next.framework, 'i02')).toMatchObject({
      points: 500,
      step: 250,
      criteria,
    });
    expect(findById(edit.next.framework, 'b')).toMatchObject({ points: 500, criteria: '' });
    expect(edit.next.selfAssessment).toEqual({ i02: { score: 300, reason: '自评' } });
  });

  test('[ED3] removes, and goes on with what is near', () => {
    expect(shape(remove(now, 'd'))).toBe('a(b c(e)) f → e');
    expect(shape(remove(now, 'e'))).toBe('a(b c(d)) f → d');
    expect(shape(remove(now, 'a'))).toBe('f → f');
    expect(remove(now, 'nowhere')).toBeNull();
    const last = remove({ ...now, framework: framework(leaf('x')) }, 'x')!;
    expect([last.next.framework.indicators, last.focus]).toEqual([[], '']);
  });

  test('[ED4] moves in and out of levels, never below the fourth', () => {
    expect(shape(moveInside(now, 'f'))).toBe('a(b c(d e) f) → f');
    expect(shape(moveOutside(now, 'c'))).toBe('a(b) c(d e) f → c');
    expect([moveInside(now, 'a'), moveOutside(now, 'f')]).toEqual([null, null]);
    const four = {
      ...now,
      framework: framework(
        level('a', null, [level('b', null, [level('c', null, [leaf('d'), leaf('e')])])]),
      ),
    };
    expect([moveInside(four, 'e'), addInside(four, 'd')]).toEqual([null, null]);
    expect(shape(addInside(four, 'c'))).toBe('a(b(c(d e i06))) → i06');
  });

  test('[ED5] a drop lands beside what is on the same level of that row', () => {
    const tree = now.framework;
    expect(dropTarget(tree, 'c', 'b')).toBe('b');
    expect(dropTarget(tree, 'f', 'd')).toBe('a');
    expect(dropTarget(tree, 'd', 'f')).toBe('f');
    expect(dropTarget(tree, 'd', 'b')).toBe('b');
    expect([dropTarget(tree, 'c', 'e'), dropTarget(tree, 'b', 'b')]).toEqual([null, null]);
  });

  test('[ED6] drops before and after, on either side of where it was', () => {
    expect(shape(dropBeside(now, 'd', 'e', 'after'))).toBe('a(b c(e d)) f → d');
    expect(shape(dropBeside(now, 'e', 'd', 'before'))).toBe('a(b c(e d)) f → e');
    expect(shape(dropBeside(now, 'f', 'a', 'before'))).toBe('f a(b c(d e)) → f');
    expect(shape(dropBeside(now, 'b', 'e', 'before'))).toBe('a(c(d b e)) f → b');
    expect([dropBeside(now, 'b', 'b', 'after'), dropBeside(now, 'a', 'd', 'after')]).toEqual([
      null,
      null,
    ]);
  });
});
