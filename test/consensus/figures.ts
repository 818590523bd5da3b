import { expect } from 'vitest';
import type { Statistic } from '../../shared/consensus/statistic.ts';

/** The figure, or a failure that says why there is none. */
export function figure(statistic: Statistic): number {
  if (statistic.kind === 'not-computable') throw new Error(`not computable: ${statistic.why}`);
  return statistic.value;
}

/** Equal in all the places that the source printed. */
export function expectFigure(statistic: Statistic, printed: string): void {
  expect(figure(statistic).toFixed(printed.split('.')[1]?.length ?? 0)).toBe(printed);
}

/** Columns of a table printed with targets as rows. */
export const transposed = (rows: readonly (readonly number[])[]): number[][] =>
  (rows[0] ?? []).map((_, column) => rows.map((row) => row[column] ?? Number.NaN));
