import { bare, oneLine } from './bare.ts';
import { checkTree } from './checks.ts';
import type { Column } from './columns.ts';
import { doubt, type Doubt } from './doubts.ts';
import { findTable, type Table } from './find-table.ts';
import { findFacts, type FoundFact } from './project-facts.ts';
import type { Role } from './roles.ts';
import { failedFormulas, readRows, type RowUse } from './rows.ts';
import { settleAmounts } from './settle.ts';
import { columnName, Cover, textAt, withTexts, type Sheet } from './sheet.ts';
import { readLeaves, type ReadNode, type Traced } from './tree.ts';

/** What a person corrected in the preview; each is read again from the sheet as it came. */
export interface Corrections {
  /** Place among the sheets; absent: the one that reads best. */
  sheet?: number;
  /** Row where the head starts. */
  head?: number;
  /** By column. */
  roles?: Readonly<Record<number, Role>>;
  /** Texts by address ("B7"), instead of what the sheet says. */
  texts?: Readonly<Record<string, string>>;
  /** Rows to leave out. */
  skipped?: readonly number[];
  /** It was pasted as a table: names alone will do. */
  loose?: boolean;
}

/** How a table was understood. */
export interface Reading {
  /** Place among the sheets that were given. */
  sheet: number;
  /** The sheet with the corrected texts. */
  corrected: Sheet;
  head: Table['head'];
  columns: Column[];
  /** By row. */
  uses: RowUse[];
  title: Traced<string> | null;
  tree: ReadNode[];
  facts: FoundFact[];
  doubts: Doubt[];
}

/** Finds the framework in a workbook and reads it; the same call again after a correction. [IM1] */
export function readFramework(sheets: readonly Sheet[], corrections: Corrections = {}): Reading {
  const chosen = corrections.sheet ?? (sheets.length === 1 ? 0 : undefined);
  if (chosen !== undefined && sheets[chosen]) return readSheet(sheets, chosen, corrections);
  const readings = sheets.map((_, index) =>
    readSheet(sheets, index, { loose: corrections.loose ?? false }),
  );
  const best = readings.reduce((most, each) =>
    worth(each, sheets) > worth(most, sheets) ? each : most,
  );
  // A few texts before numbers, without a head, are no framework that anybody would miss.
  const others = readings.filter((each) => each !== best && worth(each, sheets) > FEW);
  const reading = readSheet(sheets, best.sheet, corrections);
  if (others.length === 0) return reading;
  const names = others.map(({ sheet }) => sheets[sheet]!.name).join('、');
  return { ...reading, doubts: [...reading.doubts, doubt('other-tables', null, names)] };
}

const FEW = 4;

/** Hidden sheets only where nothing else is there; then the one with most indicators. */
function worth({ sheet, tree, head }: Reading, sheets: readonly Sheet[]): number {
  const leaves = readLeaves(tree).length;
  if (leaves === 0) return 0;
  return (sheets[sheet]!.hidden ? 1e-6 : 1) * (leaves + (head ? 1000 : 1));
}

function readSheet(sheets: readonly Sheet[], index: number, corrections: Corrections): Reading {
  const corrected = withTexts(sheets[index]!, corrections.texts ?? {});
  const found = findTable(corrected, corrections.head ?? null, corrections.loose);
  const nothing = { sheet: index, corrected, title: null, tree: [], uses: [], columns: [] };
  if (!found) {
    const facts = findFacts(corrected, [...corrected.rows.keys()]);
    return { ...nothing, head: null, facts, doubts: [doubt('no-table', null)] };
  }
  const table = { ...found, columns: found.columns.map((each) => asChosen(each, corrections)) };
  const rows = readRows(corrected, table, new Set(corrections.skipped));
  const { tree, doubts } = settleAmounts(rows.tree);
  const outside = rows.uses.flatMap((use, row) =>
    ['before', 'note', 'after', 'unplaced'].includes(use) ? [row] : [],
  );
  return {
    ...{ sheet: index, corrected, head: table.head, columns: table.columns, uses: rows.uses, tree },
    title: titleOf(corrected, table),
    facts: findFacts(corrected, outside),
    doubts: withoutEchoes([
      ...[...rows.doubts, ...failedFormulas(corrected, table), ...doubts],
      ...[...checkTree(tree, rows.totals), ...notesOn(corrected, table, rows.uses)],
    ]),
  };
}

/** Points that can't be read are missing, too; one sentence about a cell is enough. */
function withoutEchoes(doubts: Doubt[]): Doubt[] {
  const causes = doubts.filter(
    ({ code }) => code === 'points-unreadable' || code === 'formula-error',
  );
  const isEcho = ({ code, cell }: Doubt) =>
    code === 'points-missing' &&
    causes.some((cause) => cause.cell?.row === cell?.row && cause.cell?.column === cell?.column);
  return doubts.filter((each) => !isEcho(each));
}

function asChosen(column: Column, { roles }: Corrections): Column {
  const role = roles?.[column.index];
  return role === undefined ? column : { ...column, role, why: null };
}

/** The line above the table that names it: alone in its row, and no label of something else. */
function titleOf(sheet: Sheet, { head, body }: Table): Traced<string> | null {
  const cover = new Cover(sheet);
  const lines = sheet.rows.slice(0, head?.first ?? 0).flatMap((texts, row) => {
    const own = texts.flatMap((_, column) => {
      const cell = { row, column };
      const text = cover.isCovered(cell) ? '' : textAt(sheet, cell);
      return text === '' ? [] : [{ value: oneLine(text), cell }];
    });
    return own.length === 1 ? own : [];
  });
  const names = lines.filter(
    ({ value }) => value.length <= 200 && !/[:：]|^附[件表]|^填[报表]/.test(value),
  );
  const title = names.find(({ value }) => /指标|评价|绩效|评分|体系|表$/.test(bare(value)));
  return body === 0 ? null : (title ?? names[0] ?? null);
}

/** What was passed over, said so that nothing goes missing unnoticed. */
function notesOn(sheet: Sheet, { columns, body }: Table, uses: readonly RowUse[]): Doubt[] {
  const filled = (column: number) =>
    sheet.rows.slice(body).some((row) => (row[column] ?? '').trim() !== '');
  const notes = columns.flatMap(({ index, heading, why }) => {
    if ((why !== 'unknown' && why !== 'second') || !filled(index)) return [];
    const cell = { row: Math.max(0, body - 1), column: index };
    return [doubt(why === 'unknown' ? 'column-unknown' : 'column-second', cell, index, heading)];
  });
  const hidden = columns.filter(({ index, why }) => why === 'hidden' && filled(index));
  if (hidden.length > 0) {
    const names = hidden.map(({ index }) => columnName(index)).join('、');
    notes.push(doubt('hidden-columns', null, names));
  }
  const rows = uses.flatMap((use, row) =>
    use === 'hidden' && sheet.rows[row]!.some((text) => text.trim() !== '') ? [row + 1] : [],
  );
  if (rows.length > 0)
    notes.push(doubt('hidden-rows', { row: rows[0]! - 1, column: 0 }, rows.join('、')));
  return notes;
}
