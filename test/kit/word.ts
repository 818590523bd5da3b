import type { FoundCell } from './grid.ts';
import { all, at, parseXml, within, type Xml } from './xml.ts';
import { unzip } from './zip.ts';

/** What stands in a Word file, read from its XML. Lengths in twentieths of a point. */
export interface ReadWord {
  tables: WordTable[];
  /** Paragraphs outside of tables: their style and text. */
  paragraphs: { style: string; text: string }[];
  header: string;
  footer: string;
  /** Fields of the footer. */
  fields: string[];
  page: { width: number; height: number; left: number; right: number };
  files: Map<string, Buffer>;
}

export interface WordTable {
  widths: number[];
  /** Rows that are repeated on each page. */
  headRows: number;
  cells: FoundCell[];
  fixed: boolean;
}

export async function readWord(bytes: Uint8Array): Promise<ReadWord> {
  const files = await unzip(bytes);
  const part = (path: string) => parseXml(files.get(path)!.toString('utf8'));
  for (const [path, content] of files) if (path.endsWith('.xml')) parseXml(content.toString());
  const body = at(part('word/document.xml'), 'w:body')!;
  const [size, margin] = ['w:pgSz', 'w:pgMar'].map((name) => at(body, 'w:sectPr', name)!);
  const [header, footer] = ['header', 'footer'].map((name) => part(`word/${name}1.xml`));
  return {
    tables: all(body, 'w:tbl').map(tableOf),
    paragraphs: all(body, 'w:p').map((paragraph) => ({
      style: at(paragraph, 'w:pPr', 'w:pStyle')?.attributes['w:val'] ?? '',
      text: textOf(paragraph),
    })),
    header: textOf(header!),
    footer: textOf(footer!),
    fields: within(footer!, 'w:instrText').map((field) => field.children[0]?.text.trim() ?? ''),
    page: {
      width: Number(size!.attributes['w:w']),
      height: Number(size!.attributes['w:h']),
      left: Number(margin!.attributes['w:left']),
      right: Number(margin!.attributes['w:right']),
    },
    files,
  };
}

function tableOf(table: Xml): WordTable {
  const rows = all(table, 'w:tr');
  const cells: FoundCell[] = [];
  rows.forEach((row, y) => {
    let column = 0;
    for (const cell of all(row, 'w:tc')) {
      const columns = Number(at(cell, 'w:tcPr', 'w:gridSpan')?.attributes['w:val'] ?? 1);
      const merge = at(cell, 'w:tcPr', 'w:vMerge');
      if (merge && merge.attributes['w:val'] !== 'restart') {
        const above = cells.findLast((each) => each.column === column)!;
        if (above.row + above.rows !== y || above.columns !== columns)
          throw new Error(`row ${y}: a merged cell goes on that does not start above`);
        above.rows += 1;
      } else
        cells.push({
          ...{ text: all(cell, 'w:p').filter(isWritten).map(textOf).join('\n') },
          ...{ row: y, column, rows: 1, columns },
        });
      column += columns;
    }
  });
  return {
    widths: within(at(table, 'w:tblGrid')!, 'w:gridCol').map((each) =>
      Number(each.attributes['w:w']),
    ),
    headRows: rows.filter((row) => at(row, 'w:trPr', 'w:tblHeader')).length,
    cells,
    fixed: at(table, 'w:tblPr', 'w:tblLayout')?.attributes['w:type'] === 'fixed',
  };
}

/** A paragraph with a picture alone holds no words. */
const isWritten = (paragraph: Xml): boolean => within(paragraph, 'w:drawing').length === 0;

const textOf = (element: Xml): string =>
  element.children
    .map((child) => {
      if (child.name === 'w:t') return child.children.map(({ text }) => text).join('');
      if (child.name === 'w:br') return '\n';
      return child.name === 'w:pPr' ? '' : textOf(child);
    })
    .join('');
