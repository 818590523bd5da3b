import type { SetupFinding } from '../../shared/panel/check-setup.ts';
import type { Section } from '../../shared/panel/terms.ts';
import type { Text } from '../i18n/language.svelte.ts';
import { setup as words } from '../i18n/setup.ts';

export interface Step {
  id: string;
  title: Text;
  /** The parts of the setup that it edits. */
  sections: readonly Section[];
}

/** The order of a real preparation. */
export const STEPS = [
  { id: 'step-project', title: words.project, sections: ['project'] },
  { id: 'step-framework', title: words.framework, sections: ['framework', 'selfAssessment'] },
  { id: 'step-evidence', title: words.evidence, sections: ['evidence'] },
  { id: 'step-people', title: words.people, sections: ['experts', 'chair'] },
  { id: 'step-rules', title: words.rules, sections: ['rules'] },
  { id: 'step-invite', title: words.invite, sections: [] },
] as const satisfies readonly Step[];

export const isError = ({ severity }: SetupFinding): boolean => severity === 'error';

/** What keeps the panel from starting in one step. */
export function errorsIn({ sections }: Step, findings: readonly SetupFinding[]): SetupFinding[] {
  return findings.filter((finding) => isError(finding) && sections.includes(finding.section));
}
