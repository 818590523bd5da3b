import type { HeaderFact } from '../../../shared/documents/project.ts';
import { printable, widthOf } from '../fonts.ts';
import { factRows, labelOf } from '../layout/facts.ts';
import { balancedLinesOf, linesOf } from '../layout/lines.ts';
import { baseline, drawText, type TextLine } from './text.ts';
import { mm, SIDE_MARGIN } from '../layout/units.ts';

const TITLE = { face: 'strong', size: 18 } as const;
const TITLE_LINE = 26;
const LABEL = { face: 'strong', size: 10.5 } as const;
const VALUE = { face: 'text', size: 10.5 } as const;
const LINE = 15.75;
const COLUMN = mm(76);
const BETWEEN = mm(8);
const ROW_SPACE = mm(1.2);

/** Title and facts at the head of the first page. */
export interface Lead {
  height: number;
  draw(doc: PDFKit.PDFDocument, y: number): void;
}

/** The first fact, the project's name, runs over the width; the others stand in columns. */
export function leadOf(title: string, facts: readonly HeaderFact[], width: number): Lead {
  const lines: TextLine[] = [];
  let y = mm(1);
  for (const text of balancedLinesOf(printable(title, TITLE.face), TITLE, width)) {
    const x = SIDE_MARGIN + (width - widthOf(text, TITLE.face, TITLE.size)) / 2;
    lines.push({ ...TITLE, text, x, y: baseline(y, TITLE_LINE, TITLE.size) });
    y += TITLE_LINE;
  }
  y += mm(4);
  const count = Math.floor((width + BETWEEN) / (COLUMN + BETWEEN));
  const column = (width - (count - 1) * BETWEEN) / count;
  for (const row of factRows(facts, { count, width: column, size: VALUE.size })) {
    let highest = 0;
    row.facts.forEach((fact, index) => {
      const x = SIDE_MARGIN + index * (column + BETWEEN);
      const set = factLines(fact, x, y, row.wide ? width : column);
      lines.push(...set);
      highest = Math.max(highest, set.length - 1);
    });
    y += Math.max(1, highest) * LINE + ROW_SPACE;
  }
  return {
    height: y + mm(3),
    draw: (doc, top) => {
      for (const line of lines) drawText(doc, { ...line, y: top + line.y });
    },
  };
}

/** The label, and the value's lines to the right of it. */
function factLines(fact: HeaderFact, x: number, y: number, room: number): TextLine[] {
  const { value } = fact;
  const name = printable(labelOf(fact), LABEL.face);
  const indent = widthOf(name, LABEL.face, LABEL.size);
  const values = linesOf(printable(value, VALUE.face), VALUE, room - indent);
  return [
    { ...LABEL, text: name, x, y: baseline(y, LINE, LABEL.size) },
    ...values.map((text, index) => ({
      ...{ ...VALUE, text, x: x + indent },
      y: baseline(y + index * LINE, LINE, VALUE.size),
    })),
  ];
}
