import { writeXlsx } from 'hucre/xlsx';
import { addressOf, type Sheet } from '../../shared/import/sheet.ts';

/** Sheets as an .xlsx file: numbers as numbers, "15%" as a formatted number, as offices type them. */
export async function workbookOf(sheets: readonly Sheet[]): Promise<Buffer> {
  const bytes = await writeXlsx({
    sheets: sheets.map(
      ({ name, hidden, rows, merges, hiddenRows, hiddenColumns, indents = {} }) => ({
        name,
        hidden,
        rows: rows.map((row) => row.map(valueOf)),
        cells: new Map(
          rows.flatMap((row, index) =>
            row.flatMap((text, column) => {
              const steps = indents[addressOf({ row: index, column })];
              const style = /^\d+(\.\d+)?%$/.test(text)
                ? { numFmt: '0.##%' }
                : steps && { alignment: { indent: steps } };
              return style
                ? [[`${index},${column}`, { value: valueOf(text), style }] as const]
                : [];
            }),
          ),
        ),
        merges: merges.map(({ top, left, bottom, right }) => ({
          ...{ startRow: top, startCol: left, endRow: bottom, endCol: right },
        })),
        columns: Array.from(
          { length: Math.max(0, ...rows.map((row) => row.length)) },
          (_, column) => ({
            width: 14,
            hidden: hiddenColumns.includes(column),
          }),
        ),
        rowDefs: new Map(hiddenRows.map((row) => [row, { hidden: true }])),
      }),
    ),
  });
  return Buffer.from(bytes);
}

const percent = (text: string): number => Number((Number(text.slice(0, -1)) / 100).toPrecision(12));

function valueOf(text: string): string | number | null {
  if (text === '') return null;
  if (/^\d+(\.\d+)?%$/.test(text)) return percent(text);
  return /^\d{1,9}(\.\d+)?$/.test(text) && String(Number(text)) === text ? Number(text) : text;
}
