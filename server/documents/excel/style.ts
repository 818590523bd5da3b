import type { CellStyle } from 'hucre/xlsx';
import type { CellKind } from '../../../shared/documents/table.ts';

const SONG = '宋体';
const HEI = '黑体';
const TIMES = 'Times New Roman';
const LINE = { style: 'thin', color: { rgb: '000000' } } as const;
const BORDER: CellStyle['border'] = { top: LINE, right: LINE, bottom: LINE, left: LINE };

/** How a cell of a table is set; `sum`: in a row that a label opens. */
export function tableStyle(kind: CellKind, sum: boolean, format?: string): CellStyle {
  const strong = kind === 'head' || kind === 'label' || (sum && kind === 'word');
  const left = kind === 'text' || kind === 'note';
  const font =
    kind === 'number'
      ? { name: TIMES, size: 10, bold: sum }
      : { name: strong ? HEI : SONG, size: 9 };
  return {
    font,
    border: BORDER,
    alignment: { horizontal: left ? 'left' : 'center', vertical: 'center', wrapText: true },
    ...(format ? { numFmt: format } : {}),
  };
}

const prose = (name: string, size: number, horizontal: 'left' | 'center'): CellStyle => ({
  font: { name, size },
  alignment: { horizontal, vertical: 'center', wrapText: true },
});

/** What stands above and below a table. */
export const TITLE = prose(HEI, 18, 'center');
export const CAPTION = prose(HEI, 14, 'center');
export const FACT = prose(SONG, 10.5, 'left');
export const BODY = prose(SONG, 11, 'left');
export const SMALL = prose(SONG, 9, 'left');
export const HEADINGS = {
  ...{ 1: prose(HEI, 14, 'left'), 2: prose(HEI, 12, 'left') },
  ...{ 3: prose(HEI, 11, 'left'), 4: prose(HEI, 11, 'left') },
} as const;
