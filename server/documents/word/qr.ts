import {
  ImageRun,
  Paragraph,
  Table as WordTable,
  TableCell,
  TableLayoutType,
  TableRow,
  VerticalAlignTable,
  WidthType,
} from 'docx';
import type { Block } from '../../../shared/documents/document.ts';
import { plain } from '../plain.ts';
import { qrPng } from '../pictures.ts';
import { runsOf } from './runs.ts';
import { STYLE } from './styles.ts';
import { columnTwips, pixels, twips } from './units.ts';

/** Of the code, in millimetres. */
const SIDE = 32;

/** A QR code with its words beside it, as a table without rules; `room` in millimetres. */
export function wordQr({ text, caption }: Extract<Block, { kind: 'qr' }>, room: number): WordTable {
  const columns = columnTwips([SIDE + 3, room - SIDE - 3]);
  const none = { style: 'none', size: 0, color: 'auto' } as const;
  const borders = { top: none, bottom: none, left: none, right: none };
  const picture = new ImageRun({
    type: 'png',
    data: qrPng(text),
    transformation: { width: pixels(SIDE), height: pixels(SIDE) },
    altText: { name: 'QR', description: plain(text) },
  });
  const cells = [
    [new Paragraph({ children: [picture] })],
    caption.split('\n').map((line) => new Paragraph({ style: STYLE.fact, children: runsOf(line) })),
  ];
  return new WordTable({
    layout: TableLayoutType.FIXED,
    width: { size: twips(room), type: WidthType.DXA },
    columnWidths: columns,
    borders: { ...borders, insideHorizontal: none, insideVertical: none },
    rows: [
      new TableRow({
        cantSplit: true,
        children: cells.map(
          (children, at) =>
            new TableCell({
              width: { size: columns[at]!, type: WidthType.DXA },
              verticalAlign: VerticalAlignTable.CENTER,
              margins: { left: 0, right: 0, top: 0, bottom: 0 },
              borders,
              children,
            }),
        ),
      }),
    ],
  });
}
