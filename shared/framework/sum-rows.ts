import type { LevelCell } from './rows.ts';
import type { Framework, Indicator } from './terms.ts';
import { derivedPoints, isLeaf } from './tree.ts';

/** A row of a framework printed with subtotals: a leaf, or the sum of a level below its leaves. */
export type SumRow =
  | { kind: 'leaf'; leaf: Indicator; cells: LevelCell[] }
  /** `depth`: the level's column, from 1; its cell covers this row too. */
  | { kind: 'sum'; level: Indicator; depth: number };

/**
 * `rowsOf` with a row of sums after each level that has several parts: one part would only be said
 * twice. `levels` is the depth of the framework.
 */
export function sumRowsOf(framework: Framework, levels: number): SumRow[] {
  return framework.indicators.flatMap((indicator) => rowsUnder(indicator, 1, levels));
}

function rowsUnder(indicator: Indicator, depth: number, levels: number): SumRow[] {
  const leaf = isLeaf(indicator);
  const below = indicator.children.flatMap((child) => rowsUnder(child, depth + 1, levels));
  if (indicator.children.length > 1) below.push({ kind: 'sum', level: indicator, depth });
  const cell: LevelCell = {
    ...{ id: indicator.id, name: indicator.name, points: derivedPoints(indicator) },
    ...{ declared: indicator.points, depth, rowspan: leaf ? 1 : below.length },
    ...{ colspan: leaf ? Math.max(1, levels - depth + 1) : 1, leaf },
  };
  if (leaf) return [{ kind: 'leaf', leaf: indicator, cells: [cell] }];
  const [first, ...rest] = below;
  return first?.kind === 'leaf' ? [{ ...first, cells: [cell, ...first.cells] }, ...rest] : below;
}
