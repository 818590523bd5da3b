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
import { isChinese } from '../fonts.ts';
import { factRows, labelOf } from '../layout/facts.ts';
import { mm } from '../layout/units.ts';
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
  const width = mm(PAPER_WIDTH[paper] / count - 2);
  const rows = factRows(facts, { count, width, size: 10.5 }).map(({ facts: row, wide }) => {
    const cells = row.map((fact) => factCell(fact, columns, wide ? count : 1));
    const missing = wide ? 0 : count - cells.length;
    const empty = Array.from({ length: missing }, () => factCell(null, columns, 1));
    return new TableRow({ children: [...cells, ...empty], cantSplit: true });
  });
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
  const children = fact
    ? [...runsOf(labelOf(fact), { bold: !isChinese(fact.label) }, '黑体'), ...runsOf(fact.value)]
    : [];
  return new TableCell({
    width: { size: width, type: WidthType.DXA },
    columnSpan,
    borders: BORDERS,
    margins: { left: 0, right: twips(2), top: 0, bottom: 0 },
    children: [new Paragraph({ style: STYLE.fact, children })],
  });
}
