import type { GradeBand, Policy } from '../consensus/terms.ts';
import { formatPoints } from '../framework/points.ts';
import type { Leaf } from '../framework/terms.ts';
import { leavesOf } from '../framework/tree.ts';
import { attendanceNotes } from './attendance.ts';
import type { ResultFacts } from './facts.ts';
import { type Language, policyNames, say } from './words.ts';

const lines = {
  policy: {
    zh: '合成规则：{policy}。专家 {experts} 人，交卷 {n} 人（n＝{n}）。{formula}',
    en: 'Consensus policy: {policy}. {experts} experts, {n} cards handed in (n = {n}). {formula}',
  },
  abstained: {
    zh: '弃评：{leaves}；弃评者不计入该指标的 n。',
    en: 'Abstentions: {leaves}; they are not counted in the n of the indicator.',
  },
  otherRule: {
    zh: '评分数不足，改按{policy}合成的指标：{leaves}。',
    en: 'Too few scores, so {policy} was applied to: {leaves}.',
  },
  decided: {
    zh: '定分：{of} 项指标中，{same} 项采用合成值，{other} 项由组长经合议另定。',
    en: 'Decisions: of {of} indicators {same} took the proposed value, {other} were settled otherwise.',
  },
  allProposed: {
    zh: '定分：{of} 项指标均采用合成值。',
    en: 'Decisions: all {of} indicators took the proposed value.',
  },
  unrounded: {
    zh: '各项得分先取整再相加为 {total} 分；不逐项取整时总分为 {unrounded} 分。',
    en: 'The rounded scores add up to {total}; without rounding each of them the total is {unrounded}.',
  },
  legend: { zh: '等级标准：{legend}。', en: 'Grades: {legend}.' },
  dissent: {
    zh: '保留意见 {n} 份，见签字栏。',
    en: 'Dissents: {n}; see the signatures.',
  },
  unsigned: { zh: '未签字：{names}。', en: 'Not signed: {names}.' },
  illustrative: {
    zh: '示例数据：个人评分为演示所拟。',
    en: 'Illustrative: individual scores were made up.',
  },
};

const formulas: Record<Policy, { zh: string; en: string }> = {
  mean: {
    zh: '评价得分＝各专家评分之和÷评分人数，四舍五入到 0.01 分。',
    en: 'Score = sum of the scores ÷ their number, rounded half up to 0.01.',
  },
  'trimmed-per-indicator': {
    zh: '每项指标去掉一个最高分和一个最低分后取平均，四舍五入到 0.01 分。',
    en: 'The mean without one highest and one lowest score, rounded half up to 0.01.',
  },
  'trimmed-totals': {
    zh: '去掉总分最高和最低的专家后取平均，四舍五入到 0.01 分。',
    en: 'The mean without the experts of the highest and lowest total, rounded half up to 0.01.',
  },
  median: {
    zh: '取各专家评分的中位数，四舍五入到 0.01 分。',
    en: 'The middle score, rounded half up to 0.01.',
  },
  unanimous: {
    zh: '各专家评分一致后方可定分。',
    en: 'An indicator is decided once all experts give the same score.',
  },
};

/** '优≥90 良≥80 中≥70 低≥60 差<60'. */
export function legendOf(bands: readonly GradeBand[]): string {
  const last = bands.length - 1;
  return bands
    .map(({ name, min }, index) =>
      index === last && index > 0
        ? `${name}<${formatPoints(bands[index - 1]!.min)}`
        : `${name}≥${formatPoints(min)}`,
    )
    .join(' ');
}

/**
 * How the result came about: its rule and its n, what departs from them, who has not signed. A line
 * for each paragraph; with the grade bands where the table itself does not show them.
 */
export function notesOf(facts: ResultFacts, language: Language, withLegend: boolean): string[] {
  const { setup, tally, bases } = facts;
  const { policy } = setup.rules;
  const leaves = leavesOf(setup.framework);
  const comma = language === 'zh' ? '、' : ', ';
  const line = (key: keyof typeof lines, values: Record<string, string | number> = {}) =>
    say(lines[key], language, values);
  const nameOf = ({ path }: Leaf) => path.at(-1) ?? '';
  const withN = (leaf: Leaf) =>
    say({ zh: '{name}（n＝{n}）', en: '{name} (n = {n})' }, language, {
      name: nameOf(leaf),
      n: bases[leaf.id]?.n ?? 0,
    });

  const abstained = leaves.filter(({ id }) => (bases[id]?.abstained ?? 0) > 0);
  const fallen = leaves.filter(({ id }) => (bases[id]?.rule ?? policy) !== policy);
  const fallback = bases[fallen[0]?.id ?? '']?.rule;
  const same = leaves.filter(({ id }) => bases[id]?.value === tally.decisions[id]?.score).length;
  const unsigned = facts.signers?.filter(({ at }) => at === null) ?? [];
  const dissents = facts.signers?.filter(({ dissent }) => dissent !== '').length ?? 0;

  const paragraphs: (string | false)[][] = [
    [
      line('policy', {
        policy: policyNames[policy][language],
        formula: formulas[policy][language],
        experts: facts.experts,
        n: facts.cards,
      }),
    ],
    ...attendanceNotes(facts, language).map((text) => [text]),
    [abstained.length > 0 && line('abstained', { leaves: abstained.map(withN).join(comma) })],
    [
      fallback !== undefined &&
        line('otherRule', {
          policy: policyNames[fallback][language],
          leaves: fallen.map(nameOf).join(comma),
        }),
    ],
    [
      same === leaves.length
        ? line('allProposed', { of: same })
        : line('decided', { of: leaves.length, same, other: leaves.length - same }),
      withLegend && line('legend', { legend: legendOf(facts.bands) }),
    ],
    [
      tally.unrounded !== null &&
        line('unrounded', {
          total: formatPoints(tally.total),
          unrounded: formatPoints(tally.unrounded),
        }),
    ],
    [
      dissents > 0 && line('dissent', { n: dissents }),
      unsigned.length > 0 &&
        line('unsigned', { names: unsigned.map(({ name }) => name).join(comma) }),
    ],
    [setup.illustrative && line('illustrative')],
  ];
  return paragraphs
    .map((sentences) => sentences.filter(Boolean).join(language === 'zh' ? '' : ' '))
    .filter(Boolean);
}
