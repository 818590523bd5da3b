import type { Table } from '../../shared/documents/table.ts';
import { type Block, paginate, type Part } from './paginate.ts';

const PIXELS_PER_MM = 96 / 25.4;
/** Height of A4 without the margins of 16 mm above and below, which hold the running lines. */
const PAGE_MM = { portrait: 297 - 32, landscape: 210 - 32 };
/** A printer's line breaks may differ from the screen's by a line here or there. */
const RESERVE_MM = 3;
const GAP_MM = 7;

/**
 * Where the pages of a document break: `ruler` holds its lead and its tables, drawn once in full at
 * the width of the sheet.
 */
export function pagesOf(ruler: HTMLElement, tables: readonly Table[]): Part[][] {
  const page = (PAGE_MM[tables[0]!.paper] - RESERVE_MM) * PIXELS_PER_MM;
  const lead = ruler.querySelector('header')!.getBoundingClientRect().height;
  const blocks = [...ruler.querySelectorAll('table')].map((table, index) =>
    blockOf(table, index === 0 ? tables[0]!.foot.length : Infinity),
  );
  return paginate(blocks, page, lead);
}

function blockOf(table: HTMLTableElement, keep: number): Block {
  const rows = [...table.tBodies[0]!.rows];
  const tops = rows.map((row) => row.getBoundingClientRect().top);
  const bottom = rows.at(-1)?.getBoundingClientRect().bottom ?? 0;
  const start = table.getBoundingClientRect().top;
  const merged = rows.flatMap((row, from) =>
    [...row.cells]
      .filter((cell) => cell.rowSpan > 1)
      .map((cell) => ({ from, to: from + cell.rowSpan, height: textHeight(cell) })),
  );
  return {
    head: (tops[0] ?? start) - start,
    rows: tops.map((top, index) => (tops[index + 1] ?? bottom) - top),
    merged,
    gap: GAP_MM * PIXELS_PER_MM,
    keep: Math.min(keep, rows.length - 1),
  };
}

/** What the text of a merged cell needs, however tall the cell has become. */
function textHeight(cell: HTMLTableCellElement): number {
  const style = getComputedStyle(cell);
  const text = cell.firstElementChild?.getBoundingClientRect().height ?? 0;
  return text + parseFloat(style.paddingTop) + parseFloat(style.paddingBottom) + 1;
}
