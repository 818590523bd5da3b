import type { RuleProblemCode } from '../../shared/rules/check-rule.ts';
import type { Text } from './language.svelte.ts';

const text = (zh: string, en: string): Text => ({ zh, en });

/** What is wrong with a rule. `{actual}` and `{limit}` are what the problem's code says. */
export const RULE_PROBLEMS: Record<RuleProblemCode, Text> = {
  'maximum-off': text(
    '最多得 {actual} 分，与分值 {limit} 不符。',
    'gives {actual} at most; the points are {limit}.',
  ),
  empty: text('还没有内容，请至少填一条。', 'nothing in it yet; add a line.'),
  'label-empty': text('请写明文字。', 'give it words.'),
  'measure-unnamed': text(
    '请写明比率的名称、分子和分母。',
    'name the rate, its numerator and its denominator.',
  ),
  'amount-zero': text('分数、幅度和项数须大于 0。', 'amounts, steps and counts must be over 0.'),
  'amount-over': text('{actual} 分超过分值 {limit}。', '{actual} is more than the points {limit}.'),
  'range-reversed': text('下限 {actual} 高于上限 {limit}。', 'from {actual} is above to {limit}.'),
  'rows-not-falling': text(
    '{actual}% 应低于上一行的 {limit}%。',
    '{actual}% must be below {limit}% of the row above.',
  ),
  'row-points-rise': text(
    '{actual} 分高于上一行的 {limit} 分。',
    '{actual} is more than {limit} of the row above.',
  ),
};

export const ruleWords = {
  inPart: text('第 {n} 部分，', 'part {n}: '),
  inItem: text('第 {n} 条，', 'line {n}: '),
} satisfies Record<string, Text>;
