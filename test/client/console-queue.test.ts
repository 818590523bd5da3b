import { describe, expect, test } from 'vitest';
import { neighbour, queueOf } from '../../client/chair/queue.ts';
import { leafOf, spreadFor } from './console-items.ts';

const [narrow, wide, nobody, twin] = ['narrow', 'wide', 'nobody', 'twin'].map((id) => leafOf(id));
const leaves = [narrow!, wide!, nobody!, twin!];
const spreads = [
  spreadFor(narrow!, [450, 500]),
  spreadFor(wide!, [0, 500]),
  spreadFor(nobody!, []),
  spreadFor(twin!, [450, 500]),
];
const ids = (items: readonly { leaf: { id: string } }[]) => items.map(({ leaf }) => leaf.id);

describe('the queue of the console', () => {
  test('widest divergence first, equal ranges in printing order, nobody scored last', () => {
    const { open, decided } = queueOf(leaves, spreads, {});
    expect(ids(open)).toEqual(['wide', 'narrow', 'twin', 'nobody']);
    expect(decided).toEqual([]);
  });

  test('a decision folds its indicator away, an edit after it brings it back', () => {
    const decisions = { wide: { score: 250, reason: '资料不完整' } };
    const { open, decided } = queueOf(leaves, spreads, decisions);
    expect(ids(open)).toEqual(['narrow', 'twin', 'nobody']);
    expect(ids(decided)).toEqual(['wide']);
    expect(decided[0]?.decision).toEqual(decisions.wide);

    const edited = spreads.map((spread) =>
      spread.leaf === 'wide' ? { ...spread, draftDiffers: true } : spread,
    );
    expect(ids(queueOf(leaves, edited, decisions).open)[0]).toBe('wide');
  });

  test('steps stop at the ends, and lead from nowhere to the first', () => {
    const { open } = queueOf(leaves, spreads, {});
    expect(neighbour(open, 'wide', 1)?.leaf.id).toBe('narrow');
    expect(neighbour(open, 'wide', -1)?.leaf.id).toBe('wide');
    expect(neighbour(open, 'nobody', 1)?.leaf.id).toBe('nobody');
    expect(neighbour(open, null, -1)?.leaf.id).toBe('wide');
    expect(neighbour([], 'wide', 1)).toBeNull();
  });
});
