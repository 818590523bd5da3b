import { formatPoints } from '../framework/points.ts';
import { columnName, type Cell } from './sheet.ts';

export const DOUBT_CODES = [
  ...(['points-missing', 'points-unreadable', 'points-differ', 'points-zero'] as const),
  ...(['points-too-fine', 'sum-off', 'total-off', 'total-row-off'] as const),
  ...(['name-repeated', 'name-too-long', 'text-too-long', 'too-many-leaves'] as const),
  ...(['self-unreadable', 'self-over', 'self-total-off', 'step-unreadable'] as const),
  ...(['level-text', 'row-unplaced', 'formula-error', 'no-rows', 'no-table'] as const),
  ...(['weights-fractions', 'weights-relative', 'column-unknown', 'column-second'] as const),
  ...(['hidden-columns', 'hidden-rows', 'other-tables'] as const),
  ...(['number-off', 'number-missing', 'indent-off', 'too-deep'] as const),
  ...(['outline-numbers', 'outline-indents', 'outline-rows'] as const),
] as const;
export type DoubtCode = (typeof DOUBT_CODES)[number];

/** Something that a person should look at before the table is taken over. */
export interface Doubt {
  code: DoubtCode;
  /** A note tells what was done; a doubt asks whether that is right. */
  kind: 'doubt' | 'note';
  /** Where, or null: the table as a whole. */
  cell: Cell | null;
  zh: string;
  en: string;
}

type Make<A extends unknown[]> = (...given: A) => Pick<Doubt, 'zh' | 'en'>;
const p = formatPoints;
const short = (text: string): string => {
  const line = text.replaceAll('\n', ' ');
  return line.length > 20 ? `${line.slice(0, 20)}…` : line;
};

/** The sentences, each with the figures that it names. */
const WORDS = {
  'points-missing': (name: string) => ({
    zh: `“${short(name)}”没有分值。`,
    en: `“${short(name)}” has no points.`,
  }),
  'points-unreadable': (text: string) => ({
    zh: `“${short(text)}”读不出分值。`,
    en: `“${short(text)}” can't be read as points.`,
  }),
  'points-differ': (name: string, here: number, there: number) => ({
    zh: `“${short(name)}”的名称写 ${p(here)} 分，分值栏写 ${p(there)} 分；取分值栏。`,
    en: `The name of “${short(name)}” says ${p(here)} points, its column ${p(there)}; the column is taken.`,
  }),
  'points-zero': (name: string) => ({
    zh: `“${short(name)}”的分值是 0。`,
    en: `“${short(name)}” has 0 points.`,
  }),
  'points-too-fine': (name: string) => ({
    zh: `“${short(name)}”的分值多于两位小数，已四舍五入。`,
    en: `The points of “${short(name)}” have more than two decimals; they were rounded.`,
  }),
  'sum-off': (name: string, says: number, sum: number) => ({
    zh: `“${short(name)}”写 ${p(says)} 分，下级合计 ${p(sum)} 分。`,
    en: `“${short(name)}” says ${p(says)} points; what is in it adds up to ${p(sum)}.`,
  }),
  'total-off': (sum: number) => ({
    zh: `全部指标合计 ${p(sum)} 分，不是 100 分。`,
    en: `All indicators add up to ${p(sum)} points, not 100.`,
  }),
  'total-row-off': (says: number, sum: number) => ({
    zh: `合计行写 ${p(says)} 分，各指标合计 ${p(sum)} 分。`,
    en: `The row of totals says ${p(says)} points; the indicators add up to ${p(sum)}.`,
  }),
  'name-repeated': (name: string, times: number) => ({
    zh: `同一上级下有 ${times} 个“${short(name)}”。`,
    en: `“${short(name)}” stands ${times} times under the same indicator.`,
  }),
  'name-too-long': (name: string, most: number) => ({
    zh: `“${short(name)}”的名称超过 ${most} 字。`,
    en: `The name “${short(name)}” is longer than ${most} characters.`,
  }),
  'text-too-long': (name: string, most: number) => ({
    zh: `“${short(name)}”的文字超过 ${most} 字。`,
    en: `A text of “${short(name)}” is longer than ${most} characters.`,
  }),
  'too-many-leaves': (leaves: number, most: number) => ({
    zh: `共 ${leaves} 项指标，最多 ${most} 项。`,
    en: `There are ${leaves} indicators; ${most} is the most.`,
  }),
  'self-unreadable': (text: string) => ({
    zh: `“${short(text)}”读不出自评得分。`,
    en: `“${short(text)}” can't be read as a score of the self-assessment.`,
  }),
  'self-over': (name: string, score: number, points: number) => ({
    zh: `“${short(name)}”自评 ${p(score)} 分，超过分值 ${p(points)} 分。`,
    en: `The self-assessment of “${short(name)}” is ${p(score)}, more than its ${p(points)} points.`,
  }),
  'self-total-off': (says: number, sum: number) => ({
    zh: `合计行的自评写 ${p(says)} 分，各项自评合计 ${p(sum)} 分。`,
    en: `The row of totals says ${p(says)} for the self-assessment; it adds up to ${p(sum)}.`,
  }),
  'step-unreadable': (text: string) => ({
    zh: `“${short(text)}”读不出评分档。`,
    en: `“${short(text)}” can't be read as a step.`,
  }),
  'level-text': (name: string) => ({
    zh: `“${short(name)}”有下级指标，它自己的评分标准、自评等不会保留。`,
    en: `“${short(name)}” has indicators in it; its own criteria and self-assessment aren't kept.`,
  }),
  'row-unplaced': (row: number, text: string) => ({
    zh: `第 ${row} 行“${short(text)}”没有指标名称，未读入。`,
    en: `Row ${row}, “${short(text)}”, names no indicator and was not read.`,
  }),
  'formula-error': (text: string) => ({
    zh: `单元格里是公式错误 ${short(text)}，按空格处理。`,
    en: `The cell holds the error ${short(text)} of a formula; it counts as empty.`,
  }),
  'no-rows': () => ({
    zh: '读到了表头，但下面没有指标。请在表头下填写指标后再导入。',
    en: 'The head of the table was found, but no indicator under it. Fill it in and import it again.',
  }),
  'no-table': () => ({
    zh: '没有找到指标表：需要一行表头，写明“一级指标”“分值”等。可在下面点选表头所在的行。',
    en: 'No framework was found: a head is needed that says “Level 1”, “Points” and so on. You can choose the row of the head below.',
  }),
  'weights-fractions': () => ({
    zh: '分值写成了 1 的小数，已按 100 分折算。',
    en: 'The points are written as fractions of 1; they were taken as parts of 100.',
  }),
  'weights-relative': () => ({
    zh: '每一组的权重各自合计 100，已逐级相乘折算成分值。',
    en: "Each group's weights add up to 100; they were multiplied down the levels.",
  }),
  'column-unknown': (column: number, heading: string) => ({
    zh: `${columnName(column)} 列“${short(heading)}”不知道是什么，未读入。`,
    en: `Column ${columnName(column)}, “${short(heading)}”, isn't known and was not read.`,
  }),
  'column-second': (column: number, heading: string) => ({
    zh: `${columnName(column)} 列“${short(heading)}”与前面的列重复，未读入。`,
    en: `Column ${columnName(column)}, “${short(heading)}”, holds what another column holds; it was not read.`,
  }),
  'hidden-columns': (columns: string) => ({
    zh: `隐藏的列未读入：${columns}。`,
    en: `Hidden columns were not read: ${columns}.`,
  }),
  'hidden-rows': (rows: string) => ({
    zh: `隐藏的行未读入：${rows}。`,
    en: `Hidden rows were not read: ${rows}.`,
  }),
  'other-tables': (names: string) => ({
    zh: `其他工作表里也有指标表：${names}。`,
    en: `Other sheets hold a framework, too: ${names}.`,
  }),
  'number-off': (name: string) => ({
    zh: `“${short(name)}”的编号与上文接不上，请核对它属于哪一级。`,
    en: `The number of “${short(name)}” doesn't go on from those above; check its level.`,
  }),
  'number-missing': (name: string) => ({
    zh: `“${short(name)}”没有编号，按与上一项同级读入。`,
    en: `“${short(name)}” has no number; it was read on the level of the one above.`,
  }),
  'indent-off': (name: string) => ({
    zh: `“${short(name)}”的缩进与上面各级都不同，请核对它属于哪一级。`,
    en: `“${short(name)}” is set in like no level above; check its level.`,
  }),
  'too-deep': (name: string, level: number, most: number) => ({
    zh: `“${short(name)}”在第 ${level} 级，这里最多 ${most} 级，按第 ${most} 级读入。`,
    en: `“${short(name)}” stands on level ${level}; there may be ${most} here, so it was read on level ${most}.`,
  }),
  'outline-numbers': (levels: number) => ({
    zh: `各级写在同一栏，已按编号分为 ${levels} 级。`,
    en: `All levels stand in one column; their numbers make ${levels} levels.`,
  }),
  'outline-indents': (levels: number) => ({
    zh: `各级写在同一栏，已按缩进分为 ${levels} 级。`,
    en: `All levels stand in one column; their indents make ${levels} levels.`,
  }),
  'outline-rows': (rows: number) => ({
    zh: `单独成行的 ${rows} 个标题，已读作下面各行的上级。`,
    en: `${rows} headings on rows of their own were read as the level above the rows that follow.`,
  }),
} satisfies Record<DoubtCode, Make<never[]>>;

const NOTES: readonly DoubtCode[] = [
  ...(['column-unknown', 'column-second', 'hidden-columns', 'other-tables'] as const),
  ...(['weights-fractions', 'outline-numbers', 'outline-indents', 'outline-rows'] as const),
];

/** One doubt, in words that name what they are about. */
export function doubt<C extends DoubtCode>(
  code: C,
  cell: Cell | null,
  ...given: Parameters<(typeof WORDS)[C]>
): Doubt {
  const make = WORDS[code] as Make<unknown[]>;
  return { code, kind: NOTES.includes(code) ? 'note' : 'doubt', cell, ...make(...given) };
}
