import { expect, test } from 'vitest';
import { inPieces, keptPieces, longRows } from '../../server/documents/layout/pieces.ts';
import { layRows } from '../../server/documents/layout/rows.ts';
import { joinedRows } from '../../server/documents/excel/joined.ts';
import { onColumnsOf } from '../../server/documents/excel/shared-columns.ts';
import { cell, type Rows, sliceRows } from '../../shared/documents/table.ts';

const WIDTHS = [60, 200, 40];
const LONG = 'A reason of words that break, 也有中文，2.5 points.\n'.repeat(30).trimEnd();
const rows: Rows = [
  [cell('level', '管理', 2), cell('text', LONG), cell('number', '8')],
  [cell('text', '短'), cell('number', '5')],
];
const joined = (pieces: Rows): string =>
  pieces
    .flatMap((cells) => cells.filter(({ kind }) => kind === 'text'))
    .slice(0, -1)
    .map(({ text, goesOn = '' }) => text + goesOn)
    .join('');

test('[DF9] a long text is cut between its lines, three or more in each piece, and nothing is lost', () => {
  const pieces = inPieces(rows, WIDTHS);
  expect(joined(pieces)).toBe(LONG);
  expect(longRows(rows, WIDTHS)).toEqual([true, false]);
  expect(pieces[0]!.map(({ rows }) => rows)).toEqual([pieces.length, 1, pieces.length - 1]);
  const laid = layRows(pieces, WIDTHS);
  const lines = laid.cells.filter(({ cell }) => cell.continued).map(({ lines }) => lines.length);
  expect(lines.length).toBe(pieces.length - 2);
  for (const count of lines) expect(count === 3 || count === 4 || count === 5).toBe(true);
  // As high as the text in one piece: no line more, no padding between.
  const sum = (heights: readonly number[]) => heights.reduce((all, each) => all + each, 0);
  expect(sum(laid.heights)).toBeCloseTo(sum(layRows(rows, WIDTHS).heights), 5);
});

test('[DF9] on a sheet the pieces of a page are one cell again', () => {
  const pieces = inPieces(rows, WIDTHS);
  const cut = Math.floor(pieces.length / 2);
  const texts = [sliceRows(pieces, 0, cut), sliceRows(pieces, cut, pieces.length)].map((page) => {
    const { cells, heights } = joinedRows(page, layRows(page, WIDTHS).heights);
    expect(Math.max(...heights)).toBeLessThanOrEqual(409);
    expect(
      cells.filter(({ cell: { kind } }) => kind === 'level').map(({ cell }) => cell.text),
    ).toEqual(['管理']);
    return cells.filter(({ cell }) => cell.kind === 'text').map(({ cell }) => cell.text);
  });
  expect(texts.map((each) => each.length)).toEqual([1, 2]);
  const [first, second] = [texts[0]![0]!, texts[1]![0]!];
  expect([first + second, `${first}\n${second}`]).toContain(LONG);
});

test('[DF9] a short table with a long text in it stays whole only as a whole', () => {
  const table = {
    ...{ title: '', paper: 'portrait' as const, widths: [], head: [], body: rows, foot: [] },
  };
  expect(keptPieces(table, false, 30)).toBe(29);
  expect(keptPieces(table, true, 30)).toBe(0);
});

test('[DF10] a table takes the columns of another one where none of its own becomes too narrow', () => {
  const cells = (count: number) => Array.from({ length: count }, () => cell('head', ''));
  const signatures = {
    ...{ title: '', paper: 'portrait' as const, widths: [22, 15, 30, 46, 33, 34] },
    ...{ head: [cells(6)], body: [[cell('note', '', 1, 6)]], foot: [] },
  };
  const fitted = onColumnsOf({ widths: [19, 19, 27, 11, 47, 14.5, 14.5, 28] }, signatures)!;
  expect(fitted.head[0]!.map(({ columns }) => columns)).toEqual([1, 1, 1, 2, 2, 1]);
  expect(fitted.body[0]![0]!.columns).toBe(8);
  expect(onColumnsOf({ widths: [20, 100, 32, 28] }, signatures)).toBeNull();
});
