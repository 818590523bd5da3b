import type { Block as PrintedBlock } from '../../shared/documents/document.ts';
import { type Orientation, SHORT_TABLE } from '../../shared/documents/table.ts';
import { type Block, paginate, type Part } from '../../shared/documents/paginate.ts';

const PIXELS_PER_MM = 96 / 25.4;
/** Height of A4 without the margins of 16 mm above and below, which hold the running lines. */
const PAGE_MM = { portrait: 297 - 32, landscape: 210 - 32 };
/** A printer's line breaks may differ from the screen's by a line here or there. */
const RESERVE_MM = 3;
/** Space above a part that does not open its page. */
export const GAP_MM: Readonly<Record<PrintedBlock['kind'], number>> = {
  ...{ table: 7, heading: 4.5, paragraph: 1.5, qr: 5 },
};

/**
 * Where the pages of a document break: `ruler` holds its lead and its blocks, drawn once in full at
 * the width of the sheet, each in an element with `data-block`.
 */
export function pagesOf(ruler: HTMLElement, paper: Orientation, feet: readonly number[]): Part[][] {
  const page = (PAGE_MM[paper] - RESERVE_MM) * PIXELS_PER_MM;
  const lead = ruler.querySelector('header')!.getBoundingClientRect().height;
  const parts = [...ruler.querySelectorAll<HTMLElement>('[data-block]')];
  const blocks = parts.map((part, index) => {
    const kind = part.dataset['block'] as PrintedBlock['kind'];
    const gap = GAP_MM[kind] * PIXELS_PER_MM;
    const table = part.querySelector('table');
    return table ? tableOf(table, feet[index] ?? 0, index > 0, gap) : textOf(part, kind, gap);
  });
  return paginate(blocks, page, lead);
}

/** A short table after others stays whole; else its foot stays together. */
function tableOf(table: HTMLTableElement, foot: number, after: boolean, gap: number): Block {
  const rows = [...table.tBodies[0]!.rows];
  const keep = after && rows.length <= SHORT_TABLE ? rows.length : foot;
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
    sums: rows.map((row) => row.classList.contains('sum')),
    merged,
    gap,
    keep: Math.min(keep, rows.length - 1),
  };
}

/** A paragraph breaks between its lines, never after the first or before the last. */
function textOf(part: HTMLElement, kind: PrintedBlock['kind'], gap: number): Block {
  const { height } = part.getBoundingClientRect();
  const whole = { head: 0, rows: [height], merged: [], gap, keep: 0 };
  if (kind !== 'paragraph') return { ...whole, withNext: kind === 'heading' };
  const line = parseFloat(getComputedStyle(part.firstElementChild!).lineHeight);
  const lines = Math.max(1, Math.round(height / line));
  return { ...whole, rows: Array.from({ length: lines }, () => line), keep: lines > 3 ? 1 : 0 };
}

/** What the text of a merged cell needs, however tall the cell has become. */
function textHeight(cell: HTMLTableCellElement): number {
  const style = getComputedStyle(cell);
  const text = cell.firstElementChild?.getBoundingClientRect().height ?? 0;
  return text + parseFloat(style.paddingTop) + parseFloat(style.paddingBottom) + 1;
}
