import { parse } from 'csv-parse/sync';
import { plainSheet, SHEET_LIMITS, type Sheet } from '../../shared/import/sheet.ts';
import { ImportRefused } from './refused.ts';

const DELIMITERS = ['\t', ',', ';', '，'];

/** A CSV or tab-separated file, in whatever encoding an office saves it. */
export function readDelimited(bytes: Buffer): Sheet[] {
  const text = decode(bytes);
  if (/^\s*<(?:!doctype|html|table|\?xml)/i.test(text)) throw new ImportRefused('web-page');
  // A text of a table has lines and words; anything with control characters is something else.
  if (/[\0-\x08\x0e-\x1f]/.test(text)) throw new ImportRefused('not-a-table');
  const delimiter = delimiterOf(text);
  try {
    const rows = parse(text, {
      ...{ delimiter, bom: true, relax_column_count: true, relax_quotes: true },
      skip_empty_lines: false,
      // One more than may be, so that the check after it can say so.
      to: SHEET_LIMITS.rows + 1,
    });
    return [plainSheet('CSV', rows)];
  } catch (error) {
    throw new ImportRefused('damaged', (error as Error).message.slice(0, 80));
  }
}

/** UTF-8 where it is valid, else what Chinese offices save: GB18030, which holds GBK and GB2312. */
function decode(bytes: Buffer): string {
  const [first, second] = bytes;
  const utf16 =
    first === 0xff && second === 0xfe
      ? 'utf-16le'
      : first === 0xfe && second === 0xff
        ? 'utf-16be'
        : null;
  for (const encoding of utf16 ? [utf16] : ['utf-8', 'gb18030']) {
    try {
      return new TextDecoder(encoding, { fatal: true }).decode(bytes);
    } catch {
      continue;
    }
  }
  throw new ImportRefused('not-a-table');
}

/** The one that stands most often in the first lines. */
function delimiterOf(text: string): string {
  const beginning = text.slice(0, 8000);
  const counts = DELIMITERS.map((delimiter) => beginning.split(delimiter).length);
  const most = Math.max(...counts.slice(0, 3));
  // A full-width comma belongs to the texts, unless there is nothing else.
  return most > 1 ? DELIMITERS[counts.slice(0, 3).indexOf(most)]! : ',';
}
