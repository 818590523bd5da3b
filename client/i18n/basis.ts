import type { Text } from './language.svelte.ts';

const text = (zh: string, en: string): Text => ({ zh, en });

/** What a score rests on: the fact entered for the criteria, and the deductions listed. */
export const basis = {
  title: text('按标准计分', 'By the criteria'),
  level: text('符合哪一档', 'Which level applies'),
  range: text('{least}–{most} 分', '{least}–{most}'),
  rangeValue: text('在 {least}–{most} 分内给分', 'Points within {least}–{most}'),
  rate: text('{name}（%）', '{name} (%)'),
  rateHint: text(
    '请填 0 至 {most} 的百分数，最多两位小数。',
    'A percentage from 0 to {most}, two decimals at most.',
  ),
  figures: text('或填两个数', 'Or the two figures'),
  money: text('{name}（元）', '{name} (yuan)'),
  moneyHint: text('请填金额，如 2042500 或 204.25万。', 'An amount, such as 2042500 or 204.25万.'),
  countHint: text('请填整数。', 'A whole number.'),
  useProject: text('采用项目数据：{part} ÷ {whole}', "Use the project's figures: {part} ÷ {whole}"),
  met: text('满足几项（共 {n} 项）', 'Items met, of {n}'),
  veto: text('是否出现下列情形', 'Did any of these occur'),
  noneOfThem: text('均未出现', 'None of them'),
  without: text('{when}，按 50% 计分', '{when}: counts half'),
  part: text('{label}（{points} 分）', '{label} ({points})'),

  departs: text(
    '按标准得 {computed} 分，您给 {given} 分：请写明理由',
    'The criteria give {computed}, you give {given}: please say why',
  ),
  departsExplained: text(
    '按标准得 {computed} 分，您给 {given} 分',
    'The criteria give {computed}, you give {given}',
  ),
  departedFrom: text(
    '按标准得 {computed} 分，实给 {given} 分',
    'The criteria give {computed}; {given} was given',
  ),
  adopt: text('采用 {points} 分', 'Take {points}'),
  byCriteria: text('按标准 {points} 分', 'Criteria: {points}'),
  toFact: text('填计分依据', 'Enter the fact'),
  toFactOf: text('填计分依据：{name}', 'Enter the fact: {name}'),

  list: text('逐条列出扣分', 'List deductions'),
  listed: text('扣分明细', 'Deductions'),
  amountOf: text('第 {n} 条扣几分', 'Deduction {n}: points'),
  amount: text('扣几分', 'Points'),
  reasonOf: text('第 {n} 条扣分理由', 'Deduction {n}: reason'),
  reason: text('扣分理由', 'Reason'),
  remove: text('删除', 'Remove'),
  removeOf: text('删除第 {n} 条', 'Remove deduction {n}'),
  sum: text('共扣 {n} 分', '{n} deducted in all'),
  sumFits: text('与得分相符', 'as the score says'),
  sumShort: text('还差 {n} 分', '{n} still to explain'),
  sumOver: text('多列 {n} 分', '{n} too much'),
  bySum: text('按扣分计 {points} 分', 'Score {points} by the list'),
  notAnAmount: text('“{text}”不是分数，未保存。', '“{text}” is no amount and was not saved.'),
  tooMuch: text(
    '扣分合计 {n} 分，超过分值 {points} 分，未保存。',
    'The deductions come to {n}, more than {points}; not saved.',
  ),
  tooLong: text(
    '扣分明细过长，最后的改动未保存，请缩短。',
    'The list is too long; the last change was not saved.',
  ),

  differTitle: text('扣分明细之和与得分不符：', 'Deductions do not add up:'),
  departTitle: text(
    '与按标准计算的分数不同，还没有写明理由：',
    'Departs from the criteria without a word why:',
  ),
  keyFact: text('填计分依据', 'Enter the fact for the criteria'),
  keyList: text('逐条列出扣分', 'List deductions one by one'),
  refusedBasis: text('计分依据：{text}', 'Basis of the score: {text}'),
  refusedNoBasis: text('清除计分依据', 'Basis cleared'),
} satisfies Record<string, Text>;
