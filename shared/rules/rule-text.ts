import { formatPoints, type Points } from '../framework/points.ts';
import type { Measure, Rule, RuleOf, Sentence } from './terms.ts';
import { percent } from './trace.ts';

/**
 * A rule in words, as criteria are written; `points` is its maximum. The Chinese text reads back as
 * the same rule (`propose`), so what the secretary sees is what will be calculated.
 */
export function ruleText(rule: Rule, points: Points, language: keyof Sentence): string {
  return language === 'zh' ? zh(rule, points) : en(rule, points);
}

const fen = (points: Points): string => `（${formatPoints(points)}分）`;
const measureZh = ({ name, part, whole }: Measure): string => `${name}（${part}/${whole}）`;

function zh(rule: Rule, points: Points): string {
  switch (rule.kind) {
    case 'levels':
      return rule.options.map((option) => `${option.label}${fen(option.points)}`).join('，');
    case 'range':
      return rule.options
        .map(({ label, least, most }) =>
          least === most
            ? `${label}${fen(most)}`
            : `${label}（${formatPoints(least)}–${formatPoints(most)}分）`,
        )
        .join('，');
    case 'step':
      return stepZh(rule, points);
    case 'per-item':
      return `全部满足${fen(points)}，每满足一项${fen(rule.each)}，共${rule.count}项`;
    case 'threshold': {
      const rows = rule.rows.map((row) => `≥${percent(row.least)}${fen(row.points)}`);
      const lowest = percent(rule.rows.at(-1)?.least ?? 0);
      return `${measureZh(rule.measure)}${[...rows, `低于${lowest}${fen(rule.below)}`].join('，')}`;
    }
    case 'ratio':
      return `${rule.measure.name}：${rule.measure.part}/${rule.measure.whole}×分值`;
    case 'discretionary':
      return rule.usual === null ? '酌情扣分' : `酌情扣${formatPoints(rule.usual)}分`;
    case 'veto': {
      const conditions = `${rule.conditions.join('；或')}的，不得分`;
      return rule.otherwise === null
        ? conditions
        : `${zh(rule.otherwise, points)}。其中：${conditions}`;
    }
    case 'half':
      return `${zh(rule.of, points)}。${rule.when}的，按50%计分`;
    case 'composite':
      return rule.parts
        .map((part, index) => {
          const heading = `${index + 1}.${part.label}${formatPoints(part.points)}分`;
          return `${heading}：${zh(part.rule, part.points)}。`;
        })
        .join('');
  }
}

function stepZh(
  { measure, side, from, every, each, rounding, most }: RuleOf<'step'>,
  points: Points,
) {
  const size = percent(every);
  const begun = {
    floor: `不足${size}的不计`,
    ceil: `不足${size}的按${size}计`,
    linear: '按比例扣分',
  }[rounding];
  const [bound, moves] = side === 'below' ? ['≥', '每下降'] : ['≤', '每超出'];
  return `${measureZh(measure)}${bound}${percent(from)}得${formatPoints(points)}分，${moves}${size}扣${formatPoints(each)}分（${begun}），扣完${formatPoints(most)}分为止`;
}

const measureEn = ({ name, part, whole }: Measure): string => `${name} (${part} ÷ ${whole})`;

function en(rule: Rule, points: Points): string {
  switch (rule.kind) {
    case 'levels':
      return rule.options
        .map(({ label, points: given }) => `${label}: ${formatPoints(given)}`)
        .join('; ');
    case 'range':
      return rule.options
        .map(({ label, least, most }) =>
          least === most
            ? `${label}: ${formatPoints(most)}`
            : `${label}: ${formatPoints(least)}–${formatPoints(most)}`,
        )
        .join('; ');
    case 'step':
      return stepEn(rule, points);
    case 'per-item':
      return `${formatPoints(rule.each)} for each of ${rule.count} items, ${formatPoints(points)} for all`;
    case 'threshold': {
      const rows = rule.rows.map((row) => `≥ ${percent(row.least)}: ${formatPoints(row.points)}`);
      return `${measureEn(rule.measure)} ${rows.join('; ')}; below: ${formatPoints(rule.below)}`;
    }
    case 'ratio':
      return `${measureEn(rule.measure)} × points`;
    case 'discretionary':
      return rule.usual === null
        ? 'Deductions at discretion, each with its reason'
        : `Deductions at discretion (${formatPoints(rule.usual)}), each with its reason`;
    case 'veto': {
      const conditions = `Nothing if: ${rule.conditions.join('; ')}`;
      return rule.otherwise === null ? conditions : `${en(rule.otherwise, points)}. ${conditions}`;
    }
    case 'half':
      return `${en(rule.of, points)}. Half if: ${rule.when}`;
    case 'composite':
      return rule.parts
        .map((part, index) => {
          const heading = `${index + 1}. ${part.label} (${formatPoints(part.points)})`;
          return `${heading}: ${en(part.rule, part.points)}.`;
        })
        .join(' ');
  }
}

function stepEn(
  { measure, side, from, every, each, rounding, most }: RuleOf<'step'>,
  points: Points,
) {
  const begun = {
    floor: 'a begun step is free',
    ceil: 'a begun step counts',
    linear: 'in proportion',
  }[rounding];
  const [bound, moves] = side === 'below' ? ['≥', 'below'] : ['≤', 'above'];
  return `${measureEn(measure)} ${bound} ${percent(from)}: ${formatPoints(points)}; less ${formatPoints(each)} for every ${percent(every)} ${moves} (${begun}), at most ${formatPoints(most)}`;
}
