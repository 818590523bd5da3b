import { formatPoints, parsePoints, type Points } from '../framework/points.ts';
import type { Framework, Leaf } from '../framework/terms.ts';
import { leavesOf, totalPoints } from '../framework/tree.ts';
import { headedBy } from '../framework/wording.ts';
import { amountsInText } from '../scorecard/deduction-text.ts';
import { leafIn, type PartId, type Written } from './analysis.ts';
import { type AuditFinding, finding, type Settled } from './audit-terms.ts';
import type { Setup } from './terms.ts';

type Audited = Pick<Setup, 'framework'>;

/**
 * [CY4] Do the words written in the analysis agree with the result? What a text states in the very
 * form in which the document prints it (points with score, total with score) is an error when it is
 * another number; what can only be guessed from the words is a warning. So is a text that was written
 * on other decisions, or that still has a gap to fill.
 */
export function auditWritten(
  { framework }: Audited,
  settled: Settled,
  written: Written,
): AuditFinding[] {
  const leaves = leavesOf(framework);
  return (Object.keys(written) as PartId[]).flatMap((part) => {
    const { text, changed } = written[part]!;
    const leaf = leaves.find(({ id }) => id === leafIn(part));
    const say = (
      code: AuditFinding['code'],
      zh: string,
      en: string,
      severity: AuditFinding['severity'] = 'warning',
    ) => finding(code, severity, leaf?.id ?? null, zh, en, part);
    return [
      ...statedIn(text, leaf, framework, settled, say),
      ...(leaf ? onLeaf(text, leaf, framework, settled, say) : inList(text, leaves, settled, say)),
      ...outdated(changed, leaves, say),
      ...unfinished(text, say),
    ];
  });
}

type Say = (
  code: AuditFinding['code'],
  zh: string,
  en: string,
  severity?: AuditFinding['severity'],
) => AuditFinding;

const PAIR = /分值\s*([\d.]+)\s*分[，,]\s*得分\s*([\d.]+)\s*分|\(([\d.]+) points, score ([\d.]+)/g;
const WHOLE = /总分\s*([\d.]+)\s*分[，,]\s*评价得分\s*([\d.]+)\s*分/g;
const GRADE = /评价等级[为是]?\s*[“"「]?\s*([优良中低差])/g;

/** Numbers in the forms of the document itself. */
function statedIn(
  text: string,
  leaf: Leaf | undefined,
  framework: Framework,
  { decisions, levels, total, grade }: Settled,
  say: Say,
): AuditFinding[] {
  const own = leaf && decisions[leaf.id];
  const pairs = leaf
    ? own
      ? [{ points: leaf.points, score: own.score }]
      : []
    : [...Object.values(levels), { points: totalPoints(framework), score: total }];
  const differs = (said: string, points: string, score: string, allowed: typeof pairs) =>
    allowed.length === 0 ||
    allowed.some((each) => each.points === parsePoints(points) && each.score === parsePoints(score))
      ? []
      : [
          say(
            'text-differs',
            `文字中写有“${said}”，与定分结果不一致。请改正，或改用草稿。`,
            `The text says “${said}”, which is not the result. Correct it, or take the draft again.`,
            'error',
          ),
        ];
  const whole = [{ points: totalPoints(framework), score: total }];
  const grades = grade === null ? [] : [...text.matchAll(GRADE)];
  return [
    ...[...text.matchAll(PAIR)].flatMap(([said, a, b, c, d]) =>
      differs(said, (a ?? c)!, (b ?? d)!, pairs),
    ),
    ...(grade === null ? [] : [...text.matchAll(WHOLE)]).flatMap(([said, points, score]) =>
      differs(said, points!, score!, whole),
    ),
    ...grades.flatMap(([said, name]) =>
      name === grade
        ? []
        : [
            say(
              'text-differs',
              `文字中写有“${said}”，而评价等级为“${grade}”。`,
              `The text says “${said}”, but the grade is ${grade}.`,
            ),
          ],
    ),
  ];
}

const FULL = /(?:得|为)满分|未扣分/;

/** The paragraph of an indicator: what it says was deducted, and whom it names. */
function onLeaf(
  text: string,
  { id, path, points }: Leaf,
  framework: Framework,
  { decisions }: Settled,
  say: Say,
): AuditFinding[] {
  const decision = decisions[id];
  const found: AuditFinding[] = [];
  const name = path.at(-1)!.trim();
  if (decision) {
    const deducted = points - decision.score;
    const amounts = amountsInText(text);
    if (amounts.length > 0 && !comesTo(amounts, deducted))
      found.push(deductedOtherwise(sumOf(amounts), deducted, say));
    else if (deducted > 0 && FULL.test(text))
      found.push(
        say(
          'text-differs',
          `文字说未扣分，实际扣 ${formatPoints(deducted)} 分。`,
          `The text says that nothing was deducted; in fact ${formatPoints(deducted)} was.`,
        ),
      );
  }
  const other = headedBy(text, name, framework);
  if (other !== null)
    found.push(
      say(
        'names-another',
        `文字写的是“${other}”，而这里是“${name}”。请核对是否放错了指标。`,
        `The text names “${other}”, but this is “${name}”. Is it in the right place?`,
      ),
    );
  return found;
}

/** '（过程：资金使用率、资产管理，扣2分）': the clause that says of which indicators how much. */
const CLAUSE = /[（(][^（）()]*扣[^（）()]*[）)]/g;

/** Problems or suggestions: amounts beside the names of indicators are those of these indicators. */
function inList(
  text: string,
  leaves: readonly Leaf[],
  { decisions }: Settled,
  say: Say,
): AuditFinding[] {
  return [...text.matchAll(CLAUSE)].flatMap(([clause]) => {
    const amounts = amountsInText(clause);
    const named = namedLeaves(clause, leaves);
    if (amounts.length === 0 || named.length === 0) return [];
    if (named.some(({ id }) => !decisions[id])) return [];
    const deducted = sumOf(named.map(({ id, points }) => points - decisions[id]!.score));
    if (comesTo(amounts, deducted)) return [];
    const names = named.map(({ path }) => path.at(-1)).join('、');
    return [
      say(
        'deduction-differs',
        `“${names}”写明扣 ${formatPoints(sumOf(amounts))} 分，实际扣 ${formatPoints(deducted)} 分。`,
        `“${names}” is said to lose ${formatPoints(sumOf(amounts))}; in fact it is ${formatPoints(deducted)}.`,
      ),
    ];
  });
}

/** The leaves named in a clause: of names that contain each other the longest, none of two alike. */
function namedLeaves(clause: string, leaves: readonly Leaf[]): Leaf[] {
  const nameOf = ({ path }: Leaf) => path.at(-1)!.trim();
  let rest = clause;
  const named = new Set<string>();
  for (const name of leaves.map(nameOf).sort((a, b) => b.length - a.length)) {
    if (name === '' || !rest.includes(name)) continue;
    named.add(name);
    rest = rest.replaceAll(name, '\n');
  }
  const found = leaves.filter((leaf) => named.has(nameOf(leaf)));
  return found.length === named.size ? found : [];
}

function outdated(changed: readonly string[], leaves: readonly Leaf[], say: Say): AuditFinding[] {
  if (changed.length === 0) return [];
  const first = leaves.find(({ id }) => changed.includes(id))?.path.at(-1) ?? '';
  const [zh, en] =
    changed.length === 1
      ? [`“${first}”`, `on “${first}”`]
      : [
          `“${first}”等 ${changed.length} 项指标`,
          `on “${first}” and others, ${changed.length} in all,`,
        ];
  return [
    say(
      'text-outdated',
      `文字写成后，${zh}的定分有改动。请核对文字，或改用新的草稿。`,
      `After this was written, the decision ${en} changed. Check the text, or take the new draft.`,
    ),
  ];
}

function unfinished(text: string, say: Say): AuditFinding[] {
  if (!/＿{2,}|_{3,}/.test(text)) return [];
  const zh = '文字中还有没填写的“＿＿＿＿”。';
  return [say('text-unfinished', zh, 'There is still a gap “____” to fill in the text.')];
}

function deductedOtherwise(said: Points, deducted: Points, say: Say): AuditFinding {
  const [a, b] = [formatPoints(said), formatPoints(deducted)];
  const zh = `文字中写明扣 ${a} 分，实际扣 ${b} 分。`;
  return say('deduction-differs', zh, `The text says ${a} deducted; in fact it is ${b}.`);
}

const sumOf = (amounts: readonly Points[]): Points => amounts.reduce((sum, each) => sum + each, 0);

/** All together, or one sum with its parts: '共扣2分：账目扣1.5分，归档扣0.5分'. */
const comesTo = (amounts: readonly Points[], deducted: Points): boolean =>
  sumOf(amounts) === deducted || (amounts.includes(deducted) && sumOf(amounts) === 2 * deducted);
