import { describe, expect, test, vi } from 'vitest';
import { cardsOf, leafFigures, outliersOf, panelFigures } from '../../client/chair/figures.ts';
import { divergenceOf } from '../../shared/consensus/divergence.ts';
import type { Leaf } from '../../shared/framework/terms.ts';
import type { NamedScore } from '../../shared/views/score-terms.ts';
import { divergenceWords } from '../../client/ui/divergence-words.ts';
import { leafOf, spreadFor } from './console-items.ts';

// The words of a page ask its address for the language.
vi.hoisted(() => vi.stubGlobal('location', { search: '?lang=zh' }));

/** V1 of NUMBERS.md: six indicators, five experts. */
const POINTS = [500, 500, 800, 800, 1000, 500];
const GIVEN = [
  [300, 100, 800, 800, 1000, 250],
  [300, 200, 800, 800, 1000, 250],
  [500, 100, 800, 800, 750, 500],
  [300, 100, 500, 800, 1000, 0],
  [300, 200, 800, 500, 1000, 250],
];
const leaves: Leaf[] = POINTS.map((points, index) => leafOf(`l${index + 1}`, points));
const spreads = leaves.map((leaf, index) =>
  spreadFor(
    leaf,
    GIVEN.map((row) => row[index]!),
  ),
);
const valuesOf = (figures: readonly { name: string; value: string }[]) =>
  Object.fromEntries(figures.map(({ name, value }) => [name, value]));

describe('the figures of the console', () => {
  test('[CF1] an indicator: V1 column 6 as printed, each with its n and its rule', () => {
    const figures = leafFigures(spreads[5]!, leaves[5]!);
    expect(valuesOf(figures)).toEqual({
      ...{ 极差: '100%', 一致人数: '3 / 5', 平均分: '2.50', 四分位距: '0.00' },
      ...{ 标准差: '1.7678', 变异系数: '0.7071', r_wg: '0.00', 最大留一差: '62.5%' },
    });
    for (const { n, rule } of figures) expect([n, rule.length > 5]).toEqual(['n = 5', true]);
  });

  test('[CF1] the panel: V1 on rates, from the names that the view has', () => {
    const panel = panelFigures(leaves, spreads);
    expect(panel).toMatchObject({ experts: 5, leaves: 6, w: '0.7329', icc: '0.6337' });
    const figures = valuesOf(panel.figures);
    expect(figures['χ²']).toBe('18.32');
    expect(figures['χ² 的 p']).toBe('0.0026');
    for (const { n } of panel.figures) expect(n).toBe('n = 5 × 6');
  });

  test('[CF2] what can’t be computed is said in words, never as 0', () => {
    const [only] = spreads;
    const values = valuesOf(panelFigures(leaves.slice(0, 1), [only!]).figures);
    expect(Object.values(values)).toEqual(Array(7).fill('不可计算：评分太少'));
    const nobody = valuesOf(leafFigures({ values: [] }, leaves[0]!));
    expect(nobody['标准差']).toBe('不可计算：评分太少');
    expect(nobody['极差']).toBe('无人评分');
  });

  test('[CF3] outliers by seat; abstentions and missing scores are in nobody’s mean', () => {
    const [first] = spreads[5]!.named;
    const named: NamedScore[] = [
      ...spreads[5]!.named,
      { ...first!, seat: 'e6', score: 'abstained' },
      { ...first!, seat: 'e7', score: null },
    ];
    expect(outliersOf(named, leaves[5]!)).toEqual({
      e3: { percent: 62_50, above: true },
      e4: { percent: 62_50, above: false },
    });
    expect(cardsOf([{ leaf: 'l6', named }]).slice(5)).toEqual([{ l6: 'abstained' }, {}]);
  });

  test('[CF4] the flag in words', () => {
    const words = (scores: number[]) => divergenceWords(divergenceOf(scores, leaves[0]!));
    expect(words([500, 100, 400, 200, 450])).toBe('5 位中 2 位低于一半');
    expect(words([0, 250, 500])).toBe('3 位中 1 位满分、1 位零分');
    expect(words([300, 300, 500, 300])).toBe('1 位明显偏高：5');
    expect(words([50, 100])).toBe('0.5 至 1 分');
  });
});
