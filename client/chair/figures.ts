import { kendall } from '../../shared/consensus/concordance.ts';
import { dispersion } from '../../shared/consensus/dispersion.ts';
import { intraclass } from '../../shared/consensus/intraclass.ts';
import { ratingsOf } from '../../shared/consensus/ratings.ts';
import type { Marks } from '../../shared/consensus/cards.ts';
import type { Mark } from '../../shared/consensus/terms.ts';
import { formatPoints, formatRate } from '../../shared/framework/points.ts';
import type { Leaf } from '../../shared/framework/terms.ts';
import type { ConsoleSpread, NamedScore } from '../../shared/views/score-terms.ts';
import { t } from '../i18n/language.svelte.ts';
import { OBSTACLES, statistics as words } from '../i18n/statistics.ts';
import { chanceWords, figureWords } from '../ui/divergence-words.ts';

/** One figure as it is shown: never without its n and its rule. */
export interface Figure {
  name: string;
  value: string;
  n: string;
  rule: string;
}

type Named = Pick<ConsoleSpread, 'leaf' | 'named'>;

/** The scores that count, by expert, as the statistics over several indicators want them. */
export function cardsOf(spreads: readonly Named[]): Marks[] {
  const cards = new Map<string, Record<string, Mark>>();
  for (const { leaf, named } of spreads)
    for (const { seat, score } of named) {
      const card = cards.get(seat) ?? {};
      if (score !== null) card[leaf] = score === 'abstained' ? score : { score };
      cards.set(seat, card);
    }
  return [...cards.values()];
}

/** How far an expert is from the others, where that is far enough to be named. */
export function outliersOf(
  named: readonly NamedScore[],
  leaf: Leaf,
): Record<string, { percent: number; above: boolean }> {
  const scored = named.flatMap(({ seat, score }) =>
    typeof score === 'number' ? [{ seat, score }] : [],
  );
  const { gaps } = dispersion(
    scored.map(({ score }) => score),
    leaf,
  );
  return Object.fromEntries(
    gaps.flatMap(({ outlier, percent, above }, index) =>
      outlier ? [[scored[index]!.seat, { percent: percent ?? 0, above }] as const] : [],
    ),
  );
}

/** Every figure of one indicator. */
export function leafFigures({ values }: Pick<ConsoleSpread, 'values'>, leaf: Leaf): Figure[] {
  const { n, range, agreement, mean, sd, cv, iqr, rwg, gaps } = dispersion(values, leaf);
  const widest = gaps.reduce<number | null>((most, { percent }) => {
    return percent !== null && (most === null || percent > most) ? percent : most;
  }, null);
  const step = formatPoints(leaf.step);
  const each = (name: string, value: string, rule: string): Figure => ({
    ...{ name, value, rule },
    n: `n = ${n}`,
  });
  return [
    each(t(words.range), range === null ? t(words.nobody) : formatRate(range), t(words.rangeRule)),
    each(
      t(words.agreement),
      n === 0 ? t(words.nobody) : `${agreement.within} / ${n}`,
      t(words.agreementRule, { step }),
    ),
    each(t(words.mean), figureWords(mean, 2), t(words.meanRule)),
    each(t(words.iqr), figureWords(iqr, 2), t(words.iqrRule)),
    each(t(words.sd), figureWords(sd, 4), t(words.sdRule)),
    each(t(words.cv), figureWords(cv, 4), t(words.cvRule)),
    each(t(words.rwg), figureWords(rwg, 2), t(words.rwgRule)),
    each(
      t(words.gap),
      widest === null ? t(OBSTACLES['too-few']) : formatRate(widest),
      t(words.gapRule),
    ),
  ];
}

/** The figures of the whole panel, and the two that stand in its one line. */
export interface PanelFigures {
  experts: number;
  leaves: number;
  w: string;
  icc: string;
  figures: Figure[];
}

/** Of rates, over whole rows and columns (see `ratingsOf`). */
export function panelFigures(leaves: readonly Leaf[], spreads: readonly Named[]): PanelFigures {
  const { rates } = ratingsOf(leaves, cardsOf(spreads));
  const { m, n, ties, w, chiSquare, df, p, f, fdf, fp } = kendall(rates);
  const { single, average } = intraclass(rates);
  const each = (name: string, value: string, rule: string): Figure => ({
    ...{ name, value, rule },
    n: `n = ${m} × ${n}`,
  });
  const [df1, df2] = fdf.map((degrees) => degrees.toFixed(1));
  return {
    ...{ experts: m, leaves: n, w: figureWords(w, 4), icc: figureWords(single, 4) },
    figures: [
      each(t(words.w), figureWords(w, 4), t(words.wRule, { ties })),
      each(t(words.chi), figureWords(chiSquare, 2), t(words.chiRule, { df })),
      each(t(words.chiP), chanceWords(p), t(words.chanceRule)),
      each(t(words.f), figureWords(f, 2), t(words.fRule, { df1: df1 ?? '', df2: df2 ?? '' })),
      each(t(words.fP), chanceWords(fp), t(words.fewRule)),
      each(t(words.icc1), figureWords(single, 4), t(words.icc1Rule)),
      each(t(words.icck), figureWords(average, 4), t(words.icckRule, { k: m })),
    ],
  };
}
