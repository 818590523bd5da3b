import { formatPoints, formatRate } from '../../shared/framework/points.ts';
import type { ShiftView } from '../../shared/views/score-terms.ts';
import { t } from '../i18n/language.svelte.ts';
import { rounds as words } from '../i18n/rounds.ts';

/** "+0.5", "−1", "±0": a change is read by its sign first. */
function signed(value: number, format: (size: number) => string): string {
  const sign = value > 0 ? '+' : value < 0 ? '−' : '±';
  return sign + format(Math.abs(value));
}

/** One sentence on an indicator's change from the round before; only who scored in both is compared. */
export function changeWords({ from, n, changed, mean, range }: ShiftView, to: number): string {
  if (mean === null || range === null) return t(words.notComparable, { from, to });
  return t(words.change, {
    ...{ from, to, n, changed },
    mean: signed(mean, formatPoints),
    range: signed(range, formatRate),
  });
}
