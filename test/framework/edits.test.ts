import { describe, expect, test } from 'vitest';
import {
  addIndicator,
  blankIndicator,
  freshId,
  indent,
  moveDown,
  moveTo,
  moveUp,
  outdent,
  removeIndicator,
  replaceIndicator,
  updateIndicator,
} from '../../shared/framework/edits.ts';
import { findById } from '../../shared/framework/tree.ts';
import { framework, leaf, level, outline } from './trees.ts';

const tree = framework(
  level('a', null, [leaf('b'), level('c', null, [leaf('d'), leaf('e')])]),
  leaf('f'),
);

describe('editing a framework', () => {
  test('[FW3] adds at a place, on the first level and inside', () => {
    const x = blankIndicator('x');
    expect(outline(addIndicator(tree, null, 1, x))).toBe('a(b c(d e)) x f');
    expect(outline(addIndicator(tree, 'c', 0, x))).toBe('a(b c(x d e)) f');
    expect(outline(addIndicator(tree, 'd', 0, x))).toBe('a(b c(d(x) e)) f');
    expect(addIndicator(tree, 'nowhere', 0, x)).toBe(tree);
  });

  test('[FW3] removes an indicator with everything in it', () => {
    expect(outline(removeIndicator(tree, 'c'))).toBe('a(b) f');
    expect(outline(removeIndicator(tree, 'a'))).toBe('f');
    expect(removeIndicator(tree, 'nowhere')).toBe(tree);
  });

  test('[FW3] moves among siblings and stops at the ends', () => {
    expect(outline(moveUp(tree, 'c'))).toBe('a(c(d e) b) f');
    expect(outline(moveDown(tree, 'd'))).toBe('a(b c(e d)) f');
    expect(outline(moveUp(tree, 'f'))).toBe('f a(b c(d e))');
    expect(moveUp(tree, 'd')).toBe(tree);
    expect(moveDown(tree, 'e')).toBe(tree);
  });

  test('[FW3] indents into the sibling above and outdents below the parent', () => {
    expect(outline(indent(tree, 'f'))).toBe('a(b c(d e) f)');
    expect(outline(indent(tree, 'e'))).toBe('a(b c(d(e))) f');
    expect(outline(outdent(tree, 'd'))).toBe('a(b c(e) d) f');
    expect(outline(outdent(tree, 'b'))).toBe('a(c(d e)) b f');
    expect(indent(tree, 'a')).toBe(tree);
    expect(outdent(tree, 'f')).toBe(tree);
  });

  test('[FW3] indenting and outdenting again restores a last child', () => {
    expect(outline(outdent(indent(tree, 'f'), 'f'))).toBe(outline(tree));
  });

  test('[FW3] moves anywhere but into itself', () => {
    expect(outline(moveTo(tree, 'f', 'c', 1))).toBe('a(b c(d f e))');
    expect(outline(moveTo(tree, 'c', null, 0))).toBe('c(d e) a(b) f');
    expect(outline(moveTo(tree, 'b', 'a', 1))).toBe('a(c(d e) b) f');
    expect(moveTo(tree, 'a', 'c', 0)).toBe(tree);
    expect(moveTo(tree, 'a', 'a', 0)).toBe(tree);
  });

  test('[FW3] updates and replaces in place', () => {
    const renamed = updateIndicator(tree, 'd', { name: '新名', points: 250 });
    expect(findById(renamed, 'd')).toMatchObject({ id: 'd', name: '新名', points: 250 });
    expect(outline(renamed)).toBe(outline(tree));
    expect(outline(replaceIndicator(tree, 'c', leaf('x')))).toBe('a(b x) f');
  });

  test('[FW3] leaves the framework it was given alone, and shares what it did not touch', () => {
    const before = structuredClone(tree);
    const renamed = updateIndicator(tree, 'd', { name: '新名' });
    expect(tree).toEqual(before);
    expect(findById(renamed, 'b')).toBe(findById(tree, 'b'));
    expect(findById(renamed, 'f')).toBe(findById(tree, 'f'));
  });

  test('[FW3] a fresh id is not in use', () => {
    expect(freshId(framework())).toBe('i01');
    expect(freshId(framework(leaf('i02'), leaf('i03')))).toBe('i04');
    expect(freshId(tree)).toBe('i07');
    expect(freshId(framework(leaf('i01')), ['i02'])).toBe('i03');
  });
});
