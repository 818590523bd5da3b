import { describe, expect, test } from 'vitest';
import {
  depthOf,
  derivedPoints,
  findById,
  leavesOf,
  leavesUnder,
  totalPoints,
  visitById,
  walk,
} from '../../shared/framework/tree.ts';
import type { Indicator } from '../../shared/framework/terms.ts';
import { framework, idsOf, leaf, level } from './trees.ts';

const tree = framework(
  level('g1', 1000, [leaf('a'), level('g2', null, [leaf('b', 300), leaf('c', null)])]),
  leaf('d', 200),
);

describe('walking a framework', () => {
  test('[FW1] goes in printing order, a level before what is in it', () => {
    expect(idsOf(tree)).toEqual(['g1', 'a', 'g2', 'b', 'c', 'd']);
    expect(walk(tree).map(({ depth }) => depth)).toEqual([1, 2, 2, 3, 3, 1]);
    expect(walk(tree).map(({ index }) => index)).toEqual([0, 0, 1, 0, 1, 1]);
  });

  test('[FW1] leaves carry the names on the way to them', () => {
    expect(leavesOf(tree).map(({ id, path }) => [id, ...path])).toEqual([
      ['a', '名g1', '名a'],
      ['b', '名g1', '名g2', '名b'],
      ['c', '名g1', '名g2', '名c'],
      ['d', '名d'],
    ]);
    expect(leavesOf(tree).map(({ points }) => points)).toEqual([500, 300, 0, 200]);
  });

  test('[FW2] a level is worth what its leaves are worth, whatever it declares', () => {
    const g1 = findById(tree, 'g1');
    expect(g1 && derivedPoints(g1)).toBe(800);
    expect(g1 && leavesUnder(g1).map(({ id }) => id)).toEqual(['a', 'b', 'c']);
    expect(totalPoints(tree)).toBe(1000);
  });

  test('[FW1] an indicator is found with its place', () => {
    expect(visitById(tree, 'c')).toMatchObject({ index: 1, depth: 3, parent: { id: 'g2' } });
    expect(findById(tree, 'nowhere')).toBeNull();
  });

  test('[FW1] depth counts levels', () => {
    expect(depthOf(framework())).toBe(0);
    expect(depthOf(tree)).toBe(3);
  });

  test('[FW1] a tree deeper than the call stack is still answered', () => {
    let deep: Indicator = leaf('bottom');
    for (let depth = 0; depth < 5000; depth += 1) deep = level(`x${depth}`, null, [deep]);
    expect(depthOf(framework(deep))).toBe(5001);
  });
});
