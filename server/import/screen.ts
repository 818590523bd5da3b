import { columnName } from '../../shared/import/sheet.ts';
import { UPLOAD_LIMITS } from './limits.ts';
import { ImportRefused } from './refused.ts';

/** The text of a part; no part of a workbook has entities of its own, or another encoding. */
export function xmlOf(name: string, part: Buffer): string {
  if (part.includes(0)) throw new ImportRefused('unsafe', name);
  const xml = part.toString('utf8');
  if (/<!(?:DOCTYPE|ENTITY)/i.test(xml)) throw new ImportRefused('unsafe', `DTD: ${name}`);
  return xml;
}

const TAG = /<(?:[a-z]\w*:)?(row|c)(?=[\s/>])([^>]*)>/gi;
const REF = /(?:^|\s)r\s*=\s*(?:"([^"]*)"|'([^']*)')/;
const PLACE = /^([A-Z]{1,3})([1-9]\d{0,6})$/;

/**
 * What a reader needs of a sheet's XML, and nothing else: its columns, cells and merges. Counts them
 * on the way, so that no reader lays out more than a sheet may have. `where`: the sheet, for words.
 */
export function slimSheet(xml: string, where: string): string {
  const root = /<(?:[a-z]\w*:)?worksheet\b[^>]*>/i.exec(xml)?.[0];
  if (!root) throw new ImportRefused('damaged', where);
  const cells = elementOf(xml, 'sheetData');
  countCells(cells, where);
  const columns = elementOf(xml, 'cols');
  for (const [, max] of columns.matchAll(/\bmax\s*=\s*["'](\d+)["']/g))
    if (Number(max) > 16_384) throw new ImportRefused('unsafe', `cols: ${where}`);
  const merges = elementOf(xml, 'mergeCells');
  countMerges(merges, where);
  const prefix = /^<([a-z]\w*:)?/i.exec(root)![1] ?? '';
  const open = root.endsWith('/>') ? `${root.slice(0, -2)}>` : root;
  return `<?xml version="1.0" encoding="UTF-8"?>${open}${columns}${cells}${merges}</${prefix}worksheet>`;
}

/** The first element of a name with what is in it; '' where there is none. */
function elementOf(xml: string, name: string): string {
  const open = new RegExp(`<((?:[a-z]\\w*:)?)${name}(?=[\\s/>])[^>]*>`, 'i').exec(xml);
  if (!open) return '';
  if (open[0].endsWith('/>')) return open[0];
  const close = `</${open[1]}${name}>`;
  const end = xml.indexOf(close, open.index);
  if (end < 0) throw new ImportRefused('damaged', name);
  return xml.slice(open.index, end + close.length);
}

function countCells(xml: string, where: string): void {
  let [cells, row, column, lastRow, lastColumn] = [0, 0, 0, 0, 0];
  for (const [, kind, attributes] of xml.matchAll(TAG)) {
    const match = REF.exec(attributes!);
    const ref = match ? (match[1] ?? match[2]!) : null;
    if (kind === 'row') {
      column = 0;
      row = ref === null ? row + 1 : Number(ref);
      if (!Number.isSafeInteger(row)) throw new ImportRefused('damaged', where);
      continue;
    }
    cells += 1;
    const place = ref === null ? null : PLACE.exec(ref);
    if (ref !== null && !place) throw new ImportRefused('damaged', `${where} ${ref.slice(0, 12)}`);
    column = place ? columnNumber(place[1]!) : column + 1;
    lastRow = Math.max(lastRow, place ? Number(place[2]) : row);
    lastColumn = Math.max(lastColumn, column);
    if (lastColumn > UPLOAD_LIMITS.columns)
      throw new ImportRefused('too-wide', columnName(widest(xml) - 1), where);
    if (lastRow > UPLOAD_LIMITS.rows) throw new ImportRefused('too-long', lastRow, where);
    if (cells > UPLOAD_LIMITS.cells || lastRow * lastColumn > UPLOAD_LIMITS.area)
      throw new ImportRefused('too-many-cells', Math.max(cells, lastRow * lastColumn), where);
  }
}

/** The last column that the sheet names, to say so; bounded by what a name can say. */
function widest(xml: string): number {
  let most = 0;
  let column = 0;
  for (const [, kind, attributes] of xml.matchAll(TAG)) {
    const match = kind === 'row' ? null : REF.exec(attributes!);
    const place = match && PLACE.exec(match[1] ?? match[2]!);
    column = kind === 'row' ? 0 : place ? columnNumber(place[1]!) : column + 1;
    most = Math.max(most, column);
  }
  return most;
}

function countMerges(xml: string, where: string): void {
  const refs = [...xml.matchAll(/<(?:[a-z]\w*:)?mergeCell\b[^>]*?\bref\s*=\s*["']([^"']*)["']/gi)];
  if (refs.length > UPLOAD_LIMITS.rows)
    throw new ImportRefused('too-many-merges', refs.length, where);
  for (const [, ref] of refs) {
    const ends = ref!.split(':').map((end) => PLACE.exec(end.replaceAll('$', '')));
    if (ends.length > 2 || ends.some((end) => !end))
      throw new ImportRefused('damaged', `${where} ${ref!.slice(0, 24)}`);
    const [from, to] = [ends[0]!, ends.at(-1)!];
    const wide = Math.abs(columnNumber(to[1]!) - columnNumber(from[1]!)) + 1;
    const high = Math.abs(Number(to[2]) - Number(from[2])) + 1;
    if (wide * high > UPLOAD_LIMITS.merged)
      throw new ImportRefused('merge-too-large', ref!.slice(0, 24), where);
  }
}

const columnNumber = (letters: string): number =>
  [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0);
