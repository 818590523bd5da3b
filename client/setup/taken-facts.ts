import type { Project } from '../../shared/panel/terms.ts';
import { sameValue } from './same-value.ts';

/** Facts of the project that a step of the framework's editor changes with it, as an import does. [IM12] */
export interface TakenFacts {
  from: Partial<Project>;
  to: Partial<Project>;
}

/** What taking `facts` over changes; null where they are there already. */
export function takeFacts(project: Project, facts: Partial<Project>): TakenFacts | null {
  const fields = (Object.keys(facts) as (keyof Project)[]).filter(
    (field) => !sameValue(project[field], facts[field]),
  );
  if (fields.length === 0) return null;
  return { from: pick(project, fields), to: pick(facts, fields) };
}

export const backwards = ({ from, to }: TakenFacts): TakenFacts => ({ from: to, to: from });

/** The project after the change; a fact that somebody wrote since stays as it was written. */
export function withFacts(project: Project, { from, to }: TakenFacts): Project {
  const fields = (Object.keys(to) as (keyof Project)[]).filter((field) =>
    sameValue(project[field], from[field]),
  );
  return { ...project, ...pick(to, fields) };
}

function pick(from: Partial<Project>, fields: readonly (keyof Project)[]): Partial<Project> {
  return Object.fromEntries(fields.map((field) => [field, from[field]]));
}
