import type { Divergence } from '../../shared/consensus/divergence.ts';
import type { Statistic } from '../../shared/consensus/statistic.ts';
import { formatPoints } from '../../shared/framework/points.ts';
import { t } from '../i18n/language.svelte.ts';
import { OBSTACLES, statistics as words } from '../i18n/statistics.ts';

/** What the scores look like: "2 of 5 below half". */
export function divergenceWords(divergence: Divergence): string {
  switch (divergence.kind) {
    case 'nobody':
      return t(words.nobody);
    case 'single':
      return t(words.single);
    case 'same':
      return t(words.same, { n: divergence.n });
    case 'extremes':
      return t(words.extremes, { ...divergence });
    case 'below-half':
      return t(words.belowHalf, { ...divergence });
    case 'one-apart':
      return t(divergence.above ? words.oneAbove : words.oneBelow, {
        score: formatPoints(divergence.score),
      });
    case 'spread':
      return t(words.spread, {
        lowest: formatPoints(divergence.lowest),
        highest: formatPoints(divergence.highest),
      });
  }
}

/** A figure with so many places, or in words why there is none. */
export function figureWords(statistic: Statistic, places: number): string {
  return statistic.kind === 'value' ? statistic.value.toFixed(places) : t(OBSTACLES[statistic.why]);
}

/** '0.0026', '< 0.0001'. */
export function chanceWords(p: Statistic): string {
  if (p.kind !== 'value') return t(OBSTACLES[p.why]);
  return p.value < 0.00005 ? '< 0.0001' : p.value.toFixed(4);
}
