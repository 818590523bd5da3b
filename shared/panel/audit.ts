import { bandsOf, gradeOf } from '../consensus/grades.ts';
import { checkFramework } from '../framework/checks.ts';
import { formatPoints, type Points } from '../framework/points.ts';
import type { Framework, Leaf } from '../framework/terms.ts';
import { leavesOf, walk } from '../framework/tree.ts';
import { checkWording, headedBy, namedIn, type Wording } from '../framework/wording.ts';
import { deductedInText } from '../scorecard/deduction-text.ts';
import type { Written } from './analysis.ts';
import { type AuditFinding, finding, type Settled } from './audit-terms.ts';
import { auditWritten } from './audit-written.ts';
import { evidenceOn } from './evidence.ts';
import type { Setup } from './terms.ts';

const TEXTS = {
  material: {
    zh: '自评说明或佐证材料',
    en: 'The self-assessment or the evidence names',
  },
  criteria: { zh: '评分标准', en: 'The criteria name' },
  explanation: { zh: '指标解释', en: 'The explanation names' },
  reason: { zh: '定分理由', en: 'The reason names' },
};

type Audited = Pick<Setup, 'framework' | 'selfAssessment' | 'evidence'>;

/**
 * [CY1] Does what the secretary prepared agree with itself: points at every level, one name for one
 * thing wherever it is printed, formulas that can give the points?
 */
export function auditSetup({ framework, selfAssessment, evidence }: Audited): AuditFinding[] {
  const sums = checkFramework(framework).flatMap(({ code, indicator, actual, limit }) => {
    if ((code !== 'sum-off' && code !== 'total-off') || actual === null || limit === null)
      return [];
    const [zh, en] =
      code === 'sum-off'
        ? [
            `标明 ${formatPoints(actual)} 分，下级合计 ${formatPoints(limit)} 分。`,
            `Declared ${formatPoints(actual)}, but its parts add up to ${formatPoints(limit)}.`,
          ]
        : [
            `各项分值合计 ${formatPoints(actual)} 分，应为 ${formatPoints(limit)} 分。`,
            `The points add up to ${formatPoints(actual)}; they must be ${formatPoints(limit)}.`,
          ];
    return [finding('points-differ', 'error', indicator, zh, en)];
  });
  const texts = leavesOf(framework).flatMap(({ id, path }) => {
    const own = path.at(-1)!.trim();
    return [
      selfAssessment[id]?.reason ?? '',
      ...evidenceOn(evidence, id).map(({ title }) => title),
    ].flatMap((text) => {
      const said = namedIn(text, own, framework);
      return said
        ? [
            {
              code: 'names-another' as const,
              indicator: id,
              name: own,
              said,
              in: 'material' as const,
            },
          ]
        : [];
    });
  });
  return [...sums, ...[...checkWording(framework), ...texts].map(inWords)];
}

/**
 * [CY2] Does the result agree with itself: the scores add up at every level and to the total, the
 * grade is that of the total, what reasons say was deducted is what was, and no deduction is without
 * a reason?
 */
export function auditResult(
  setup: Pick<Setup, 'framework' | 'rules'>,
  settled: Settled,
): AuditFinding[] {
  return [
    ...sumsIn(setup, settled),
    ...leavesOf(setup.framework).flatMap((leaf) => deductionOn(leaf, settled)),
    ...leavesOf(setup.framework).flatMap((leaf) => namedInReason(leaf, setup.framework, settled)),
  ];
}

/**
 * All of it, in the order in which it is read: errors first, then as printed. `written`: what stands
 * in place of drafts of the analysis.
 */
export function audit(
  setup: Audited & Pick<Setup, 'rules'>,
  settled: Settled,
  written: Written = {},
): AuditFinding[] {
  const found = [
    ...auditResult(setup, settled),
    ...auditSetup(setup),
    ...auditWritten(setup, settled, written),
  ];
  const order = new Map(walk(setup.framework).map(({ indicator: { id } }, at) => [id, at]));
  const rank = ({ severity, indicator }: AuditFinding) =>
    (severity === 'error' ? 0 : 10_000) +
    (indicator === null ? 0 : 1 + (order.get(indicator) ?? 0));
  return found.sort((a, b) => rank(a) - rank(b));
}

function sumsIn({ framework, rules }: Pick<Setup, 'framework' | 'rules'>, settled: Settled) {
  const { decisions, levels, total, grade } = settled;
  const found: AuditFinding[] = [];
  const scoreOf = (id: string) => decisions[id]?.score ?? 0;
  for (const { indicator } of walk(framework)) {
    const said = levels[indicator.id];
    const sum = leavesOf({ title: '', indicators: [indicator] }).reduce(
      (all, { id }) => all + scoreOf(id),
      0,
    );
    if (said && said.score !== sum) found.push(sumDiffers(indicator.id, said.score, sum));
  }
  const sum = leavesOf(framework).reduce((all, { id }) => all + scoreOf(id), 0);
  if (sum !== total) found.push(sumDiffers(null, total, sum));
  const band = gradeOf(sum, bandsOf(rules.grades)).name;
  if (grade !== null && grade !== band) {
    const zh = `等级写作“${grade}”，而 ${formatPoints(sum)} 分应为“${band}”。`;
    const en = `The grade is given as ${grade}, but ${formatPoints(sum)} points are ${band}.`;
    found.push(finding('grade-differs', 'error', null, zh, en));
  }
  return found;
}

function sumDiffers(indicator: string | null, said: Points, sum: Points): AuditFinding {
  const [a, b] = [formatPoints(said), formatPoints(sum)];
  const zh = `得分记为 ${a} 分，各项相加为 ${b} 分。`;
  const en = `The score is given as ${a}, but its parts add up to ${b}.`;
  return finding('sum-differs', 'error', indicator, zh, en);
}

function deductionOn({ id, points }: Leaf, { decisions }: Settled): AuditFinding[] {
  const decision = decisions[id];
  if (!decision) return [];
  const deducted = points - decision.score;
  const amount = formatPoints(deducted);
  if (decision.reason.trim() === '') {
    if (deducted <= 0) return [];
    const zh = `扣了 ${amount} 分，但没有写理由。`;
    const en = `${amount} deducted without a reason.`;
    return [finding('reason-missing', 'warning', id, zh, en)];
  }
  const said = deductedInText(decision.reason);
  if (said === null || said === deducted) return [];
  const zh = `理由中写明扣 ${formatPoints(said)} 分，实际扣 ${amount} 分。`;
  const en = `The reason says ${formatPoints(said)} deducted; in fact it is ${amount}.`;
  return [finding('deduction-differs', 'warning', id, zh, en)];
}

/** A reason headed by another indicator may belong there. */
function namedInReason({ id, path }: Leaf, framework: Framework, { decisions }: Settled) {
  const name = path.at(-1)!.trim();
  const said = headedBy(decisions[id]?.reason ?? '', name, framework);
  return said ? [inWords({ code: 'names-another', indicator: id, name, said, in: 'reason' })] : [];
}

function inWords(wording: Wording): AuditFinding {
  const { code, indicator, said } = wording;
  const cell: AuditFinding['cell'] =
    code === 'formula-off' || ('in' in wording && wording.in === 'criteria') ? 'criteria' : 'name';
  const both = (zh: string, en: string): AuditFinding => ({
    ...finding(code, 'warning', indicator, zh, en),
    cell,
  });
  switch (code) {
    case 'named-otherwise':
      return both(
        `${wording.in === 'criteria' ? '评分标准' : '指标解释'}称它为“${said}”，指标名称是“${wording.name}”。请核对是否为同一指标，并统一名称。`,
        `${wording.in === 'criteria' ? 'The criteria call' : 'The explanation calls'} it “${said}”, the indicator is “${wording.name}”. Are they the same? Use one name.`,
      );
    case 'names-another':
      return both(
        `${TEXTS[wording.in].zh}写的是“${said}”，而这里是“${wording.name}”。请核对是否放错了指标。`,
        `${TEXTS[wording.in].en} “${said}”, but this is “${wording.name}”. Is it in the right place?`,
      );
    case 'name-elsewhere':
      return both(
        `与“${said}”同名，打印出来难以区分。请核对。`,
        `It has the same name as “${said}”; on paper they can't be told apart.`,
      );
    case 'formula-off': {
      const [gives, points] = [formatPoints(wording.gives), formatPoints(wording.points)];
      return both(
        `按“${said}”计算，全部完成时得 ${gives} 分，而本指标为 ${points} 分。请核对算式。`,
        `By “${said}” everything fulfilled gives ${gives}, but the indicator has ${points} points. Check the formula.`,
      );
    }
  }
}
