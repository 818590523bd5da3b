import type { CellStyle } from 'hucre/xlsx';
import type { Block } from '../../../shared/documents/document.ts';
import type { HeaderFact } from '../../../shared/documents/project.ts';
import { linesOf } from '../layout/lines.ts';
import { LEADING } from '../layout/style.ts';
import { mm } from '../layout/units.ts';
import { printable } from '../fonts.ts';
import type { Grid } from './grid.ts';
import { BODY, FACT, HEADINGS, SMALL, TITLE } from './style.ts';

/** Lines of one row: Excel knows none higher than 409 points. */
const LINES = 20;
const SIDE = mm(2);

/** The document's title over all columns. */
export function putTitle(grid: Grid, title: string, width: number): void {
  putText(grid, title, TITLE, width, 14);
}

/** Facts two by two, the first one, the project's name, in a row of its own. */
export function putFacts(
  grid: Grid,
  facts: readonly HeaderFact[],
  widths: readonly number[],
): void {
  const whole = widths.reduce((sum, each) => sum + each, 0);
  const middle = middleOf(widths);
  const left = widths.slice(0, middle).reduce((sum, each) => sum + each, 0);
  const [first, ...rest] = facts.map(({ label, value }) =>
    /[\u2e80-\u9fff]/.test(label) ? `${label}：${value}` : `${label}: ${value}`,
  );
  if (first !== undefined) putText(grid, first, FACT, whole, 2);
  for (let at = 0; at < rest.length; at += 2) {
    const [one, two] = [rest[at]!, rest[at + 1]];
    const heights = [heightOf(one, FACT, left), two ? heightOf(two, FACT, whole - left) : 0];
    const row = grid.next(Math.max(...heights) + 2);
    grid.text({ row, column: 0, columns: middle }, one, FACT);
    const columns = grid.columns - middle;
    if (two !== undefined) grid.text({ row, column: middle, columns }, two, FACT);
  }
}

/** The column nearest to the middle of the width, at least the second one. */
function middleOf(widths: readonly number[]): number {
  const half = widths.reduce((sum, each) => sum + each, 0) / 2;
  let [best, x] = [1, 0];
  let least = Infinity;
  widths.slice(0, -1).forEach((width, index) => {
    x += width;
    if (Math.abs(x - half) >= least) return;
    least = Math.abs(x - half);
    best = index + 1;
  });
  return best;
}

/** Headings, paragraphs and the words of codes, one below the other. */
export function putProse(
  grid: Grid,
  blocks: readonly Exclude<Block, { kind: 'table' }>[],
  width: number,
): void {
  for (const block of blocks)
    switch (block.kind) {
      case 'heading':
        putText(grid, block.text, HEADINGS[block.level], width, 8);
        break;
      case 'paragraph':
        for (const line of block.text.split('\n'))
          putText(grid, line, block.style === 'small' ? SMALL : BODY, width, 4);
        break;
      case 'qr':
        // What the code says, in letters: a sheet is read on a screen.
        putText(grid, `${block.caption}\n${block.text}`, FACT, width, 4);
    }
}

function putText(grid: Grid, text: string, style: CellStyle, width: number, space: number): void {
  const size = style.font!.size!;
  const lines = linesOf(printable(text, 'text'), { face: 'text', size }, width - SIDE);
  for (let at = 0; at < lines.length; at += LINES) {
    const part = lines.length <= LINES ? text : lines.slice(at, at + LINES).join('\n');
    const row = grid.next(Math.min(LINES, lines.length - at) * size * LEADING + space);
    grid.text({ row, column: 0, columns: grid.columns }, part, style);
  }
}

function heightOf(text: string, style: CellStyle, width: number): number {
  const size = style.font!.size!;
  const lines = linesOf(printable(text, 'text'), { face: 'text', size }, width - SIDE);
  return lines.length * size * LEADING;
}
