import { describe, expect, test } from 'vitest';
import { analysisBlocks } from '../../shared/documents/analysis.ts';
import { draftOf } from '../../shared/documents/drafts.ts';
import {
  deductedInText,
  deductionSentence,
  problemIn,
} from '../../shared/scorecard/deduction-text.ts';
import { chineseNumber, headingNumber } from '../../shared/documents/numbering.ts';
import { factsOf } from '../kit/print.ts';
import { type ReferenceId, sealedReference, UNPUBLISHED_REASON } from '../kit/reference-panel.ts';

function linesOf(id: ReferenceId, language: 'zh' | 'en' = 'zh') {
  const blocks = analysisBlocks(factsOf(sealedReference(id)), language);
  return blocks.map((block) => {
    if (block.kind !== 'heading' && block.kind !== 'paragraph') throw new Error(block.kind);
    const mark = block.kind === 'heading' ? '#'.repeat(block.level) : block.style;
    return `${mark} ${block.text}`;
  });
}

describe('the analysis of a reference', () => {
  test('[AN1] headings by level, a paragraph an indicator, as the reports write them', () => {
    const lines = linesOf('fengshun-2023');
    expect(lines.slice(0, 8)).toEqual([
      '# 一、指标得分分析',
      'body 评审组对2023年度县级社区矫正经费项目的 20 项指标逐项评议并定分，总分100分，评价得分93.5分，评价等级为“优”。其中：决策得分13分（分值15分，得分率86.67%）；管理得分23.5分（分值25分，得分率94%）；产出得分28.5分（分值30分，得分率95%）；效益得分28.5分（分值30分，得分率95%）。',
      '## （一）决策（分值15分，得分13分，得分率86.67%）',
      '### 1. 项目立项（分值12分，得分10分，得分率83.33%）',
      '#### （1）论证决策（分值4分，得分4分，得分率100%）',
      'body 论证充分性。（分值4分，得分4分）得满分，未扣分。',
      '#### （2）目标设置（分值6分，得分4.5分，得分率75%）',
      'body 完整性。（分值2分，得分1.5分）绩效指标未见设置成本指标、满意度指标，酌情扣0.5分。',
    ]);
    expect(lines.filter((line) => line.startsWith('body'))).toHaveLength(1 + 20);
  });

  test('[AN2] a reason that names no amount is given it; a full score with a reason keeps it', () => {
    const lines = linesOf('zhongshan-2019');
    expect(lines).toContain('body 预算编制准确性。（分值5分，得分5分）无调整。得满分，未扣分。');
    expect(lines).toContain('body 资金使用效率性。（分值5分，得分1分）预算执行率64%，扣4分。');
    expect(lines).toContain('body 经济效益。（分值5分，得分2.5分）无佐证,按50%计分，扣2.5分。');
  });

  test('[AN3] problems and suggestions are a draft from the deductions, one problem said once', () => {
    const lines = linesOf('zhongshan-2019');
    const drafts = lines.filter((line) => line.startsWith('draft'));
    expect(lines).toContain('# 二、主要问题（草稿）');
    expect(lines).toContain('# 三、意见建议（草稿）');
    expect(drafts).toContain(
      'draft 6. 无佐证,按50%计分（项目绩效：经济效益、社会效益、生态效益、可持续影响，扣10分）。',
    );
    expect(drafts.at(-1)).toBe(
      `draft 3. 项目绩效方面：针对“无佐证,按50%计分”、“${UNPUBLISHED_REASON}”，建议＿＿＿＿（请写明整改措施、责任单位和完成时限）。`,
    );
    expect(lines.filter((line) => line.startsWith('small')).at(0)).toContain('不是评审组的结论');
  });

  test('[AN3] a suggestion quotes the beginning of a long problem, which stands whole above it', () => {
    const reason = '𠮷'.repeat(61);
    const { setup, tally } = factsOf(sealedReference('zhongshan-2019'));
    const [leaf] = Object.entries(tally.decisions).find(([, { score }]) => score === 0)!;
    const decisions = { ...tally.decisions, [leaf]: { score: 0, reason } };
    const long = { setup, tally: { ...tally, decisions } };
    expect(draftOf('problems', long, 'zh')).toContain(reason);
    expect(draftOf('suggestions', long, 'zh')).toContain(`“${'𠮷'.repeat(60)}……”`);
    expect(draftOf('suggestions', long, 'en')).toContain(`“${'𠮷'.repeat(60)}…”`);
  });

  test('[AN1] in English numbers are the same; reasons stay as written', () => {
    const lines = linesOf('fengshun-2023', 'en');
    expect(lines[2]).toBe('## A. 决策 (15 points, score 13, 86.67%)');
    expect(lines).toContain(
      'body 完整性. (2 points, score 1.5) 绩效指标未见设置成本指标、满意度指标，酌情扣0.5分.',
    );
  });
});

describe('words about deductions', () => {
  test.each([
    ['酌情扣0.5分', 50],
    ['账目不清，扣1分；未归档，酌情扣 0.25 分', 125],
    ['每下降10%扣减2分', 200],
    ['无佐证,按50%计分', null],
    ['', null],
  ])('[AN2] %s', (reason, deducted) => {
    expect(deductedInText(reason)).toBe(deducted);
  });

  test('[AN2] amounts that do not add up to the deduction get their sum', () => {
    expect(deductionSentence('账目不清，扣1分；未归档，扣0.5分。', 150, 'zh')).toBe(
      '账目不清，扣1分；未归档，扣0.5分。',
    );
    expect(deductionSentence('账目不清，扣1分', 200, 'zh')).toBe('账目不清，扣1分，合计扣2分。');
    expect(deductionSentence(' ', 200, 'zh')).toBe('扣2分。');
  });

  test('[AN3] the problem is the reason without its amounts', () => {
    expect(problemIn('未见制定专项资金管理办法，酌情扣0.5分')).toBe('未见制定专项资金管理办法');
    expect(problemIn('账目不清，扣1分；未归档，扣0.5分。')).toBe('账目不清；未归档');
    expect(problemIn('扣1分')).toBe('');
  });

  test('[AN1] headings are numbered as official documents number them', () => {
    expect([1, 10, 12, 20, 21, 99].map(chineseNumber)).toEqual([
      ...['一', '十', '十二', '二十', '二十一', '九十九'],
    ]);
    expect([1, 2, 3, 4].map((level) => headingNumber(level, 2, 'zh'))).toEqual([
      ...['二、', '（二）', '2. ', '（2）'],
    ]);
    expect([1, 2, 3, 4].map((level) => headingNumber(level, 2, 'en'))).toEqual([
      ...['2. ', 'B. ', '(2) ', '(b) '],
    ]);
  });
});
