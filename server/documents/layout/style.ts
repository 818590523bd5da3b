import type { Cell, CellKind } from '../../../shared/documents/table.ts';
import type { Setting } from './lines.ts';
import { mm } from './units.ts';

export interface CellStyle extends Setting {
  padding: number;
  align: 'center' | 'left';
  breaks: 'anywhere' | 'evenly' | 'asName';
}

/** The place of a signature above the words of its cell, in points. */
export const INK_BOX = { width: mm(24), height: mm(8) };

const SIZE = 9;
export const CELL_PADDING = mm(1);
/** Of a line, as a multiple of its size. */
export const LEADING = 1.45;

const STYLES: Record<CellKind, CellStyle> = {
  head: { face: 'strong', size: SIZE, padding: mm(0.5), align: 'center', breaks: 'evenly' },
  level: { face: 'text', size: SIZE, padding: mm(0.8), align: 'center', breaks: 'asName' },
  leaf: { face: 'text', size: SIZE, padding: mm(0.8), align: 'center', breaks: 'asName' },
  number: { face: 'text', size: 10, padding: mm(0.5), align: 'center', breaks: 'anywhere' },
  text: { face: 'text', size: SIZE, padding: mm(1.5), align: 'left', breaks: 'anywhere' },
  word: { face: 'text', size: SIZE, padding: mm(1.5), align: 'center', breaks: 'evenly' },
  label: { face: 'strong', size: SIZE, padding: mm(1.5), align: 'center', breaks: 'evenly' },
  note: { face: 'text', size: SIZE, padding: mm(1.5), align: 'left', breaks: 'anywhere' },
};

/** How a cell is set; `sum`: in a row that a label opens, where numbers and words weigh more. */
export function styleOf(kind: CellKind, sum: boolean): CellStyle {
  const style = STYLES[kind];
  return sum && (kind === 'number' || kind === 'word') ? { ...style, face: 'strong' } : style;
}

/** How a medium sets a text otherwise than paper does. */
export type Adapt = (style: CellStyle, text: string) => CellStyle;

/** The style of a cell in its medium. */
export function styleFor({ kind, text }: Cell, sum: boolean, adapt?: Adapt): CellStyle {
  const style = styleOf(kind, sum);
  return adapt ? adapt(style, text) : style;
}
