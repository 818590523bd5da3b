import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { fengshun2023 } from '../../shared/framework/presets/fengshun-2023.ts';
import { zhongshan2019 } from '../../shared/framework/presets/zhongshan-2019.ts';
import { rowsOf, type FrameworkRow } from '../../shared/framework/rows.ts';
import type { Indicator } from '../../shared/framework/terms.ts';
import { depthOf, leavesOf } from '../../shared/framework/tree.ts';
import { framework, leaf, level } from './trees.ts';

const tree = framework(
  level('a', 1500, [leaf('b'), level('c', null, [leaf('d'), leaf('e', null)])]),
  leaf('f'),
);

/** "a2" for a cell over two rows, "f1x3" over three columns as well. */
const drawn = (rows: FrameworkRow[]) =>
  rows.map(({ cells }) =>
    cells
      .map(({ id, rowspan, colspan }) => `${id}${rowspan}${colspan > 1 ? `x${colspan}` : ''}`)
      .join(' '),
  );

/** How many rows and columns of the grid are covered, cell by cell: each exactly once. */
function coverage(rows: FrameworkRow[], levels: number): number[][] {
  const grid = rows.map(() => Array.from({ length: levels }, () => 0));
  rows.forEach(({ cells }, top) => {
    for (const { depth, rowspan, colspan } of cells)
      for (let row = top; row < top + rowspan; row += 1)
        for (let column = depth - 1; column < depth - 1 + colspan; column += 1)
          grid[row]![column]! += 1;
  });
  return grid;
}

const indicator: fc.Arbitrary<Indicator> = fc.letrec<{ node: Indicator }>((tie) => ({
  node: fc.oneof(
    { maxDepth: 3, withCrossShrink: true },
    fc.constant(leaf('x')),
    fc.array(tie('node'), { maxLength: 3 }).map((children) => level('y', null, children)),
  ),
})).node;

describe('a framework as a merged table', () => {
  test('[FW6] a row for each leaf; levels span their leaves, short leaves the last columns', () => {
    expect(drawn(rowsOf(tree, 3))).toEqual(['a3 b1x2', 'c2 d1', 'e1', 'f1x3']);
    expect(rowsOf(tree, 3).map((row) => row.leaf.id)).toEqual(['b', 'd', 'e', 'f']);
  });

  test('[FW6] a level shows what its leaves add up to beside what was declared', () => {
    const [first, second] = rowsOf(tree, 3);
    expect(first!.cells[0]).toMatchObject({ points: 1000, declared: 1500, leaf: false, depth: 1 });
    expect(second!.cells[0]).toMatchObject({ points: 500, declared: null, depth: 2 });
  });

  test('[FW6] the references have the rows and levels that they print', () => {
    const zhongshan = rowsOf(zhongshan2019.framework, 3);
    const fengshun = rowsOf(fengshun2023.framework, 4);
    expect([zhongshan.length, fengshun.length]).toEqual([18, 20]);
    expect(zhongshan[0]!.cells.map(({ name, rowspan }) => [name, rowspan])).toEqual([
      ['项目立项', 3],
      ['绩效目标', 1],
      ['绩效目标合理性', 1],
    ]);
  });

  test('[FW6] every place of the grid is covered exactly once', () => {
    fc.assert(
      fc.property(fc.array(indicator, { maxLength: 4 }), (indicators) => {
        const any = { title: '', indicators };
        const levels = depthOf(any);
        const rows = rowsOf(any, levels);
        expect(rows).toHaveLength(leavesOf(any).length);
        expect(
          coverage(rows, levels)
            .flat()
            .every((times) => times === 1),
        ).toBe(true);
      }),
    );
  });

  test('[FW6] fewer columns than levels hide nothing', () => {
    expect(drawn(rowsOf(tree, 1))).toEqual(['a3 b1', 'c2 d1', 'e1', 'f1']);
  });
});
