import { all, at, parseXml, within, type Xml } from './xml.ts';
import { unzip } from './zip.ts';

/** A sheet as it stands in its XML. */
export interface ReadSheet {
  name: string;
  /** By place, '0,0' first: what Excel shows, and what the cell holds. */
  cells: Map<string, { shown: string; value: string | number }>;
  /** 'row,column' of the first cell → how many rows and columns it covers. */
  merges: Map<string, { rows: number; columns: number }>;
  frozenRows: number;
  /** After which rows a page ends by hand, from 0. */
  breaks: number[];
  /** Of the rows that have one, in points, by row. */
  heights: Map<number, number>;
  printTitles: string;
  printArea: string;
  /** Of each column, in digits of the workbook's font, which are 6 points wide. */
  columns: number[];
  /** Of the font of each cell, in points, by place. */
  sizes: Map<string, number>;
  /** '9' is A4. */
  paper: string;
  /** Of all columns, in digits of the workbook's font. */
  width: number;
  landscape: boolean;
  fitToWidth: boolean;
  header: string;
  footer: string;
  formulas: number;
  highestRow: number;
}

export async function readExcel(bytes: Uint8Array): Promise<ReadSheet[]> {
  const files = await unzip(bytes);
  const part = (path: string) => parseXml(files.get(path)!.toString('utf8'));
  const workbook = part('xl/workbook.xml');
  const formats = formatsOf(part('xl/styles.xml'));
  const sizes = sizesOf(part('xl/styles.xml'));
  const strings = within(part('xl/sharedStrings.xml'), 'si').map(textOf);
  const names = within(workbook, 'definedName');
  return within(workbook, 'sheet').map(({ attributes }, index) => {
    const sheet = part(`xl/worksheets/sheet${index + 1}.xml`);
    const defined = (name: string) =>
      names
        .filter(({ attributes: its }) => its['name'] === name && its['localSheetId'] === `${index}`)
        .map(textOf)[0] ?? '';
    return {
      name: attributes['name']!,
      cells: cellsOf(sheet, strings, formats),
      merges: new Map(within(sheet, 'mergeCell').map((merge) => rangeOf(merge.attributes['ref']!))),
      frozenRows: Number(within(sheet, 'pane')[0]?.attributes['ySplit'] ?? 0),
      breaks: within(sheet, 'brk').map(({ attributes: its }) => Number(its['id']) - 1),
      heights: new Map(
        within(sheet, 'row').map(({ attributes: its }) => [
          Number(its['r']) - 1,
          Number(its['ht'] ?? 0),
        ]),
      ),
      ...{ printTitles: defined('_xlnm.Print_Titles'), printArea: defined('_xlnm.Print_Area') },
      width: within(sheet, 'col').reduce((sum, col) => sum + widthOf(col), 0),
      columns: within(sheet, 'col').flatMap(({ attributes: its }) =>
        Array.from({ length: Number(its['max']) - Number(its['min']) + 1 }, () =>
          Number(its['width']),
        ),
      ),
      sizes: new Map(
        within(sheet, 'c').map(({ attributes: its }) => [
          placeOf(its['r']!),
          sizes[Number(its['s'] ?? 0)]!,
        ]),
      ),
      paper: at(sheet, 'pageSetup')?.attributes['paperSize'] ?? '',
      landscape: at(sheet, 'pageSetup')?.attributes['orientation'] === 'landscape',
      fitToWidth: at(sheet, 'sheetPr', 'pageSetUpPr')?.attributes['fitToPage'] === '1',
      ...{ header: edgeOf(sheet, 'oddHeader'), footer: edgeOf(sheet, 'oddFooter') },
      formulas: within(sheet, 'f').length,
      highestRow: Math.max(...within(sheet, 'row').map((row) => Number(row.attributes['ht'] ?? 0))),
    };
  });
}

function cellsOf(sheet: Xml, strings: string[], formats: string[]): ReadSheet['cells'] {
  const cells: ReadSheet['cells'] = new Map();
  for (const { attributes, children } of within(sheet, 'c')) {
    const raw = children.find(({ name }) => name === 'v');
    if (!raw) continue;
    const text = textOf(raw);
    const place = placeOf(attributes['r']!);
    if (attributes['t'] === 's') {
      const value = strings[Number(text)]!;
      cells.set(place, { shown: value, value });
    } else if (attributes['t'] === undefined || attributes['t'] === 'n') {
      const value = Number(text);
      cells.set(place, { shown: show(value, formats[Number(attributes['s'])]!), value });
    } else throw new Error(`a cell of type ${attributes['t']} at ${attributes['r']}`);
  }
  return cells;
}

/** What Excel shows for '0', '0.00' and '0.00%', which are all that we write. */
function show(value: number, format: string): string {
  const found = /^0(?:\.(0+))?(%?)$/.exec(format);
  if (!found) throw new Error(`an unknown format: ${format}`);
  const [, decimals = '', percent] = found;
  return (percent ? value * 100 : value).toFixed(decimals.length) + percent;
}

const BUILT_IN: Record<string, string> = { 0: 'General', 1: '0', 2: '0.00', 9: '0%', 10: '0.00%' };

/** The number format of each style of a cell. */
function formatsOf(styles: Xml): string[] {
  const own = Object.fromEntries(
    within(styles, 'numFmt').map(({ attributes }) => [
      attributes['numFmtId'],
      attributes['formatCode'],
    ]),
  );
  return all(at(styles, 'cellXfs')!, 'xf').map(({ attributes }) => {
    const id = attributes['numFmtId'] ?? '0';
    return own[id] ?? BUILT_IN[id] ?? `built-in ${id}`;
  });
}

/** The size of the font of each style of a cell. */
function sizesOf(styles: Xml): number[] {
  const fonts = all(at(styles, 'fonts')!, 'font').map((font) =>
    Number(at(font, 'sz')?.attributes['val'] ?? 0),
  );
  return all(at(styles, 'cellXfs')!, 'xf').map(
    ({ attributes }) => fonts[Number(attributes['fontId'])]!,
  );
}

function placeOf(reference: string): string {
  const [, letters, row] = /^([A-Z]+)(\d+)$/.exec(reference)!;
  const column = [...letters!].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0);
  return `${Number(row) - 1},${column - 1}`;
}

function rangeOf(reference: string): [string, { rows: number; columns: number }] {
  const [first, last] = reference.split(':').map((each) => placeOf(each).split(',').map(Number));
  const [rows, columns] = [last![0]! - first![0]! + 1, last![1]! - first![1]! + 1];
  return [first!.join(','), { rows, columns }];
}

const widthOf = ({ attributes }: Xml): number =>
  Number(attributes['width']) * (Number(attributes['max']) - Number(attributes['min']) + 1);

const edgeOf = (sheet: Xml, name: string): string => {
  const edge = at(sheet, 'headerFooter', name);
  return edge ? textOf(edge) : '';
};

const textOf = (element: Xml): string =>
  element.name === '' ? element.text : element.children.map(textOf).join('');
