import fc from 'fast-check';
import type { Framework, Indicator } from '../../shared/framework/terms.ts';
import { leavesOf } from '../../shared/framework/tree.ts';
import type { Style } from '../kit/layouts.ts';

/** Names that a careless reader takes for something else. */
const ODD = [
  ...[
    '绩效目标',
    '方案(2023)',
    '成本节约（成本指标）',
    '合格率≥95%',
    '3G基站数（个）',
    '分值合理性',
  ],
  ...['总分包管理', '合计支出准确性', '备用 方案', '“智慧社区”', 'A/B 测试', '自评组织', '注册率'],
  ...[
    '一级响应',
    '得分情况公开',
    '１２３４５热线',
    '𠮷田项目',
    '说明书质量',
    '【试点】覆盖',
    "O'Neill 指数",
  ],
];
const CRITERIA = [
  '',
  '明确(5分),不明确(0分)',
  '①一；②二\n③三',
  '合计≥95%得满分',
  '分值 × 50%',
  '"引号"|\t制表',
];

/** Widths by level, drawn one after the other until they are used up: up to 120 leaves. */
export const frameworks: fc.Arbitrary<Framework> = fc
  .record({
    levels: fc.integer({ min: 2, max: 4 }),
    leaves: fc.integer({ min: 1, max: 120 }),
    draws: fc.array(fc.nat(99), { minLength: 600, maxLength: 600 }),
  })
  .map(({ levels, leaves, draws }) => {
    let at = 0;
    const draw = (below: number): number => draws[at++ % draws.length]! % below;
    let left = leaves;
    let number = 0;
    const grow = (depth: number): Indicator => {
      number += 1;
      const blank = { step: 50, explanation: '', children: [] as Indicator[] };
      const node: Indicator = {
        ...blank,
        ...{ id: '', name: `${ODD[draw(ODD.length)]!}${letters(number)}`, points: null },
        criteria: '',
      };
      // A leaf above the last level now and then; the first branch goes all the way down.
      if (depth === levels || (number > levels && draw(7) === 0)) {
        left -= 1;
        return {
          ...node,
          criteria: CRITERIA[draw(CRITERIA.length)]!,
          explanation: draw(3) ? '' : '何谓',
        };
      }
      const children: Indicator[] = [];
      do children.push(grow(depth + 1));
      while (left > 0 && draw(4) > 0);
      return { ...node, children };
    };
    const indicators: Indicator[] = [];
    while (left > 0) indicators.push(grow(1));
    return withPoints({ title: '', indicators }, draws);
  });

/** No digits at the end of a name: "甲1" beside "15" is one number where cells are joined. */
function letters(number: number): string {
  const digits = [...String(number)].map((digit) => '零甲乙丙丁戊己庚辛壬'[Number(digit)]!);
  return digits.join('');
}

/** 100 points in hundredths among the leaves, at least one each; levels declare theirs or nothing. */
function withPoints(framework: Framework, draws: readonly number[]): Framework {
  const count = leavesOf(framework).length;
  const weights = Array.from({ length: count }, (_, index) => 1 + draws[index % draws.length]!);
  const all = weights.reduce((sum, weight) => sum + weight, 0);
  const points = weights.map((weight) => Math.max(1, Math.floor((weight * 9000) / all)));
  points[0]! += 10_000 - points.reduce((sum, each) => sum + each, 0);
  let leaf = 0;
  let level = 0;
  const settle = (node: Indicator): Indicator => {
    if (node.children.length === 0) {
      const id = `i${String(leaf + 1).padStart(2, '0')}`;
      return { ...node, id, points: points[leaf++]! };
    }
    level += 1;
    const id = `g${String(level).padStart(2, '0')}`;
    const declares = draws[level % draws.length]! % 4 > 0;
    const children = node.children.map(settle);
    const worth = leavesOf({ title: '', indicators: children }).reduce(
      (sum, each) => sum + each.points,
      0,
    );
    return { ...node, id, points: declares ? worth : null, children };
  };
  return { ...framework, indicators: framework.indicators.map(settle) };
}

export const styles: fc.Arbitrary<Style> = fc.record({
  weights: fc.constantFrom('names' as const, 'columns' as const),
  merged: fc.constantFrom('merged' as const, 'repeated' as const, 'blank' as const),
  brackets: fc.constantFrom(
    (n: string) => `(${n}分)`,
    (n: string) => `（${n}分）`,
    (n: string) => ` (${n}%)`,
    (n: string) => `（${full(n)}％）`,
    (n: string) => `[分值：${n}]`,
    (n: string) => `\n${n}分`,
  ),
});

/** "１２．５" */
export const full = (text: string): string =>
  text.replaceAll(/[!-~]/g, (c) => String.fromCharCode(c.charCodeAt(0) + 0xfee0));
