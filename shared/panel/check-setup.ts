import { checkFramework, type Finding } from '../framework/checks.ts';
import { leavesOf } from '../framework/tree.ts';
import { allEvidence, type EvidenceItem, linkOf } from './evidence.ts';
import { MAX_EXPERTS, MAX_FACT, MIN_EXPERTS, type Section, type Setup } from './terms.ts';

/** What keeps a panel from starting (error) or deserves a look (warning), and beside which field. */
export interface SetupFinding {
  severity: 'error' | 'warning';
  section: Section;
  /** Field inside the section: `name`, `e2.name`, a leaf or level id, or ''. */
  field: string;
  code:
    | 'empty'
    | 'too-long'
    | 'negative'
    | 'too-few-experts'
    | 'too-many-experts'
    | 'same-name'
    | 'no-chair'
    | 'score-out-of-range'
    | 'no-attachment'
    | 'two-attachments'
    | 'not-a-link'
    | 'same-number'
    | 'no-indicator'
    | 'framework';
  /** With code `framework`: what is wrong with the tree. */
  finding?: Finding;
}

const error = (section: Section, field: string, code: SetupFinding['code']): SetupFinding => ({
  severity: 'error',
  section,
  field,
  code,
});

/** All findings in the order of the setup page; the panel starts when none is an error. [PR4] */
export function checkSetup(setup: Setup): SetupFinding[] {
  return [
    ...checkProject(setup),
    ...checkFramework(setup.framework).map((finding): SetupFinding => {
      const { severity, indicator } = finding;
      return { severity, section: 'framework', field: indicator ?? '', code: 'framework', finding };
    }),
    ...checkSelfAssessment(setup),
    ...checkEvidence(setup),
    ...checkExperts(setup),
    ...checkChair(setup),
  ];
}

function checkProject({ project }: Setup): SetupFinding[] {
  const findings: SetupFinding[] = [];
  if (project.name.trim() === '') findings.push(error('project', 'name', 'empty'));
  for (const field of ['name', 'department', 'unit', 'period'] as const)
    if (project[field].length > MAX_FACT) findings.push(error('project', field, 'too-long'));
  for (const field of ['budget', 'spent'] as const)
    if ((project[field] ?? 0) < 0) findings.push(error('project', field, 'negative'));
  return findings;
}

function checkSelfAssessment({ selfAssessment, framework }: Setup): SetupFinding[] {
  const leaves = new Map(leavesOf(framework).map((leaf) => [leaf.id, leaf]));
  return Object.entries(selfAssessment).flatMap(([id, { score }]) => {
    const leaf = leaves.get(id);
    // A deleted leaf keeps its self-assessment until it is printed: undo in the editor brings it back.
    if (!leaf) return [];
    const fits = Number.isInteger(score) && score >= 0 && score <= leaf.points;
    return fits ? [] : [error('selfAssessment', id, 'score-out-of-range')];
  });
}

/**
 * [ED1] Each item has a title, and a link or a file; numbers are unique in the panel. The field is
 * `<number>.<part>`, so that a finding leads to its row wherever that stands.
 */
function checkEvidence({ evidence, framework }: Setup): SetupFinding[] {
  const leaves = new Set(leavesOf(framework).map(({ id }) => id));
  const all = allEvidence(evidence);
  return Object.entries(evidence).flatMap(([leaf, items]) =>
    items.flatMap((item) => {
      const of = (part: string, code: SetupFinding['code']) =>
        error('evidence', `${item.number}.${part}`, code);
      // Evidence of an indicator that was deleted is shown to nobody: worth a look, no hindrance.
      if (!leaves.has(leaf))
        return [{ ...of('title', 'no-indicator'), severity: 'warning' as const }];
      const findings = checkAttachment(item, of);
      if (item.title.trim() === '') findings.push(of('title', 'empty'));
      if (all.filter(({ number }) => number === item.number).length > 1)
        findings.push(of('title', 'same-number'));
      return findings;
    }),
  );
}

function checkAttachment(
  { link, file }: EvidenceItem,
  of: (part: string, code: SetupFinding['code']) => SetupFinding,
): SetupFinding[] {
  const linked = link.trim() !== '';
  if (linked && file) return [of('link', 'two-attachments')];
  if (!linked && !file) return [of('link', 'no-attachment')];
  return linked && linkOf({ link }) === null ? [of('link', 'not-a-link')] : [];
}

function checkExperts({ experts }: Setup): SetupFinding[] {
  const findings: SetupFinding[] = [];
  if (experts.length < MIN_EXPERTS) findings.push(error('experts', '', 'too-few-experts'));
  if (experts.length > MAX_EXPERTS) findings.push(error('experts', '', 'too-many-experts'));
  for (const { seat, name } of experts) {
    if (name.trim() === '') findings.push(error('experts', `${seat}.name`, 'empty'));
    else if (experts.some((other) => other.seat !== seat && other.name.trim() === name.trim()))
      findings.push({ ...error('experts', `${seat}.name`, 'same-name'), severity: 'warning' });
  }
  return findings;
}

function checkChair({ chair, experts }: Setup): SetupFinding[] {
  if (chair.kind === 'separate')
    return chair.name.trim() === '' ? [error('chair', 'name', 'empty')] : [];
  return experts.some(({ seat }) => seat === chair.seat) ? [] : [error('chair', '', 'no-chair')];
}
