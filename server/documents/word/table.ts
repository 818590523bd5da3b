import {
  AlignmentType,
  BorderStyle,
  ImageRun,
  Paragraph,
  Table as WordTable,
  TableCell,
  TableLayoutType,
  TableRow,
  VerticalAlignTable,
  WidthType,
} from 'docx';
import { type Alignment, alignmentsOf, splitNumber } from '../../../shared/documents/numerals.ts';
import {
  type Cell,
  isSumRow,
  type Orientation,
  place,
  type Placed,
  type Rows,
  type Table,
} from '../../../shared/documents/table.ts';
import { longRows } from '../layout/pieces.ts';
import { type LaidRows, layRows } from '../layout/rows.ts';
import { A4, mm } from '../layout/units.ts';
import { levelText } from '../plain.ts';
import { inkPng } from '../pictures.ts';
import { runsOf } from './runs.ts';
import { STYLE } from './styles.ts';
import { columnTwips, pixels, twips } from './units.ts';

const RULE = { style: BorderStyle.SINGLE, size: 4, color: '000000' };
const FRAME = { style: BorderStyle.SINGLE, size: 8, color: '000000' };
/** Numbers are set in 10 pt, so a digit of Times is 5 pt wide and a point 2.5: in twips. */
const NUMBER_SIZE = 20;
const [DIGIT, POINT, PERCENT] = [100, 50, 167];

/** Rows below one name stay together up to this height; a name over more stands at its top. */
const TOGETHER: Record<Orientation, number> = {
  portrait: A4.portrait.height / 4,
  landscape: A4.landscape.height / 4,
};

/** A Word table: fixed columns in millimetres, the head repeated on each page, cells merged. */
export function wordTable(table: Table, keepWhole: boolean): WordTable {
  const columns = columnTwips(table.widths);
  const rows = [...table.body, ...table.foot];
  const alignments = alignmentsOf(rows);
  const long = longRows(rows, table.widths.map(mm));
  const laid = layRows(rows, table.widths.map(mm));
  const groups = groupsOf(laid, TOGETHER[table.paper]);
  const context = { columns, alignments, long, top: groups.some(({ high }) => high) };
  return new WordTable({
    alignment: AlignmentType.CENTER,
    layout: TableLayoutType.FIXED,
    width: { size: columns.reduce((sum, each) => sum + each, 0), type: WidthType.DXA },
    columnWidths: columns,
    borders: {
      ...{ top: FRAME, bottom: FRAME, left: FRAME, right: FRAME },
      ...{ insideHorizontal: RULE, insideVertical: RULE },
    },
    rows: [
      ...rowsOf(table.head, { ...context, long: [], top: false }).map(
        (children) =>
          new TableRow({ children, tableHeader: true, cantSplit: true, keepNext: true }),
      ),
      ...rowsOf(rows, context).map((children, at) => {
        const ends = at >= table.body.length - 1 && at < rows.length - 1;
        return new TableRow({
          children,
          // A row with a long text may break, all others stay whole.
          cantSplit: !long[at],
          // Total, grade and notes stay with the last row of the body, a small group and its sum on
          // one page.
          keepNext:
            (keepWhole || ends || isKept(groups, at) || isSumRow(rows[at + 1] ?? [])) &&
            at < rows.length - 1,
        });
      }),
    ],
  });
}

interface Context {
  columns: readonly number[];
  alignments: ReadonlyMap<number, Alignment>;
  /** By row: it may be cut by a page, so all its texts begin at its top. */
  long: readonly boolean[];
  /** Names over several rows stand at the top: Word shows them on their first page only. */
  top: boolean;
}

/** Rows that a merged cell covers, `to` excluded. */
interface Group {
  from: number;
  to: number;
  high: boolean;
}

function groupsOf({ cells, heights }: LaidRows, together: number): Group[] {
  return cells
    .filter(({ cell }) => cell.rows > 1)
    .map(({ cell, row }) => {
      const to = row + cell.rows;
      const height = heights.slice(row, to).reduce((sum, each) => sum + each, 0);
      return { from: row, to, high: height > together };
    });
}

const isKept = (groups: readonly Group[], row: number): boolean =>
  groups.some(({ from, to, high }) => !high && from <= row && row < to - 1);

function rowsOf(rows: Rows, context: Context): TableCell[][] {
  const sums = rows.map(isSumRow);
  const cells: TableCell[][] = rows.map(() => []);
  for (const placed of place(rows))
    cells[placed.row]!.push(cellOf(placed, context, sums[placed.row]!));
  return cells;
}

function cellOf(
  { cell, row, column }: Placed,
  { columns, alignments, long, top }: Context,
  sum: boolean,
): TableCell {
  const width = columns.slice(column, column + cell.columns).reduce((all, each) => all + each, 0);
  const side = twips(PADDING[cell.kind]);
  const atTop = long[row] || (top && cell.rows > 1);
  return new TableCell({
    width: { size: width, type: WidthType.DXA },
    columnSpan: cell.columns,
    rowSpan: cell.rows,
    verticalAlign: atTop ? VerticalAlignTable.TOP : VerticalAlignTable.CENTER,
    margins: { top: twips(0.8), bottom: twips(0.8), left: side, right: side },
    children:
      cell.kind === 'number'
        ? [numberParagraph(cell, width - 2 * side, alignments.get(column), sum)]
        : paragraphsOf(cell, sum),
  });
}

const PADDING: Record<Cell['kind'], number> = {
  ...{ head: 0.5, level: 0.8, leaf: 0.8, number: 0.5 },
  ...{ text: 1.5, word: 1, label: 1.5, note: 1.5 },
};

function paragraphsOf(cell: Cell, sum: boolean): Paragraph[] {
  const strong = cell.kind === 'head' || cell.kind === 'label' || (sum && cell.kind === 'word');
  const left = cell.kind === 'text' || cell.kind === 'note';
  const style = {
    style: strong ? STYLE.head : STYLE.cell,
    alignment: left ? AlignmentType.LEFT : AlignmentType.CENTER,
  };
  const ink = cell.ink
    ? [
        new Paragraph({
          ...style,
          children: [
            new ImageRun({
              type: 'png',
              data: inkPng(cell.ink),
              transformation: { width: pixels(24), height: pixels(8) },
              altText: { name: cell.text, description: cell.text },
            }),
          ],
        }),
      ]
    : [];
  const text = cell.kind === 'level' ? levelText(cell.text) : cell.text;
  const lines = text
    .split('\n')
    .map(
      (line) => new Paragraph({ ...style, wordWrap: hasLongWord(line), children: runsOf(line) }),
    );
  return [...ink, ...lines];
}

/** A digest or an address must break inside, where Latin words otherwise stay whole. */
const hasLongWord = (text: string): boolean => /[!-~]{16}/.test(text);

/** Where Times is missing, its stand-in may be so much wider: a number must still not be broken. */
const SPARE = 1.4;

/** Set from the right, so far in that the decimal points of the column stand below each other. */
function numberParagraph(
  { text }: Cell,
  room: number,
  alignment: Alignment | undefined,
  sum: boolean,
): Paragraph {
  const [, fraction] = splitNumber(text);
  const { whole, fraction: digits } = alignment ?? { whole: 0, fraction: 0 };
  const free = Math.max(0, room - (whole + digits) * DIGIT);
  const spare = room - (whole + digits) * DIGIT * SPARE;
  const right = Math.round(Math.min(free / 2, spare) + digits * DIGIT - widthOf(fraction));
  return new Paragraph({
    style: STYLE.cell,
    // In a column as narrow as its numbers there is no room to align them.
    ...(spare < 0
      ? { alignment: AlignmentType.CENTER }
      : { alignment: AlignmentType.RIGHT, indent: { right: Math.max(0, right) } }),
    children: runsOf(text, { size: NUMBER_SIZE, bold: sum }),
  });
}

function widthOf(fraction: string): number {
  const widths: Record<string, number> = { '.': POINT, '%': PERCENT };
  return [...fraction].reduce((sum, character) => sum + (widths[character] ?? DIGIT), 0);
}
