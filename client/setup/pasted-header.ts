import { MAX_LEVELS } from '../../shared/framework/terms.ts';
import { amountOf } from './paste-amount.ts';
import { leafColumn, level, type Column } from './columns.ts';

/** A pasted table with its head read: what each column is (null: nothing that we keep). */
export interface HeadedTable {
  columns: (Column | null)[];
  rows: string[][];
}

/** Rows to look for a head in: a title, a merged “评价指标”, and the levels under it. */
const HEAD_ROWS = 4;
const LEVEL = /^([一二三四])级/;
const LEVELS = '一二三四';

/** Reads a table that names its levels (“一级指标” …) in one of its first rows; null without. */
export function readHead(rows: string[][]): HeadedTable | null {
  const at = rows.slice(0, HEAD_ROWS).findIndex((row) => row.some((cell) => LEVEL.test(cell)));
  if (at < 0) return null;
  const width = Math.max(...rows.map((row) => row.length));
  const columns: (Column | null)[] = [];
  for (let column = 0; column < width; column += 1) {
    // A heading over two rows is in the upper one; the one under it is empty.
    const above = rows.slice(0, at + 1).map((row) => row[column] ?? '');
    const heading = above.findLast((cell) => cell !== '') ?? '';
    columns.push(columnNamed(heading.replaceAll(/\s/g, ''), columns.at(-1) ?? null));
  }
  return { columns, rows: rows.slice(at + 1) };
}

function columnNamed(heading: string, before: Column | null): Column | null {
  const numeral = LEVEL.exec(heading)?.[1];
  if (numeral) return level(LEVELS.indexOf(numeral) + 1);
  if (/自评.*(说明|理由|情况|依据)/.test(heading)) return leafColumn('selfReason');
  if (/自评/.test(heading)) return leafColumn('selfScore');
  if (/分值|权重|满分|标准分/.test(heading))
    return before?.kind === 'level'
      ? { kind: 'weight', level: before.level }
      : leafColumn('points');
  if (/(评分|评价|计分|打分)(标准|细则|办法|方法)/.test(heading)) return leafColumn('criteria');
  if (/解释|说明|要点|内涵/.test(heading)) return leafColumn('explanation');
  return null;
}

/** What the columns of a whole table without a head are: levels up to the first one of amounts. */
export function guessColumns(rows: string[][]): Column[] {
  const width = Math.max(...rows.map((row) => row.length));
  const isAmounts = (column: number) => {
    const filled = rows.map((row) => row[column] ?? '').filter((cell) => cell !== '');
    return filled.length > 0 && filled.every((cell) => amountOf(cell) !== null);
  };
  const amounts = Array.from({ length: width }, (_, column) => column).findIndex(isAmounts);
  const levels = Math.min(amounts > 0 ? amounts : width, MAX_LEVELS);
  return [
    ...Array.from({ length: levels }, (_, index) => level(index + 1)),
    leafColumn('points'),
    leafColumn('criteria'),
    leafColumn('explanation'),
  ];
}
