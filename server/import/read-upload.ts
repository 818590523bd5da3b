import { SHEET_LIMITS, type Sheet } from '../../shared/import/sheet.ts';
import { readDelimited } from './delimited.ts';
import { UPLOAD_LIMITS } from './limits.ts';
import { ImportRefused } from './refused.ts';
import { repack } from './repack.ts';
import { slimSheet, xmlOf } from './screen.ts';
import { unzip } from './unzip.ts';
import { readWorkbook } from './workbook.ts';

const startsWith = (bytes: Buffer, hex: string): boolean =>
  bytes.subarray(0, hex.length / 2).toString('hex') === hex;

/**
 * The sheets of an uploaded file, judged by its content and not by its name. Bounded at every step;
 * called in a thread of its own. @throws ImportRefused. [IM7]
 */
export async function readUpload(bytes: Buffer): Promise<Sheet[]> {
  if (bytes.length === 0) throw new ImportRefused('empty');
  if (bytes.length > UPLOAD_LIMITS.bytes) throw new ImportRefused('upload-too-large');
  if (startsWith(bytes, 'd0cf11e0a1b11ae1')) throw oldOffice(bytes);
  if (startsWith(bytes, '25504446')) throw new ImportRefused('other-office', 'PDF');
  const zip = startsWith(bytes, '504b0304') || startsWith(bytes, '504b0506');
  const sheets = zip ? await readZip(bytes) : readDelimited(bytes);
  return checked(sheets.map(trimmed));
}

/** Excel keeps workbooks with a password in the container of its old format. */
function oldOffice(bytes: Buffer): ImportRefused {
  const encrypted = bytes.includes(Buffer.from('EncryptedPackage', 'utf16le'));
  return new ImportRefused(encrypted ? 'encrypted' : 'old-excel');
}

const WANTED =
  /^(?:\[Content_Types\]\.xml|_rels\/\.rels|xl\/(?:workbook|sharedStrings|styles)\.xml|xl\/_rels\/workbook\.xml\.rels|xl\/worksheets\/[^/]+\.xml)$/i;
const SHEET = /^xl\/worksheets\//i;

async function readZip(bytes: Buffer): Promise<Sheet[]> {
  const { names, parts } = await unzip(bytes, (name) => WANTED.test(name));
  const book = [...parts.keys()].find((name) => /^xl\/workbook\.xml$/i.test(name));
  if (book === undefined) throw otherZip(names);
  const listed = xmlOf(book, parts.get(book)!).match(/<(?:[a-z]\w*:)?sheet(?=[\s/>])/gi) ?? [];
  if (listed.length === 0) throw new ImportRefused('no-sheets');
  if (listed.length > SHEET_LIMITS.sheets)
    throw new ImportRefused('too-many-sheets', listed.length);
  const slim = new Map<string, string>();
  for (const [name, part] of parts) {
    const xml = xmlOf(name, part);
    slim.set(name, SHEET.test(name) ? slimSheet(xml, name.replace(SHEET, '')) : xml);
  }
  // A fresh zip of what was counted: the reader sees nothing that was not screened.
  return readWorkbook(await repack(slim));
}

function otherZip(names: readonly string[]): ImportRefused {
  if (names.some((name) => name.startsWith('word/')))
    return new ImportRefused('other-office', 'Word');
  if (names.some((name) => name.startsWith('ppt/')))
    return new ImportRefused('other-office', 'PowerPoint');
  if (names.includes('xl/workbook.bin')) return new ImportRefused('other-office', '.xlsb');
  if (names.includes('content.xml')) return new ImportRefused('other-office', 'OpenDocument');
  return new ImportRefused('not-a-table');
}

/** Without the empty cells and rows that a format leaves at the ends. */
function trimmed(sheet: Sheet): Sheet {
  const rows = sheet.rows.map((row) =>
    row.slice(0, row.findLastIndex((text) => text.trim() !== '') + 1),
  );
  return { ...sheet, rows: rows.slice(0, rows.findLastIndex((row) => row.length > 0) + 1) };
}

function checked(sheets: Sheet[]): Sheet[] {
  let cells = 0;
  let characters = 0;
  for (const { name, rows, merges } of sheets) {
    if (rows.length > SHEET_LIMITS.rows) throw new ImportRefused('too-long', rows.length, name);
    if (merges.length > SHEET_LIMITS.merges)
      throw new ImportRefused('too-many-merges', merges.length, name);
    for (const row of rows) {
      if (row.length > SHEET_LIMITS.columns) throw new ImportRefused('too-wide', row.length, name);
      for (const text of row) {
        cells += text === '' ? 0 : 1;
        characters += text.length;
      }
      if (cells > SHEET_LIMITS.cells) throw new ImportRefused('too-many-cells', cells, name);
      if (characters > SHEET_LIMITS.characters) throw new ImportRefused('too-much-text');
    }
  }
  return sheets;
}
