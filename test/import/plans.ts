import fc from 'fast-check';
import { formatPoints } from '../../shared/framework/points.ts';
import type { Framework, Indicator } from '../../shared/framework/terms.ts';
import { depthOf, leavesOf, walk } from '../../shared/framework/tree.ts';
import type { Sheet } from '../../shared/import/sheet.ts';
import { addressOf } from '../../shared/import/sheet.ts';
import { Layout, putLevels, type Style } from '../kit/layouts.ts';
import { full, styles } from './frameworks.ts';

/** How an office lays a framework out. */
export interface Plan extends Style {
  /** Where the levels are: in columns, in the numbers of one column, in its indents, in headings. */
  levels: 'columns' | 'numbers' | 'serials' | 'steps' | 'blanks' | 'across' | 'alone';
  /** Which numbers: 一（一）1.（1）, 1 1.1 1.1.1, or 一、1.1 1.1.1. */
  scheme: 'han' | 'decimal' | 'han-decimal';
  /** Between a number and its name. */
  gap: '' | ' ';
  /** Digits of points and numbers in full width. */
  wide: boolean;
  titles: number;
  subtotals: boolean;
  notes: boolean;
}

export const plans: fc.Arbitrary<Plan> = fc
  .tuple(
    styles,
    fc.record({
      levels: fc.constantFrom(
        ...(['columns', 'numbers', 'serials', 'steps', 'blanks', 'across', 'alone'] as const),
      ),
      scheme: fc.constantFrom('han' as const, 'decimal' as const, 'han-decimal' as const),
      gap: fc.constantFrom('' as const, ' ' as const),
      ...{ wide: fc.boolean(), titles: fc.nat(3), subtotals: fc.boolean(), notes: fc.boolean() },
    }),
  )
  .map(([style, plan]) => ({ ...style, ...plan }));

/** A sheet, and the framework that it says: with the numbers in the names where it has them there. */
export interface Planned {
  sheet: Sheet;
  says: Framework;
}

const TITLES = ['某市财政局', '项目支出绩效评价指标体系', '（2026年度）', '单位：分'];
const TEXTS = ['评分标准', '指标解释'];

export function planned(framework: Framework, asked: Plan): Planned {
  const plan = { ...asked, levels: possible(framework, asked) };
  const layout = new Layout();
  TITLES.slice(0, plan.titles).forEach((title, row) => layout.put(row, 0, title));
  if (plan.levels === 'columns') return inColumns(layout, framework, plan);
  if (plan.levels === 'across' || plan.levels === 'alone')
    return underHeadings(layout, framework, plan);
  return inOneColumn(layout, framework, plan);
}

/** Headings need something below each; a list of more than 99 is never numbered. */
function possible({ indicators }: Framework, { levels }: Plan): Plan['levels'] {
  const headed = indicators.every(({ children }) => children.length > 0);
  if ((levels === 'across' || levels === 'alone') && !headed) return 'columns';
  const longest = Math.max(
    indicators.length,
    ...walk({ title: '', indicators }).map(({ indicator }) => indicator.children.length),
  );
  return (levels === 'numbers' || levels === 'serials') && longest > 99 ? 'steps' : levels;
}

const amountText = ({ wide }: Plan, points: number): string =>
  wide ? full(formatPoints(points)) : formatPoints(points);

const sumOf = (indicators: readonly Indicator[]): number =>
  leavesOf({ title: '', indicators: [...indicators] }).reduce((sum, leaf) => sum + leaf.points, 0);

/** What comes after the rows: a total, and words below it. */
function end(layout: Layout, row: number, column: number, { notes }: Plan): Layout {
  layout.put(row, 0, '合计').put(row, column, '100');
  if (notes) layout.put(row + 1, 0, '注：本表一式三份。', 1, 4).put(row + 2, 0, '填表人：');
  return layout;
}

function headsOf(levels: readonly string[], { weights }: Plan): string[] {
  const names = levels.flatMap((each) =>
    weights === 'columns' ? [`${each}级指标`, '权重'] : [`${each}级指标`],
  );
  return [...names, ...(weights === 'columns' ? [] : ['分值']), ...TEXTS];
}

/** The rows of one group with its levels in columns; the row after them. */
function putGroup(layout: Layout, top: number, group: Framework, levels: number, plan: Plan) {
  const after = plan.weights === 'columns' ? levels * 2 : levels;
  // A group with fewer levels than the table has its own columns alone.
  const next = putLevels(layout, group, top, plan, levels);
  leavesOf(group).forEach(({ points, criteria, explanation }, index) => {
    const own = plan.weights === 'columns' ? [] : [amountText(plan, points)];
    layout.line(top + index, [...own, criteria, explanation], after);
  });
  return { next, amounts: plan.weights === 'columns' ? 1 : after };
}

function inColumns(layout: Layout, framework: Framework, plan: Plan): Planned {
  const levels = depthOf(framework);
  let row = plan.titles;
  layout.line(row, headsOf([...'一二三四'].slice(0, levels), plan));
  row += 1;
  let column = 1;
  for (const indicator of framework.indicators) {
    const group = { title: '', indicators: [indicator] };
    const { next, amounts } = putGroup(layout, row, group, levels, plan);
    [row, column] = [next, amounts];
    if (plan.subtotals) {
      layout.put(row, 0, '小计').put(row, column, amountText(plan, sumOf([indicator])));
      row += 1;
    }
  }
  return { sheet: end(layout, row, column, plan).sheet(), says: framework };
}

function underHeadings(layout: Layout, framework: Framework, plan: Plan): Planned {
  const levels = depthOf(framework) - 1;
  const heads = headsOf([...'二三四'].slice(0, levels), plan);
  let row = plan.titles;
  layout.line(row, heads);
  row += 1;
  let column = 1;
  const indicators = framework.indicators.map((indicator, index) => {
    const number = plan.scheme === 'han' ? `${han(index + 1)}、` : '';
    const name = `${number}${indicator.name}`;
    const { points } = indicator;
    const text = points === null ? name : `${name}${plan.brackets(formatPoints(points))}`;
    layout.put(row, 0, text, 1, plan.levels === 'across' ? heads.length : 1);
    const group = { title: '', indicators: indicator.children };
    const { next, amounts } = putGroup(layout, row + 1, group, levels, plan);
    [row, column] = [next, amounts];
    if (plan.subtotals) {
      layout.put(row, 0, '小计').put(row, column, amountText(plan, sumOf([indicator])));
      row += 1;
    }
    return { ...indicator, name };
  });
  return {
    sheet: end(layout, row, column, plan).sheet(),
    says: { ...framework, indicators },
  };
}

function inOneColumn(layout: Layout, framework: Framework, plan: Plan): Planned {
  const serial = plan.levels === 'serials' ? 1 : 0;
  const indents: Record<string, number> = {};
  let row = plan.titles;
  layout.line(row, [...['序号'].slice(0, serial), '评价指标', '分值', ...TEXTS]);
  const put = (indicator: Indicator, places: readonly number[]): Indicator => {
    row += 1;
    const { children, points, criteria, explanation } = indicator;
    const number = plan.levels === 'numbers' ? numberFor(places, indicator.name, plan) : '';
    const name = `${number}${indicator.name}`;
    const inName = children.length > 0 && points !== null && plan.weights === 'names';
    const blanks = plan.levels === 'blanks' ? '　'.repeat(places.length - 1) : '';
    const text = `${blanks}${name}${inName ? plan.brackets(formatPoints(points)) : ''}`;
    const amount = points === null || inName ? '' : amountText(plan, points);
    if (serial > 0) layout.put(row, 0, serialFor(places, plan));
    if (plan.levels === 'steps' && places.length > 1)
      indents[addressOf({ row, column: 0 })] = places.length - 1;
    layout.line(row, [text, amount, criteria, explanation], serial);
    const inside = children.map((child, index) => put(child, [...places, index + 1]));
    return { ...indicator, name, children: inside };
  };
  const indicators = framework.indicators.map((indicator, index) => {
    const read = put(indicator, [index + 1]);
    if (plan.subtotals) {
      row += 1;
      layout.put(row, serial, '小计').put(row, serial + 1, amountText(plan, sumOf([indicator])));
    }
    return read;
  });
  return {
    sheet: end(layout, row + 1, serial + 1, plan).sheet({ indents }),
    says: { ...framework, indicators },
  };
}

const DIGITS = '零一二三四五六七八九';
/** '二十一' for 21; up to 99. */
function han(number: number): string {
  const [tens, ones] = [Math.floor(number / 10), number % 10];
  const ten = tens === 0 ? '' : tens === 1 ? '十' : `${DIGITS[tens]}十`;
  return `${ten}${ones === 0 && tens > 0 ? '' : DIGITS[ones]}`;
}

/** The number of a line without what sets it apart from a name. */
function serialFor(places: readonly number[], { scheme, wide }: Plan): string {
  const last = places.at(-1)!;
  const decimal = places.join('.');
  const number =
    scheme === 'han'
      ? [han(last), `（${han(last)}）`, String(last), `(${last})`][places.length - 1]!
      : scheme === 'decimal' || places.length > 1
        ? decimal
        : han(last);
  return wide ? full(number) : number;
}

function numberFor(places: readonly number[], name: string, plan: Plan): string {
  const number = serialFor(places, plan);
  if (/[)）]$/.test(number)) return `${number}${plan.gap}`;
  // "1.3G基站" would be the number 1.3 to anybody.
  const digits = /^[\d０-９]/.test(name);
  if (/[一二三四五六七八九十]$/.test(number)) return `${number}、${plan.gap}`;
  if (places.length > 1 && plan.scheme !== 'han') return `${number}${digits ? ' ' : plan.gap}`;
  return `${number}${digits ? '、' : plan.wide ? '．' : '.'}${plan.gap}`;
}
