/**
 * The cells of what an office table puts on the clipboard: rows by line ends, cells by tabs, a cell
 * that holds either of them in quotes with its own quotes doubled. A quote that opens no whole cell
 * (“"智慧"项目” from elsewhere than a table) is a character like any other.
 */
export function parseTsv(text: string): string[][] {
  const rows: string[][] = [];
  let row: string[] = [];
  let at = 0;
  for (;;) {
    const cell = quotedCell(text, at) ?? plainCell(text, at);
    row.push(cell.value);
    at = cell.end;
    if (text[at] === '\t') {
      at += 1;
      continue;
    }
    rows.push(row);
    row = [];
    at += lineEnd(text, at);
    // A line end closes the last row and opens none.
    if (at >= text.length) return rows;
  }
}

/** More than one cell: what a plain text field can't take in one go. */
export function isTable(text: string): boolean {
  const rows = parseTsv(text);
  return rows.length > 1 || rows[0]!.length > 1;
}

function plainCell(text: string, start: number): { value: string; end: number } {
  let end = start;
  while (end < text.length && !isBreak(text[end]!)) end += 1;
  return { value: text.slice(start, end).trim(), end };
}

function quotedCell(text: string, start: number): { value: string; end: number } | null {
  if (text[start] !== '"') return null;
  for (let at = start + 1; at < text.length; at += 1) {
    if (text[at] !== '"') continue;
    if (text[at + 1] === '"') {
      at += 1;
      continue;
    }
    const end = at + 1;
    if (end < text.length && !isBreak(text[end]!)) return null;
    const value = text.slice(start + 1, at).replaceAll('""', '"');
    return { value: value.replaceAll('\r\n', '\n').trim(), end };
  }
  return null;
}

const isBreak = (character: string): boolean => '\t\r\n'.includes(character);

function lineEnd(text: string, at: number): number {
  return text.startsWith('\r\n', at) ? 2 : 1;
}
