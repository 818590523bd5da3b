import { MAX_LEVELS } from '../framework/terms.ts';
import { nameAndAmount, readAmount } from './amounts.ts';
import { bare, oneLine } from './bare.ts';
import { rolesOf, type Column } from './columns.ts';
import { headWord, levelOf, weightOf, type Role } from './roles.ts';
import { Cover, textAt, widthOf, type Sheet } from './sheet.ts';

/** Where the table stands in its sheet. */
export interface Table {
  /** Rows of the head, both inclusive; null for a table without one. */
  head: { first: number; last: number } | null;
  /** The first row under the head. */
  body: number;
  columns: Column[];
}

/** A head further down is another table's. */
const HEAD_WITHIN = 60;
/** "一级指标" over "名称" and "权重", and a line that joins both. */
const HEAD_HEIGHT = 3;

/**
 * Finds the table of a framework by its head, or without one by its amounts; null where there is
 * none. `head`: the row that a person says is the head's first. `loose`: it was pasted as a table, so
 * names alone will do.
 */
export function findTable(sheet: Sheet, head: number | null = null, loose = false): Table | null {
  const cover = new Cover(sheet);
  const rows = head === null ? [...sheet.rows.keys()].slice(0, HEAD_WITHIN) : [head];
  const candidates = rows.flatMap((first) => {
    if (head === null && !looksLikeHead(sheet, cover, first)) return [];
    const last = headEnd(sheet, cover, first);
    const columns = columnsUnder(sheet, cover, first, last);
    return [{ head: { first, last }, body: last + 1, columns }];
  });
  const found = candidates.filter(({ columns }) => isFramework(columns));
  const best = found.reduce<Table | null>(
    (most, each) => (most && worth(most.columns) >= worth(each.columns) ? most : each),
    null,
  );
  return best ?? (head === null ? headless(sheet, loose) : (candidates[0] ?? null));
}

/** May a head start in this row? */
function looksLikeHead(sheet: Sheet, cover: Cover, row: number): boolean {
  const texts = ownTexts(sheet, cover, row);
  const known = texts.filter((text) => headWord(text) !== null).length;
  return known >= 2 && known * 2 >= texts.length;
}

/**
 * The head of another table: nothing but words of heads, after a row that ends the one above.
 * `before`, `texts`: what that row and this one hold.
 */
export function isAnotherHead(before: readonly unknown[], texts: readonly string[]): boolean {
  return before.length <= 1 && texts.length >= 2 && texts.every((text) => headWord(text) !== null);
}

function ownTexts(sheet: Sheet, cover: Cover, row: number): string[] {
  return (sheet.rows[row] ?? [])
    .map((_, column) => (cover.isCovered({ row, column }) ? '' : textAt(sheet, { row, column })))
    .filter((text) => text !== '');
}

/** The head goes on while one of its cells reaches further down, or a row holds nothing but words of heads. */
function headEnd(sheet: Sheet, cover: Cover, first: number): number {
  let last = first;
  while (last + 1 < Math.min(sheet.rows.length, first + HEAD_HEIGHT)) {
    const width = sheet.rows[last]?.length ?? 0;
    const reaches = Array.from({ length: width }, (_, column) =>
      cover.mergeAt({ row: last, column }),
    ).some((merge) => merge !== null && merge.top >= first && merge.bottom > last);
    const texts = ownTexts(sheet, cover, last + 1);
    // One text alone is a note or a heading, whatever words are in it.
    const words = texts.length > 1 && texts.every((text) => headWord(text) !== null);
    if (!reaches && !words) break;
    last += 1;
  }
  return last;
}

function columnsUnder(sheet: Sheet, cover: Cover, first: number, last: number): Column[] {
  const headings = Array.from({ length: widthOf(sheet) }, (_, column) => {
    const texts: string[] = [];
    for (let row = first; row <= last; row += 1) {
      const text = oneLine(textAt(sheet, cover.originOf({ row, column })));
      // An upper heading without a merge stands over the first of its columns only.
      const over = text || (row < last ? leftOf(sheet, cover, row, column, last) : '');
      if (over !== '' && !texts.includes(over)) texts.push(over);
    }
    return texts.join('\n');
  });
  const before = sheet.rows.slice(0, first).flat().join(' ');
  const self = /自评/.test(`${sheet.name} ${before}`);
  return rolesOf(headings, new Set(sheet.hiddenColumns), self);
}

/** The heading to the left that this column shares, where the row below has one of its own here. */
function leftOf(sheet: Sheet, cover: Cover, row: number, column: number, last: number): string {
  const below = Array.from({ length: last - row }, (_, index) => row + 1 + index);
  const own = below.some((each) => textAt(sheet, { row: each, column }) !== '');
  if (!own || cover.isCovered({ row, column })) return '';
  for (let left = column - 1; left >= 0; left -= 1) {
    const text = textAt(sheet, cover.originOf({ row, column: left }));
    if (text !== '') return oneLine(text);
  }
  return '';
}

const rolesIn = (columns: readonly Column[]): Role[] =>
  columns.map(({ role }) => role).filter((role) => role !== 'ignored');

/** Names, and something that belongs to them. */
function isFramework(columns: readonly Column[]): boolean {
  const roles = rolesIn(columns);
  return roles.includes('level1') && roles.length >= 2;
}

function worth(columns: readonly Column[]): number {
  return rolesIn(columns).reduce((sum, role) => {
    if (levelOf(role) || role === 'points') return sum + 3;
    return sum + (weightOf(role) || role === 'criteria' ? 2 : 1);
  }, 0);
}

/** Without a head, names are what stands before the first column of amounts, criteria behind it. */
function headless(sheet: Sheet, loose: boolean): Table | null {
  const width = widthOf(sheet);
  const filled = (column: number) =>
    sheet.rows.map((_, row) => bare(textAt(sheet, { row, column }))).filter((text) => text !== '');
  const columns = Array.from({ length: width }, (_, column) => filled(column));
  const isAmounts = (texts: string[]) =>
    texts.length > 0 && texts.every((text) => readAmount(text) !== null);
  const amounts = columns.findIndex(isAmounts);
  const named = columns.flat().some((text) => nameAndAmount(text, false).amount !== null);
  if (amounts === 0 || (amounts < 0 && !named && !loose)) return null;
  const levels = Math.min(amounts > 0 ? amounts : width, MAX_LEVELS);
  const after: Role[] = ['points', 'criteria', 'explanation'];
  return {
    head: null,
    body: 0,
    columns: columns.map((_, index): Column => {
      const role = index < levels ? (`level${index + 1}` as Role) : after[index - amounts];
      const known = index < levels || amounts > 0 ? role : undefined;
      return { index, heading: '', role: known ?? 'ignored', why: known ? null : 'unknown' };
    }),
  };
}
