import type { FindingCode } from '../../shared/framework/checks.ts';
import type { RuleProblem } from '../../shared/rules/check-rule.ts';
import { formatPoints } from '../../shared/framework/points.ts';
import { findById } from '../../shared/framework/tree.ts';
import type { SetupFinding } from '../../shared/panel/check-setup.ts';
import type { Setup } from '../../shared/panel/terms.ts';
import { t } from '../i18n/language.svelte.ts';
import { editor } from '../i18n/setup-framework.ts';
import { RULE_PROBLEMS, ruleWords } from '../i18n/setup-rules.ts';
import { FRAMEWORK_FINDINGS, SETUP_FINDINGS, findingWords } from '../i18n/setup-findings.ts';
import { evidenceWords } from '../i18n/evidence.ts';
import { SECTION_WORDS, setup as words } from '../i18n/setup.ts';
import { cellId, type Field } from './columns.ts';

const PROJECT_FIELDS = {
  name: words.projectName,
  department: words.department,
  unit: words.unit,
  period: words.period,
  budget: words.budget,
  spent: words.spent,
} as const;

/** Codes whose figures are hundredths of a point; the others count characters or rows. */
const IN_POINTS: readonly FindingCode[] = [
  'total-off',
  'sum-off',
  'points-invalid',
  'points-off-step',
  'step-invalid',
];

/** What is wrong, as it stands beside the field. */
export function whatIsWrong({ code, finding, field, section }: SetupFinding): string {
  if (code !== 'framework') return t(SETUP_FINDINGS[code], { field: fieldName(section, field) });
  if (!finding) return '';
  if (finding.problem)
    return t(FRAMEWORK_FINDINGS.rule, { what: ruleProblemText(finding.problem) });
  const figure = (value: number | null) => {
    if (value === null) return '';
    return IN_POINTS.includes(finding.code) ? formatPoints(value) : String(value);
  };
  const values = { actual: figure(finding.actual), limit: figure(finding.limit) };
  return t(FRAMEWORK_FINDINGS[finding.code], values);
}

/** What is wrong with a rule: `{part}` and `{item}` count from 1, as a person does. */
export function ruleProblemText({ code, at, item, actual, limit }: RuleProblem): string {
  const figure = (value: number | null) => (value === null ? '' : formatPoints(value));
  const what = t(RULE_PROBLEMS[code], { actual: figure(actual), limit: figure(limit) });
  const where = [
    ...at.map((part) => t(ruleWords.inPart, { n: part + 1 })),
    ...(item === null ? [] : [t(ruleWords.inItem, { n: item + 1 })]),
  ];
  return [...where, what].join('');
}

/** Where and what, as it stands in the list by the start button. */
export function whereAndWhat(finding: SetupFinding, setup: Setup): string {
  return t(findingWords.at, { place: placeOf(finding, setup), what: whatIsWrong(finding) });
}

function placeOf({ section, field }: SetupFinding, setup: Setup): string {
  if (section === 'experts') {
    const index = setup.experts.findIndex(({ seat }) => field.startsWith(`${seat}.`));
    if (index >= 0) return t(findingWords.expertNumber, { n: index + 1 });
  }
  if ((section === 'framework' || section === 'selfAssessment') && field !== '')
    return findById(setup.framework, field)?.name.trim() || t(editor.unnamed);
  if (section === 'evidence')
    return t(evidenceWords.cited, { n: field.slice(0, field.indexOf('.')) });
  return t(SECTION_WORDS[section]);
}

function fieldName(section: SetupFinding['section'], field: string): string {
  if (section === 'project' && field in PROJECT_FIELDS)
    return t(PROJECT_FIELDS[field as keyof typeof PROJECT_FIELDS]);
  return t(section === 'evidence' ? evidenceWords.title : words.name);
}

/** The cell of the editor that a finding is about. */
export function cellOf({ section, finding }: SetupFinding): Field {
  if (section === 'selfAssessment') return 'selfScore';
  switch (finding?.code) {
    case 'sum-off':
    case 'points-missing':
    case 'points-invalid':
    case 'points-off-step':
      return 'points';
    case 'step-invalid':
      return 'step';
    case 'rule':
      return 'rule';
    case 'criteria-too-long':
      return 'criteria';
    case 'explanation-too-long':
      return 'explanation';
    case 'responsible-too-long':
      return 'responsible';
    default:
      return 'name';
  }
}

/** The id of the element that a finding's link leads to. */
export function targetOf(finding: SetupFinding): string {
  const { section, field, code } = finding;
  const whole = finding.finding?.code;
  if (whole === 'title-empty' || whole === 'title-too-long') return 'framework-title';
  if (section === 'framework' || section === 'selfAssessment')
    return field === '' ? 'framework-total' : cellId(field, cellOf(finding));
  if (code === 'no-chair') return 'chair-group';
  if (field === '') return 'experts-group';
  return `${section}-${field.replace('.', '-')}`;
}
