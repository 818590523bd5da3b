import type { CellStyle } from 'hucre/xlsx';
import type { Cell } from '../../../shared/documents/table.ts';
import { isChinese } from '../fonts.ts';
import type { Adapt } from '../layout/style.ts';
import { mm } from '../layout/units.ts';

const SONG = '宋体';
const HEI = '黑体';
const TIMES = 'Times New Roman';
const LINE = { style: 'thin', color: { rgb: '000000' } } as const;
const BORDER: CellStyle['border'] = { top: LINE, right: LINE, bottom: LINE, left: LINE };

/** A cell has one font: the Chinese ones have Latin letters nobody wants to read a sentence in. */
function fontOf(text: string, strong: boolean, size: number): NonNullable<CellStyle['font']> {
  if (isChinese(text)) return { name: strong ? HEI : SONG, size };
  return { name: TIMES, size, ...(strong ? { bold: true } : {}) };
}

/** How a cell of a table is set; `sum`: in a row that a label opens. */
export function tableStyle(
  { kind, text, ink }: Pick<Cell, 'kind' | 'text' | 'ink'>,
  sum: boolean,
  format?: string,
): CellStyle {
  const strong = kind === 'head' || kind === 'label' || (sum && kind === 'word');
  const left = kind === 'text' || kind === 'note';
  const isNumber = kind === 'number';
  return {
    font: isNumber ? { name: TIMES, size: 10, bold: sum } : fontOf(text, strong, 9),
    border: BORDER,
    alignment: {
      horizontal: left ? 'left' : 'center',
      // A signature lies above the words of its cell.
      vertical: ink ? 'bottom' : 'center',
      // A number that wraps would be two numbers.
      wrapText: !isNumber,
    },
    ...(format ? { numFmt: format } : {}),
  };
}

/** What Excel leaves free on either side of a text. */
const PADDING = mm(0.8);

/** Excel fits letters to the pixels of the screen, so that a line may become a little wider. */
export const SPARE = 1.03;

/** A table's cell as Excel measures it: its own padding, its own fonts, lines as they come. */
export const asInExcel: Adapt = (style, text) => ({
  ...style,
  padding: PADDING,
  size: style.size * SPARE,
  face: isChinese(text) ? 'office' : style.face,
  breaks: 'anywhere',
});

/** What stands above and below a table. */
export interface ProseStyle {
  strong: boolean;
  size: number;
  align: 'left' | 'center';
}

const prose = (strong: boolean, size: number, align: ProseStyle['align'] = 'left'): ProseStyle => ({
  strong,
  size,
  align,
});

export const TITLE = prose(true, 18, 'center');
export const CAPTION = prose(true, 12);
export const FACT = prose(false, 10.5);
export const BODY = prose(false, 11);
export const SMALL = prose(false, 9);
export const HEADINGS = {
  ...{ 1: prose(true, 14), 2: prose(true, 12), 3: prose(true, 11), 4: prose(true, 11) },
} as const;

export const proseStyle = ({ strong, size, align }: ProseStyle, text: string): CellStyle => ({
  font: fontOf(text, strong, size),
  alignment: { horizontal: align, vertical: 'center', wrapText: true },
});
