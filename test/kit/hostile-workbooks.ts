import { crc32, deflateRawSync } from 'node:zlib';

/** A part of a zip, and what the zip's directory says of it where that is a lie. */
interface Part {
  name: string;
  content: Buffer | string;
  /** Instead of the true size. */
  says?: number;
  flags?: number;
}

/** A zip written by hand, so that it can lie. */
export function rawZip(parts: readonly Part[]): Buffer {
  const files: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  for (const { name, content, says, flags = 0x800 } of parts) {
    const bytes = Buffer.from(content);
    const packed = deflateRawSync(bytes, { level: 9 });
    const called = Buffer.from(name);
    const common = Buffer.alloc(26);
    common.writeUInt16LE(20, 0);
    common.writeUInt16LE(flags, 2);
    common.writeUInt16LE(8, 4);
    common.writeUInt32LE(crc32 ? crc32(bytes) : 0, 10);
    common.writeUInt32LE(packed.length, 14);
    common.writeUInt32LE(says ?? bytes.length, 18);
    common.writeUInt16LE(called.length, 22);
    const local = Buffer.concat([Buffer.from('504b0304', 'hex'), common, called, packed]);
    const rest = Buffer.alloc(14);
    rest.writeUInt32LE(offset, 10);
    directory.push(Buffer.from('504b01021400', 'hex'), common, rest, called);
    files.push(local);
    offset += local.length;
  }
  const list = Buffer.concat(directory);
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(parts.length, 8);
  end.writeUInt16LE(parts.length, 10);
  end.writeUInt32LE(list.length, 12);
  end.writeUInt32LE(offset, 16);
  return Buffer.concat([...files, list, end]);
}

const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const RELS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';
const XML = '<?xml version="1.0" encoding="UTF-8"?>';

/** The parts of a workbook with one sheet, whose XML is given: whole, or what is in it. */
export function partsOf(
  sheet: string,
  { strings = '', sheets = 1, names = '', extra = [] as Part[] } = {},
): Part[] {
  const list = Array.from(
    { length: sheets },
    (_, index) => `<sheet name="S${index}" sheetId="${index + 1}" r:id="rId1"/>`,
  );
  return [
    {
      name: '[Content_Types].xml',
      content: `${XML}<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/></Types>`,
    },
    {
      name: '_rels/.rels',
      content: `${XML}<Relationships xmlns="${PACKAGE}/relationships"><Relationship Id="rId1" Type="${RELS}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
    },
    {
      name: 'xl/workbook.xml',
      content: `${XML}<workbook xmlns="${MAIN}" xmlns:r="${RELS}"><sheets>${list.join('')}</sheets>${names}</workbook>`,
    },
    {
      name: 'xl/_rels/workbook.xml.rels',
      content: `${XML}<Relationships xmlns="${PACKAGE}/relationships"><Relationship Id="rId1" Type="${RELS}/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="rId2" Type="${RELS}/sharedStrings" Target="sharedStrings.xml"/></Relationships>`,
    },
    {
      name: 'xl/worksheets/sheet1.xml',
      content: sheet.startsWith('<?xml')
        ? sheet
        : `${XML}<worksheet xmlns="${MAIN}">${sheet}</worksheet>`,
    },
    ...(strings === '' ? [] : [{ name: 'xl/sharedStrings.xml', content: strings }]),
    ...extra,
  ];
}

export const cell = (ref: string, text: string): string =>
  `<c r="${ref}" t="inlineStr"><is><t>${text}</t></is></c>`;
export const rowOf = (row: number, ...cells: string[]): string =>
  `<row r="${row}">${cells.join('')}</row>`;
export const data = (...rows: string[]): string => `<sheetData>${rows.join('')}</sheetData>`;
export const stringTable = (body: string, before = ''): string =>
  `${XML}${before}<sst xmlns="${MAIN}">${body}</sst>`;

const letters = (column: number): string =>
  (column >= 26 ? letters(Math.floor(column / 26) - 1) : '') +
  String.fromCharCode(65 + (column % 26));

const HEAD = rowOf(1, cell('A1', '一级指标'), cell('B1', '分值'));
const GOOD = data(HEAD, rowOf(2, cell('A2', '甲'), '<c r="B2"><v>100</v></c>'));
const workbook = (sheet: string, more: Parameters<typeof partsOf>[1] = {}): Buffer =>
  rawZip(partsOf(sheet, more));

/** Nested entities: a billion laughs in 1 kB. */
const LAUGHS = `<!DOCTYPE sst [<!ENTITY a "ha">${[...'bcdefghij']
  .map((name, index) => `<!ENTITY ${name} "${`&${'abcdefghi'[index]};`.repeat(10)}">`)
  .join('')}]>`;

/** Files that no office makes, by what is wrong with them, with the code that answers each. */
export function hostileWorkbooks(): Record<string, { file: Buffer; code: string }> {
  const bomb = Buffer.alloc(100 * 1024 * 1024, ' ');
  const replaced = (name: string, change: Partial<Part>) =>
    rawZip(partsOf(GOOD).map((part) => (part.name === name ? { ...part, ...change } : part)));
  const sheet1 = 'xl/worksheets/sheet1.xml';
  const wide = Array.from(
    { length: 10_000 },
    (_, column) => `<c r="${letters(column)}1"><v>1</v></c>`,
  );
  return {
    bomb: { file: replaced(sheet1, { content: bomb }), code: 'unpacks-too-large' },
    'a bomb that says it is small': {
      file: replaced(sheet1, { content: bomb, says: 900 }),
      code: 'damaged',
    },
    'one string in every cell': {
      file: workbook(
        data(
          ...Array.from({ length: 2000 }, (_, row) =>
            rowOf(row + 1, `<c r="A${row + 1}" t="s"><v>0</v></c>`),
          ),
        ),
        { strings: stringTable(`<si><t>${'长'.repeat(30_000)}</t></si>`) },
      ),
      code: 'too-much-text',
    },
    'giant merge': {
      file: workbook(`${GOOD}<mergeCells count="1"><mergeCell ref="A1:XFD1048576"/></mergeCells>`),
      code: 'merge-too-large',
    },
    DTD: {
      file: workbook(GOOD, { strings: stringTable('<si><t>&j;</t></si>', LAUGHS) }),
      code: 'unsafe',
    },
    'a DTD in another encoding': {
      file: replaced('xl/workbook.xml', {
        content: Buffer.from(`\ufeff${XML}${LAUGHS}<workbook/>`, 'utf16le'),
      }),
      code: 'unsafe',
    },
    'zip slip': {
      file: rawZip([...partsOf(GOOD), { name: '../../etc/cron.d/x', content: 'x' }]),
      code: 'unsafe',
    },
    'an absolute name': {
      file: rawZip([...partsOf(GOOD), { name: '/etc/passwd', content: 'x' }]),
      code: 'unsafe',
    },
    'a name with backslashes': {
      file: rawZip([...partsOf(GOOD), { name: '..\\x', content: 'x' }]),
      code: 'unsafe',
    },
    'one part twice': {
      file: rawZip([...partsOf(GOOD), ...partsOf(GOOD).slice(4)]),
      code: 'unsafe',
    },
    '10,000 columns': {
      file: workbook(data(`<row r="1">${wide.join('')}</row>`)),
      code: 'too-wide',
    },
    '10,000 columns without addresses': {
      file: workbook(data(`<row>${'<c><v>1</v></c>'.repeat(10_000)}</row>`)),
      code: 'too-wide',
    },
    'two cells in far corners': {
      file: workbook(data(rowOf(1, cell('A1', 'x')), rowOf(1_048_576, cell('XFD1048576', 'x')))),
      code: 'too-wide',
    },
    'a row far down': {
      file: workbook(data(rowOf(1, cell('A1', 'x')), rowOf(1_048_576, cell('A1048576', 'x')))),
      code: 'too-long',
    },
    'a million cells': {
      file: workbook(
        data(...Array.from({ length: 1000 }, () => `<row>${'<c s="1"/>'.repeat(1000)}</row>`)),
      ),
      code: 'too-many-cells',
    },
    'columns to the end of the world': {
      file: workbook(`<cols><col min="1" max="2000000000" hidden="1"/></cols>${GOOD}`),
      code: 'unsafe',
    },
    'a cell that is nowhere': {
      file: workbook(data(rowOf(1, '<c r="&#88;FD1"><v>1</v></c>'))),
      code: 'damaged',
    },
    'ten thousand sheets': { file: workbook(GOOD, { sheets: 10_000 }), code: 'too-many-sheets' },
    'ten thousand parts': {
      file: rawZip(
        Array.from({ length: 10_000 }, (_, index) => ({
          name: `xl/media/${index}.png`,
          content: '',
        })),
      ),
      code: 'too-many-parts',
    },
    encrypted: { file: replaced(sheet1, { flags: 0x801 }), code: 'encrypted' },
    truncated: { file: workbook(GOOD).subarray(0, 900), code: 'damaged' },
    'a zip in name only': {
      file: Buffer.concat([Buffer.from('PK\x03\x04'), Buffer.alloc(400, 7)]),
      code: 'damaged',
    },
    'no sheet data at all': { file: replaced(sheet1, { content: '' }), code: 'damaged' },
    'old Excel': { file: ole(''), code: 'old-excel' },
    'Excel with a password': { file: ole('EncryptedPackage'), code: 'encrypted' },
    'a picture': {
      file: Buffer.concat([Buffer.from('89504e470d0a1a0a', 'hex'), Buffer.alloc(99)]),
      code: 'not-a-table',
    },
    PDF: { file: Buffer.from('%PDF-1.7\n'), code: 'other-office' },
    Word: { file: rawZip([{ name: 'word/document.xml', content: '<w/>' }]), code: 'other-office' },
    'a web page called .xls': {
      file: Buffer.from('<html><table><tr><td>甲</td></tr></table>'),
      code: 'web-page',
    },
    'CSV of 100,000 columns': { file: Buffer.from('a,'.repeat(100_000)), code: 'too-wide' },
    'CSV of a million rows': { file: Buffer.from('甲,5\n'.repeat(900_000)), code: 'too-long' },
    nothing: { file: Buffer.alloc(0), code: 'empty' },
  };
}

/** What stands in the old container's directory is written in UTF-16. */
const ole = (name: string): Buffer =>
  Buffer.concat([
    Buffer.from('d0cf11e0a1b11ae1', 'hex'),
    Buffer.alloc(504),
    Buffer.from(name, 'utf16le'),
    Buffer.alloc(512),
  ]);

/** 1.4 kB that some readers lay out cell by cell: validations, names and formats over a whole sheet. */
export function wholeSheetRanges(): Buffer {
  const all = 'A1:XFD1048576';
  const after =
    `<conditionalFormatting sqref="${all}"><cfRule type="expression" priority="1"><formula>1</formula></cfRule></conditionalFormatting>` +
    `<dataValidations count="1"><dataValidation type="list" sqref="${all}"><formula1>"a"</formula1></dataValidation></dataValidations>`;
  const names = `<definedNames><definedName name="n">S0!$A$1:$XFD$1048576</definedName></definedNames>`;
  return workbook(GOOD + after, { names });
}

/** Values, and formulas with the value that they had last, with an error, and with none. */
export function formulaWorkbook(): Buffer {
  return workbook(
    data(
      HEAD,
      rowOf(2, cell('A2', '甲'), '<c r="B2"><f>WEBSERVICE("http://x")</f><v>60</v></c>'),
      rowOf(3, cell('A3', '乙'), '<c r="B3" t="str"><f>cmd|\' /C calc\'!A0</f><v>40</v></c>'),
      rowOf(4, cell('A4', '丙'), '<c r="B4" t="e"><f>1/0</f><v>#DIV/0!</v></c>'),
      rowOf(5, cell('A5', '丁'), '<c r="B5"><f>1+1</f></c>'),
    ),
  );
}
