import { parseMoney } from '../framework/money.ts';
import type { Project } from '../panel/terms.ts';
import { bare, isNothing, oneLine } from './bare.ts';
import { Cover, textAt, type Cell, type Sheet } from './sheet.ts';

/** A fact of the project as it stands around a table; money in fen. */
export interface FoundFact {
  field: keyof Project;
  value: string | number;
  cell: Cell;
}

const LABELS: readonly [field: keyof Project, label: RegExp][] = [
  ['name', /^(?:被?评价)?(?:项目|政策)名称$|^project(?:name)?$/],
  ['department', /^(?:项目)?主管(?:部门|单位)(?:名称|及代码)?$|^department$/],
  [
    'unit',
    /^(?:项目)?(?:实施|承担|使用|预算|执行)?单位(?:名称)?$|^被评价单位$|^unit$|^implementingunit$/,
  ],
  [
    'budget',
    /^(?:项目|年度|全年|年初|财政)?(?:预算|资金)(?:安排)?(?:总额|金额|资金|数|总投入|额度)?$|^budget$/,
  ],
  [
    'spent',
    /^(?:项目|资金|全年|实际)?(?:实际)?(?:支出|执行|支付)(?:总额|金额|资金|数|额)?$|^spent$/,
  ],
  ['period', /^(?:项目)?(?:评价|实施|执行|建设)?(?:期间|期限|周期|年度|起止时间|时间)$|^period$/],
];
const MONEY: readonly (keyof Project)[] = ['budget', 'spent'];
/** "（万元）" or "单位：万元" inside a label. */
const UNIT = /[(（][^)）]*?(亿|万)?元[)）]$/;
const LONGEST_LABEL = 24;
const LONGEST_VALUE = 200;

/**
 * The project's facts that stand around a table: "项目名称：…" in one cell, or a label with its value
 * in the next one. `rows`: those outside the table.
 */
export function findFacts(sheet: Sheet, rows: readonly number[]): FoundFact[] {
  const cover = new Cover(sheet);
  const found = new Map<keyof Project, FoundFact>();
  for (const row of rows) {
    for (let column = 0; column < (sheet.rows[row]?.length ?? 0); column += 1) {
      const fact = factAt(sheet, cover, { row, column });
      if (fact && !found.has(fact.field)) found.set(fact.field, fact);
    }
  }
  return [...found.values()];
}

function factAt(sheet: Sheet, cover: Cover, cell: Cell): FoundFact | null {
  const text = textAt(sheet, cell);
  const [, before, after] = /^([^:：]{2,24})[:：]\s*([^]*)$/.exec(text) ?? [text, text, ''];
  const label = labelOf(before!);
  if (!label) return null;
  if (after) return valued(label, after, cell);
  const next = nextTo(sheet, cover, cell);
  return next && valued(label, textAt(sheet, next), next);
}

function labelOf(text: string): { field: keyof Project; unit: string } | null {
  if (text.length > LONGEST_LABEL) return null;
  const unit = UNIT.exec(text.trim());
  const label = bare(text.trim().replace(UNIT, ''));
  const match = LABELS.find(([, words]) => words.test(label));
  return match ? { field: match[0], unit: unit ? `${unit[1] ?? ''}元` : '' } : null;
}

/** The first cell to the right that holds something. */
function nextTo(sheet: Sheet, cover: Cover, { row, column }: Cell): Cell | null {
  const width = sheet.rows[row]?.length ?? 0;
  for (let right = column + 1; right < width; right += 1) {
    const cell = { row, column: right };
    if (!cover.isCovered(cell) && textAt(sheet, cell) !== '') return cell;
  }
  return null;
}

function valued(
  { field, unit }: { field: keyof Project; unit: string },
  text: string,
  cell: Cell,
): FoundFact | null {
  const value = oneLine(text);
  if (isNothing(value) || value.length > LONGEST_VALUE || labelOf(value)) return null;
  if (!MONEY.includes(field)) return { field, value, cell };
  const money = parseMoney(/[元圆亿万]/.test(value) ? value : value + unit);
  return money === null ? null : { field, value: money, cell };
}
