import type { Block } from '../../../shared/documents/document.ts';
import type { HeaderFact } from '../../../shared/documents/project.ts';
import { isChinese } from '../fonts.ts';
import { labelOf } from '../layout/facts.ts';
import { linesOf } from '../layout/lines.ts';
import { LEADING } from '../layout/style.ts';
import { mm } from '../layout/units.ts';
import { qrPng } from '../pictures.ts';
import type { Grid, Picture } from './grid.ts';
import { BODY, FACT, HEADINGS, type ProseStyle, proseStyle, SMALL, SPARE, TITLE } from './style.ts';

/** Lines of one row: Excel knows none higher than 409 points. */
const LINES = 20;
const SIDE = mm(2);
const CODE_SIDE = mm(32);
/** A fact is never squeezed into a narrower place, in points. */
const FACT_WIDTH = mm(60);

/** The document's title over all columns. */
export function putTitle(grid: Grid, title: string, width: number): void {
  putText(grid, title, TITLE, width, 14);
}

/** Facts two by two where there is room for two, the first one, the project's name, in a row of its own. */
export function putFacts(
  grid: Grid,
  facts: readonly HeaderFact[],
  widths: readonly number[],
): void {
  const whole = widths.reduce((sum, each) => sum + each, 0);
  const middle = middleOf(widths);
  const left = widths.slice(0, middle).reduce((sum, each) => sum + each, 0);
  const [first, ...rest] = facts.map((fact) => labelOf(fact) + fact.value);
  if (first !== undefined) putText(grid, first, FACT, whole, 2);
  const fits = (fact: string | undefined, width: number) =>
    fact !== undefined && linesIn(fact, FACT, width).length === 1;
  const columns = { left: { column: 0, columns: middle }, right: restOf(grid, middle) };
  for (let at = 0; at < rest.length; at += 1) {
    const [one, two] = [rest[at]!, rest[at + 1]];
    const pair = Math.min(left, whole - left) >= FACT_WIDTH && fits(one, left);
    if (!pair || !fits(two, whole - left)) {
      putText(grid, one, FACT, whole, 2);
      continue;
    }
    const row = grid.next(FACT.size * LEADING + 2);
    grid.text({ row, ...columns.left }, one, proseStyle(FACT, one));
    grid.text({ row, ...columns.right }, two!, proseStyle(FACT, two!));
    at += 1;
  }
}

const restOf = (grid: Grid, column: number) => ({ column, columns: grid.columns - column });

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
        grid.picture({ row: grid.next(CODE_SIDE + 6), column: 0 }, codePicture(block.text));
        // What the code says in letters, too: a sheet is read on a screen.
        putText(grid, `${block.caption}\n${block.text}`, FACT, width, 4);
    }
}

const codePicture = (text: string): Picture => ({
  ...{ data: qrPng(text), alt: text, x: 0, y: 3, width: CODE_SIDE, height: CODE_SIDE },
});

/** A text over all columns; in several rows where one can't hold it. */
export function putText(
  grid: Grid,
  text: string,
  style: ProseStyle,
  width: number,
  space: number,
): void {
  const lines = linesIn(text, style, width);
  for (let at = 0; at < lines.length; at += LINES) {
    const part = lines.length <= LINES ? text : lines.slice(at, at + LINES).join('\n');
    const row = grid.next(Math.min(LINES, lines.length - at) * style.size * LEADING + space);
    grid.text({ row, column: 0, columns: grid.columns }, part, proseStyle(style, text));
  }
}

function linesIn(text: string, { strong, size }: ProseStyle, width: number): string[] {
  const face = isChinese(text) ? 'office' : strong ? 'strong' : 'text';
  return linesOf(text, { face, size: size * SPARE }, width - SIDE);
}
