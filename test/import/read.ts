import type { Framework, Indicator } from '../../shared/framework/terms.ts';
import { adoptTree, type Adopted } from '../../shared/import/adopt.ts';
import {
  readFramework,
  type Corrections,
  type Reading,
} from '../../shared/import/read-framework.ts';
import { plainSheet, type Sheet } from '../../shared/import/sheet.ts';

export const NOTHING: Framework = { title: '', indicators: [] };

export const adopted = ({ tree }: Reading): Adopted => adoptTree(tree, '', NOTHING, []);

/** Rows by line, cells by "|"; "\n" inside a cell is written "\\". */
export const grid = (text: string, change: Partial<Sheet> = {}): Sheet => ({
  ...plainSheet(
    'Sheet1',
    text
      .replace(/^\n|\n$/g, '')
      .split('\n')
      .map((line) => line.split('|').map((cell) => cell.trim().replaceAll('\\', '\n'))),
  ),
  ...change,
});

export const read = (text: string, change: Partial<Sheet> = {}, corrections: Corrections = {}) =>
  readFramework([grid(text, change)], corrections);

/** "甲15(乙5 丙10)": names and points. */
export function drawn({ indicators }: Pick<Framework, 'indicators'>): string {
  const one = ({ name, points, children }: Indicator): string => {
    const inside = children.length > 0 ? `(${drawn({ indicators: children })})` : '';
    return `${name}${points === null ? '' : points / 100}${inside}`;
  };
  return indicators.map(one).join(' ');
}

export const tree = (reading: Reading): string => drawn(adopted(reading).framework);

/** "points-missing B4", "total-off": what is doubted, and where. */
export const doubts = ({ doubts: found }: Reading): string[] =>
  found.map(({ code, cell }) =>
    cell ? `${code} ${'ABCDEFGHIJ'[cell.column]}${cell.row + 1}` : code,
  );
