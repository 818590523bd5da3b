import {
  BorderStyle,
  HeadingLevel,
  Paragraph,
  Table as WordTable,
  TableCell,
  TableLayoutType,
  TableRow,
  WidthType,
} from 'docx';
import type { HeaderFact } from '../../../shared/documents/project.ts';
import { type Orientation, PAPER_WIDTH } from '../../../shared/documents/table.ts';
import { runsOf } from './runs.ts';
import { STYLE } from './styles.ts';
import { columnTwips, twips } from './units.ts';

const NONE = { style: BorderStyle.NONE, size: 0, color: 'auto' };
const BORDERS = { top: NONE, bottom: NONE, left: NONE, right: NONE };
const COLUMNS: Record<Orientation, number> = { portrait: 2, landscape: 3 };

/** Title and facts; the first fact, the project's name, runs over the width. */
export function wordLead(
  title: string,
  facts: readonly HeaderFact[],
  paper: Orientation,
): (Paragraph | WordTable)[] {
  const heading = new Paragraph({ heading: HeadingLevel.HEADING_1, children: runsOf(title) });
  if (facts.length === 0) return [heading];
  const count = COLUMNS[paper];
  const columns = columnTwips(Array.from({ length: count }, () => PAPER_WIDTH[paper] / count));
  const [first, ...rest] = facts;
  const rows = [new TableRow({ children: [factCell(first!, columns, count)] })];
  for (let at = 0; at < rest.length; at += count) {
    const cells = rest.slice(at, at + count).map((fact) => factCell(fact, columns, 1));
    const empty = Array.from({ length: count - cells.length }, () => factCell(null, columns, 1));
    rows.push(new TableRow({ children: [...cells, ...empty], cantSplit: true }));
  }
  const table = new WordTable({
    layout: TableLayoutType.FIXED,
    width: { size: twips(PAPER_WIDTH[paper]), type: WidthType.DXA },
    columnWidths: columns,
    borders: { ...BORDERS, insideHorizontal: NONE, insideVertical: NONE },
    rows,
  });
  return [heading, table, new Paragraph({ style: STYLE.fact })];
}

function factCell(
  fact: HeaderFact | null,
  columns: readonly number[],
  columnSpan: number,
): TableCell {
  const width = columns.slice(0, columnSpan).reduce((sum, each) => sum + each, 0);
  const colon = fact && /[\u2e80-\u9fff]/.test(fact.label) ? '：' : ': ';
  const children = fact ? [...runsOf(fact.label + colon, {}, '黑体'), ...runsOf(fact.value)] : [];
  return new TableCell({
    width: { size: width, type: WidthType.DXA },
    columnSpan,
    borders: BORDERS,
    margins: { left: 0, right: twips(2), top: 0, bottom: 0 },
    children: [new Paragraph({ style: STYLE.fact, children })],
  });
}
