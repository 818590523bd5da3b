import type { Agreement } from '../../shared/consensus/agreement.ts';
import type { Policy } from '../../shared/consensus/terms.ts';
import { formatPoints, formatRate, type Points } from '../../shared/framework/points.ts';
import type { Spread } from '../../shared/views/score-terms.ts';
import { common } from '../i18n/common.ts';
import { t, type Text } from '../i18n/language.svelte.ts';
import { spread as words } from '../i18n/spread.ts';

type Spreading = Pick<Spread, 'values' | 'range' | 'flag' | 'value'>;

/** A strip read aloud: line, scores, range, flag, then the marks on it. */
export function stripWords(spread: Spreading, points: Points, decided: Points | null): string {
  const { values, range, flag, value } = spread;
  const scale = { points: formatPoints(points) };
  const sentences = [
    range === null
      ? t(words.stripEmpty, scale)
      : t(words.strip, {
          ...scale,
          values: values.map(formatPoints).join(t(words.separator)),
          range: formatRate(range),
          flag: flagWord(flag),
        }),
    value === null ? '' : t(words.stripMark, { value: formatPoints(value) }),
    decided === null ? '' : t(words.stripDecided, { value: formatPoints(decided) }),
  ];
  return sentences.filter(Boolean).join(' ');
}

export function flagWord(flag: Spread['flag']): string {
  return t(words[flag]);
}

export function agreementWords({ within, n }: Agreement, range: number | null): string {
  if (n === 0) return t(words.nobody);
  return range === 0 ? t(words.allAgree, { of: n }) : t(words.agree, { n: within, of: n });
}

export function rangeWords(range: number | null): string {
  return range === null ? t(words.noRange) : t(words.range, { range: formatRate(range) });
}

const POLICY_WORDS: Record<Policy, Text> = {
  mean: common.policyMean,
  'trimmed-per-indicator': common.policyTrimmed,
  'trimmed-totals': common.policyTrimmedTotals,
  median: common.policyMedian,
  unanimous: common.policyUnanimous,
};

export function policyWords(policy: Policy): string {
  return t(POLICY_WORDS[policy]);
}
