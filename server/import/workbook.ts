import {
  type Cell as HucreCell,
  type CellValue,
  readXlsx,
  type Sheet as HucreSheet,
} from 'hucre/xlsx';
import { addressOf, type Sheet } from '../../shared/import/sheet.ts';
import { ImportRefused } from './refused.ts';

/** The only file that names the library: a workbook, already screened, as sheets of texts. */
export async function readWorkbook(bytes: Uint8Array): Promise<Sheet[]> {
  const workbook = await readXlsx(bytes, { readStyles: true }).catch((error: unknown) => {
    throw new ImportRefused('damaged', (error as Error).message.slice(0, 80));
  });
  return workbook.sheets.map(sheetOf);
}

function sheetOf(sheet: HucreSheet): Sheet {
  const { name, rows, cells, columns = [], rowDefs, merges = [] } = sheet;
  return {
    name,
    hidden: (sheet.hidden ?? false) || (sheet.veryHidden ?? false),
    rows: rows.map((row, index) =>
      row.map((value, column) => textOf(value, cells?.get(`${index},${column}`))),
    ),
    merges: merges.map(({ startRow, startCol, endRow, endCol }) => ({
      ...{ top: startRow, left: startCol, bottom: endRow, right: endCol },
    })),
    hiddenRows: [...(rowDefs ?? [])].flatMap(([row, { hidden }]) => (hidden ? [row] : [])),
    hiddenColumns: columns.flatMap(({ hidden }, column) => (hidden ? [column] : [])),
    ...indentsOf(sheet),
  };
}

/** Excel sets a text in by 250 steps at most; anything else is no indent. */
const MOST_STEPS = 250;

function indentsOf({ rows, cells }: HucreSheet): Pick<Sheet, 'indents'> {
  const indents = rows.flatMap((values, row) =>
    values.flatMap((value, column): [string, number][] => {
      const steps = cells?.get(`${row},${column}`)?.style?.alignment?.indent ?? 0;
      const counts = typeof value === 'string' && Number.isInteger(steps);
      return counts && steps > 0 && steps <= MOST_STEPS
        ? [[addressOf({ row, column }), steps]]
        : [];
    }),
  );
  return indents.length > 0 ? { indents: Object.fromEntries(indents) } : {};
}

/** What the cell shows, as far as a table of points needs it. Of a formula the value it had last. */
function textOf(value: CellValue, cell: HucreCell | undefined): string {
  if (value === null) return '';
  if (typeof value === 'number') return numberText(value, cell?.style?.numFmt ?? '');
  if (value instanceof Date)
    return Number.isNaN(value.getTime()) ? '' : value.toISOString().slice(0, 10);
  return String(value);
}

/** 0.15 with a percent format is "15%"; 0.1 + 0.2 is "0.3", as the office table shows it. */
function numberText(value: number, format: string): string {
  const exact = (number: number) => String(Number(number.toPrecision(12)));
  return /%/.test(format) ? `${exact(value * 100)}%` : exact(value);
}
