import { type ResultFacts, resultFacts } from '../../shared/documents/facts.ts';
import { PAPER_WIDTH, place, type Rows, type Table } from '../../shared/documents/table.ts';
import { paperFor } from '../../shared/views/paper.ts';
import { viewFor } from '../../shared/views/view-for.ts';
import type { Story } from './panel.ts';

export const HEAD = 'a1b2c3d4e5f60718'.padEnd(64, '0');

/** What a seat's documents print. */
export function factsOf(story: Story, seat = 'secretary'): ResultFacts {
  const paper = paperFor('p1234567', story.state, seat)!;
  return resultFacts(paper, viewFor(story.state, seat, HEAD)!)!;
}

export const texts = (rows: Rows): string[][] => rows.map((row) => row.map(({ text }) => text));

/** What is wrong with a table as a grid: columns that don't fill the paper, slots covered never or twice. */
export function gridFaults(table: Table): string[] {
  const faults: string[] = [];
  const columns = table.widths.length;
  const width = table.widths.reduce((sum, each) => sum + each, 0);
  if (width !== PAPER_WIDTH[table.paper]) faults.push(`${table.title}: ${width} mm wide`);
  if (Math.min(...table.widths) <= 0) faults.push(`${table.title}: a column without width`);
  for (const rows of [table.head, table.body, table.foot]) {
    const grid = rows.map(() => Array.from({ length: columns }, () => 0));
    for (const { cell, row, column } of place(rows))
      for (let y = row; y < row + cell.rows; y += 1)
        for (let x = column; x < column + cell.columns; x += 1)
          (grid[y] ?? [])[x] = ((grid[y] ?? [])[x] ?? 0) + 1;
    if (grid.some((row) => row.length !== columns || row.some((times) => times !== 1)))
      faults.push(`${table.title}: ${JSON.stringify(grid)}`);
  }
  return faults;
}
