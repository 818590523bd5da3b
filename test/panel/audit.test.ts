import { describe, expect, test } from 'vitest';
import { gradeOf, bandsOf } from '../../shared/consensus/grades.ts';
import { completeSums } from '../../shared/documents/complete-sums.ts';
import { PUBLISHED } from '../../shared/framework/presets/published.ts';
import { findById } from '../../shared/framework/tree.ts';
import type { Settled } from '../../shared/panel/audit-terms.ts';
import { audit, auditResult, auditSetup } from '../../shared/panel/audit.ts';
import { SMALL, smallSetup, Story } from '../kit/panel.ts';
import { type ReferenceId, referenceSetup } from '../kit/reference-panel.ts';

/** What a report published, as it stands there. */
function published(id: ReferenceId): Settled {
  const { results, total, grade } = PUBLISHED[id];
  const { framework } = referenceSetup(id);
  const values = Object.fromEntries(
    Object.entries(results).map(([leaf, { score }]) => [leaf, score]),
  );
  const { scores, points } = completeSums(framework, values);
  const levels = Object.entries(points).map(([level, worth]) => {
    return [level, { score: scores[level]!, points: worth }] as const;
  });
  return { decisions: results, levels: Object.fromEntries(levels), total, grade };
}

const told = (id: ReferenceId) =>
  audit(referenceSetup(id), published(id)).map(({ code, severity, indicator }) => [
    ...[code, severity, findById(referenceSetup(id).framework, indicator ?? '')?.name],
  ]);

describe('the references', () => {
  test('[CY1] Fengshun: the slips of the printed tables, and nothing that keeps it from concluding', () => {
    expect(told('fengshun-2023')).toEqual([
      ['formula-off', 'warning', '资金支出率'],
      ['named-otherwise', 'warning', '完成时效'],
      ['named-otherwise', 'warning', '完成质量'],
      ['named-otherwise', 'warning', '服务对象满意度'],
    ]);
    const [formula, time, , served] = audit(
      referenceSetup('fengshun-2023'),
      published('fengshun-2023'),
    );
    expect(formula!.zh).toContain('支付额/预算额度*100*指标权重');
    expect(formula!.zh).toContain('得 300 分，而本指标为 3 分');
    expect(time!.zh).toContain('“时效指标”，指标名称是“完成时效”');
    expect(served!.zh).toContain('“满意度”，指标名称是“服务对象满意度”');
  });

  test('[CY2] Zhongshan: two deductions without a reason', () => {
    expect(told('zhongshan-2019')).toEqual([
      ['reason-missing', 'warning', '财务制度健全性'],
      ['reason-missing', 'warning', '社会公众或服务对象满意度'],
    ]);
  });
});

describe('what was prepared', () => {
  test('[CY1] points that do not add up are errors, at a level and in the whole', () => {
    const [first, ...rest] = SMALL.indicators;
    const framework = { ...SMALL, indicators: [{ ...first!, points: 70_00 }, ...rest] };
    expect(auditSetup(smallSetup({ framework }))).toEqual([
      expect.objectContaining({ code: 'points-differ', severity: 'error', indicator: 'g1' }),
    ]);
    const short = { ...SMALL, indicators: rest };
    expect(auditSetup(smallSetup({ framework: short }))).toEqual([
      expect.objectContaining({ code: 'points-differ', severity: 'error', indicator: null }),
    ]);
  });

  test('[CY1] a self-assessment that names another indicator', () => {
    const { framework } = referenceSetup('fengshun-2023');
    const self = (reason: string) =>
      auditSetup(
        referenceSetup('fengshun-2023', { selfAssessment: { i01: { score: 4_00, reason } } }),
      ).filter(({ code }) => code === 'names-another');
    expect(self('程序规范性较好')).toEqual([
      expect.objectContaining({ indicator: 'i01', severity: 'warning' }),
    ]);
    expect(self('论证充分性与程序规范性均好')).toEqual([]);
    expect(self('材料齐全')).toEqual([]);
    expect(framework.indicators).toHaveLength(4);
  });

  test('[CY1] one name in two places; a level and its only leaf may share theirs', () => {
    const named = (name: string) => ({
      ...SMALL,
      indicators: SMALL.indicators.map((level) => ({
        ...level,
        children: level.children.map((leaf) => (leaf.id === 'b' ? leaf : { ...leaf, name })),
      })),
    });
    expect(auditSetup(smallSetup({ framework: named('社会效益') }))).toEqual([
      expect.objectContaining({ code: 'name-elsewhere', indicator: 'c' }),
    ]);
    expect(auditSetup(smallSetup({ framework: SMALL }))).toEqual([]);
  });

  test.each([
    ['完成额/计划额*指标分值', 0],
    ['完成额/计划额×100%×分值', 0],
    ['执行率＝支付额/预算额×100', 0],
    ['完成额÷计划额×100×权重', 1],
    ['完成额/计划额*0.5*分值', 1],
  ])('[CY1] the formula %s', (criteria, findings) => {
    const framework = {
      ...SMALL,
      indicators: SMALL.indicators.map((level) => ({
        ...level,
        children: level.children.map((leaf) => (leaf.id === 'a' ? { ...leaf, criteria } : leaf)),
      })),
    };
    expect(auditSetup(smallSetup({ framework }))).toHaveLength(findings);
  });
});

test('[CY3] a panel whose points do not add up is not concluded', () => {
  const story = new Story().does('secretary', { type: 'open-round' }).allScore();
  story.does('e1', { type: 'reveal', without: [] }).decidesAll();
  expect(story.asks('e1', { type: 'conclude' })).toBe('accepted');
  const [first, ...rest] = SMALL.indicators;
  const framework = { ...SMALL, indicators: [{ ...first!, points: 70_00 }, ...rest] };
  story.state = { ...story.state, setup: { ...story.state.setup, framework } };
  expect(story.refusal('e1', { type: 'conclude' })).toEqual({
    ...{ code: 'result-differs', leaves: ['g1'] },
  });
});

describe('what was settled', () => {
  const setup = smallSetup();
  const settled = (change: Partial<Settled> = {}): Settled => ({
    decisions: {
      a: { score: 49_00, reason: '材料不全，扣1分' },
      b: { score: 30_00, reason: '' },
      c: { score: 20_00, reason: '' },
    },
    levels: { g1: { score: 79_00, points: 80_00 }, g2: { score: 20_00, points: 20_00 } },
    ...{ total: 99_00, grade: gradeOf(99_00, bandsOf('guangdong')).name },
    ...change,
  });
  const codes = (change: Partial<Settled>) =>
    auditResult(setup, settled(change)).map(({ code, severity, indicator }) => [
      ...[code, severity, indicator],
    ]);

  test('[CY2] honest figures have no findings', () => {
    expect(codes({})).toEqual([]);
    expect(codes({ grade: null })).toEqual([]);
  });

  test('[CY2] a level, the total or the grade that is not what follows is an error', () => {
    expect(codes({ levels: { g1: { score: 80_00, points: 80_00 } } })).toEqual([
      ['sum-differs', 'error', 'g1'],
    ]);
    expect(codes({ total: 99_50 })).toEqual([['sum-differs', 'error', null]]);
    expect(codes({ grade: '良' })).toEqual([['grade-differs', 'error', null]]);
  });

  test('[CY2] a reason that names another amount, and a deduction without one, are warnings', () => {
    const with_ = (reason: string) =>
      codes({ decisions: { ...settled().decisions, a: { score: 49_00, reason } } });
    expect(with_('材料不全，酌情扣0.5分')).toEqual([['deduction-differs', 'warning', 'a']]);
    expect(with_('甲扣0.5分；乙扣0.5分')).toEqual([]);
    expect(with_('材料不全')).toEqual([]);
    expect(with_(' ')).toEqual([['reason-missing', 'warning', 'a']]);
  });
});
