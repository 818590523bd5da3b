import { describe, expect, test } from 'vitest';
import { fengshun2023 } from '../../shared/framework/presets/fengshun-2023.ts';
import { PUBLISHED } from '../../shared/framework/presets/published.ts';
import { zhongshan2019 } from '../../shared/framework/presets/zhongshan-2019.ts';
import type { Leaf } from '../../shared/framework/terms.ts';
import { leavesOf } from '../../shared/framework/tree.ts';
import { checkRule } from '../../shared/rules/check-rule.ts';
import { computedPoints, evaluate } from '../../shared/rules/evaluate.ts';
import { propose } from '../../shared/rules/propose.ts';
import type { RuleInput } from '../../shared/rules/terms.ts';
import { traceText } from '../../shared/rules/trace.ts';

const PRESETS = { 'zhongshan-2019': zhongshan2019, 'fengshun-2023': fengshun2023 };

const choice = (index: number): RuleInput => ({ kind: 'choice', choice: index });
const met = (count: number): RuleInput => ({ kind: 'count', met: count });
const unproven = (of: RuleInput): RuleInput => ({ kind: 'evidence', without: true, of });
const none: RuleInput = { kind: 'deductions', deductions: [] };
const clear = (of: RuleInput | null): RuleInput => ({ kind: 'veto', hits: [], of });

/**
 * What the two reports say of the facts: the level that their score and reason name, the figures of
 * the project, 无佐证, the listed deductions. Null is "nothing entered": the project's own figures do.
 * The satisfaction of Fengshun is published only by its score, so any figure for it would be made up.
 */
const FACTS: Record<keyof typeof PRESETS, Record<string, RuleInput | null>> = {
  'zhongshan-2019': {
    i01: choice(1),
    i02: choice(2),
    i03: choice(0),
    i04: choice(1),
    i05: choice(0),
    i06: null,
    i07: choice(0),
    i08: choice(1),
    i09: clear(choice(0)),
    i10: choice(0),
    i11: met(4),
    i12: met(2),
    i13: met(2),
    i14: unproven(met(2)),
    i15: unproven(met(2)),
    i16: unproven(met(2)),
    i17: unproven(choice(0)),
    // Published is the 0 alone; the criterion knows two ways to it.
    i18: { kind: 'veto', hits: [0], of: null },
  },
  'fengshun-2023': {
    i08: null,
    i09: {
      kind: 'parts',
      parts: [
        none,
        clear(none),
        {
          kind: 'deductions',
          deductions: [{ amount: 1_00, reason: PUBLISHED['fengshun-2023'].results['i09']!.reason }],
        },
      ],
    },
    i10: none,
    i11: {
      kind: 'parts',
      parts: [
        {
          kind: 'deductions',
          deductions: [{ amount: 50, reason: PUBLISHED['fengshun-2023'].results['i11']!.reason }],
        },
        none,
      ],
    },
    i12: none,
    i13: none,
  },
};

const cases = (Object.keys(PRESETS) as (keyof typeof PRESETS)[]).flatMap((id) =>
  leavesOf(PRESETS[id].framework).flatMap((leaf) =>
    Object.hasOwn(FACTS[id], leaf.id) ? [{ preset: id, leaf, input: FACTS[id][leaf.id]! }] : [],
  ),
);
const ruled = (leaves: readonly Leaf[]) => leaves.filter(({ rule }) => rule).map(({ id }) => id);

describe('the rules of the presets', () => {
  test.each(cases)('$preset $leaf.id gives what was published', ({ preset, leaf, input }) => {
    const { project } = PRESETS[preset];
    const { score } = PUBLISHED[preset].results[leaf.id]!;
    expect(computedPoints(leaf, input, project)).toBe(score);
  });

  test('all eighteen of Zhongshan have one, and the formula-like ones of Fengshun', () => {
    expect(ruled(leavesOf(zhongshan2019.framework))).toHaveLength(18);
    const fengshun = ['i08', 'i09', 'i10', 'i11', 'i12', 'i13', 'i20'];
    expect(ruled(leavesOf(fengshun2023.framework))).toEqual(fengshun);
    expect(cases).toHaveLength(18 + 6);
  });

  test('they fit their points, and are what their texts say', () => {
    for (const leaf of [zhongshan2019, fengshun2023].flatMap((p) => leavesOf(p.framework))) {
      if (!leaf.rule) continue;
      expect(checkRule(leaf.rule, leaf.points), leaf.id).toEqual([]);
      // 无佐证 stands in the reasons, not in the criteria.
      const read = leaf.rule.kind === 'half' ? leaf.rule.of : leaf.rule;
      expect(propose(leaf.criteria, leaf.points)?.rule.kind, leaf.id).toBe(read.kind);
    }
  });

  test('objective is what a figure alone decides', () => {
    const objective = [zhongshan2019, fengshun2023].map(({ framework }) =>
      leavesOf(framework)
        .filter(({ nature }) => nature === 'objective')
        .map(({ path }) => path.at(-1)),
    );
    expect(objective).toEqual([['资金使用效率性', '社会公众或服务对象满意度'], ['服务对象满意度']]);
  });

  test('资金使用效率性 writes its calculation out, in both languages', () => {
    const leaf = leavesOf(zhongshan2019.framework).find(({ id }) => id === 'i06')!;
    const result = evaluate(leaf.rule!, null, leaf.points, zhongshan2019.project);
    if (!('points' in result)) throw new Error('not computed');
    expect(traceText(result.trace, 'zh')).toMatch(
      /^预算支出完成率 = 支付额 .* ≈ 64\.39%；.*；得 1 分$/,
    );
    expect(traceText(result.trace, 'en')).toMatch(
      /about 30\.61 percentage points below 95%.*gives 1 point$/,
    );
  });
});
