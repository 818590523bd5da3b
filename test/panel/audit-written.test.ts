import { describe, expect, test } from 'vitest';
import { draftOf } from '../../shared/documents/drafts.ts';
import { leavesOf } from '../../shared/framework/tree.ts';
import { LISTS, partOf, type PartId } from '../../shared/panel/analysis.ts';
import { auditResult, auditSetup } from '../../shared/panel/audit.ts';
import type { Settled } from '../../shared/panel/audit-terms.ts';
import { auditWritten } from '../../shared/panel/audit-written.ts';
import { SMALL, smallSetup, Story } from '../kit/panel.ts';
import { factsOf } from '../kit/print.ts';
import { sealedReference } from '../kit/reference-panel.ts';

/** 论证充分性 loses 10 of 50, 程序规范性 5 of 30, 完成质量 nothing. */
const NAMES: Record<string, string> = { a: '论证充分性', b: '程序规范性', c: '完成质量率' };
const framework = {
  ...SMALL,
  indicators: SMALL.indicators.map((level) => ({
    ...level,
    children: level.children.map((leaf) => ({ ...leaf, name: NAMES[leaf.id]! })),
  })),
};
const settled: Settled = {
  decisions: {
    a: { score: 40_00, reason: '材料不全' },
    b: { score: 25_00, reason: '程序倒置' },
    c: { score: 20_00, reason: '' },
  },
  levels: { g1: { score: 65_00, points: 80_00 }, g2: { score: 20_00, points: 20_00 } },
  ...{ total: 85_00, grade: '良' },
};
const codes = (part: PartId, text: string, changed: string[] = []) =>
  auditWritten({ framework }, settled, { [part]: { text, changed } }).map((found) => {
    expect(found.part).toBe(part);
    return [found.code, found.severity];
  });

describe('[CY4] the words of the analysis agree with the result', () => {
  test.each<[string, string[][]]>([
    ['材料不全，扣10分。', []],
    ['共扣10分：其中材料扣6分，签字扣4分。', []],
    ['材料扣6分，签字扣4分。', []],
    ['材料不全。', []],
    ['材料不全，扣8分。', [['deduction-differs', 'warning']]],
    ['材料齐全，得满分。', [['text-differs', 'warning']]],
    ['论证充分性。（分值50分，得分40分）材料不全。', []],
    ['（分值50分，得分45分）', [['text-differs', 'error']]],
    ['程序规范性：先实施后立项。', [['names-another', 'warning']]],
    ['与程序规范性相比，材料不全。', []],
    ['材料不全，建议＿＿＿＿。', [['text-unfinished', 'warning']]],
  ])('a paragraph: %s', (text, findings) => {
    expect(codes('leaf:a', text)).toEqual(findings);
  });

  test.each<[string, string[][]]>([
    ['1. 材料不全（指标g1：论证充分性，扣10分）。', []],
    ['1. 管理薄弱（论证充分性、程序规范性，扣15分）。', []],
    ['1. 管理薄弱（论证充分性、程序规范性，扣10分）。', [['deduction-differs', 'warning']]],
    ['1. 材料不全（论证充分性，扣8分）。', [['deduction-differs', 'warning']]],
    ['1. 上年度同类问题扣3分。', []],
    ['总分100分，评价得分85分，评价等级为“良”。', []],
    ['总分100分，评价得分90分。', [['text-differs', 'error']]],
    ['评价等级为“优”。', [['text-differs', 'warning']]],
    ['指标g1（分值80分，得分65分，得分率81.25%）偏低。', []],
    ['指标g1（分值80分，得分70分）偏低。', [['text-differs', 'error']]],
  ])('a list: %s', (text, findings) => {
    for (const part of LISTS) expect(codes(part, text)).toEqual(findings);
  });

  test('a text written on other decisions is named with them', () => {
    const [found] = auditWritten({ framework }, settled, {
      problems: { text: '材料不全。', changed: ['b', 'c'] },
    });
    expect(found).toMatchObject({ code: 'text-outdated', severity: 'warning', indicator: null });
    expect(found!.zh).toContain('“程序规范性”等 2 项指标');
  });

  test.each(['zhongshan-2019', 'fengshun-2023'] as const)(
    'a draft of %s contradicts nothing, but for the gaps that it leaves',
    (id) => {
      const facts = factsOf(sealedReference(id));
      const parts = [...LISTS, ...leavesOf(facts.setup.framework).map((leaf) => partOf(leaf.id))];
      for (const language of ['zh', 'en'] as const) {
        const drafts = parts.map((part) => [part, draftOf(part, facts, language)] as const);
        const written = Object.fromEntries(
          drafts.map(([part, text]) => [part, { text, changed: [] }]),
        );
        expect(
          auditWritten(facts.setup, facts.tally, written).map(({ code, part }) => [code, part]),
        ).toEqual([['text-unfinished', 'suggestions']]);
      }
    },
  );

  test('a stated number that is another one keeps the panel from concluding', () => {
    const story = new Story()
      .does('secretary', { type: 'open-round' })
      .allScore()
      .does('e1', { type: 'reveal', without: [] })
      .decidesAll();
    const write = (text: string, base: number) =>
      story.does('secretary', { type: 'write-analysis', part: 'leaf:a', text, base, answers: 1 });
    write('（分值50分，得分11分）', 0);
    expect(story.refusal('e1', { type: 'conclude' })).toEqual({
      ...{ code: 'result-differs', leaves: ['a'] },
    });
    write('（分值50分，得分10分），扣30分', 1);
    expect(story.asks('e1', { type: 'conclude' })).toBe('accepted');
  });
});

describe('[CY1] [CY2] texts in the row of another indicator', () => {
  const worded = (change: { criteria?: string; explanation?: string }) =>
    auditSetup(
      smallSetup({
        framework: {
          ...framework,
          indicators: framework.indicators.map((level) => ({
            ...level,
            children: level.children.map((leaf) =>
              leaf.id === 'a' ? { ...leaf, ...change } : leaf,
            ),
          })),
        },
      }),
    ).map(({ code, indicator, cell }) => [code, indicator, cell]);

  test.each<[{ criteria?: string; explanation?: string }, string[][]]>([
    [{ criteria: '程序规范性：符合程序得满分。' }, [['names-another', 'a', 'criteria']]],
    [{ criteria: '（1）【完成质量率】：达标得满分。' }, [['names-another', 'a', 'criteria']]],
    [{ explanation: '程序规范性：是否按程序。' }, [['names-another', 'a', 'name']]],
    [{ explanation: '论证指标：是否论证。' }, [['named-otherwise', 'a', 'name']]],
    [{ criteria: '论证充分性、程序规范性：均好得满分。' }, []],
    [{ criteria: '参照程序规范性的要求评分。' }, []],
    [{ explanation: '论证充分性：是否论证。' }, []],
  ])('%j', (change, findings) => {
    expect(worded(change)).toEqual(findings);
  });

  test('a reason headed by another indicator; one that speaks of it is nothing unusual', () => {
    const on = (reason: string) =>
      auditResult(smallSetup({ framework }), {
        ...settled,
        decisions: { ...settled.decisions, a: { score: 40_00, reason } },
      }).map(({ code, indicator }) => [code, indicator]);
    expect(on('程序规范性：先实施后立项')).toEqual([['names-another', 'a']]);
    expect(on('材料不全，程序规范性亦受影响')).toEqual([]);
  });
});
