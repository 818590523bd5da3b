import type { Points } from '../framework/points.ts';
import type { Leaf } from '../framework/terms.ts';
import { evaluate } from '../rules/evaluate.ts';
import type { Evaluation, ProjectFacts, RuleInput } from '../rules/terms.ts';
import type { Basis } from './basis.ts';
import type { CardLine } from './terms.ts';

/** A leaf as far as its rule needs it. */
export type Ruled = Pick<Leaf, 'points' | 'rule'>;

/**
 * What the indicator's rule makes of what this expert entered; null where it has no rule, or nothing
 * was entered. What the project's own facts would give is no fact of the expert's yet.
 */
export function evaluationOf(
  { rule, points }: Ruled,
  basis: Basis | undefined,
  facts: ProjectFacts,
): Evaluation | null {
  const input = rule && inputOf(rule.kind, basis);
  return rule && input ? evaluate(rule, input, points, facts) : null;
}

/** The points of `evaluationOf`, or null while there are none. */
export function computedOf(
  leaf: Ruled,
  basis: Basis | undefined,
  facts: ProjectFacts,
): Points | null {
  const result = evaluationOf(leaf, basis, facts);
  return result && 'points' in result ? result.points : null;
}

/** Was another score given than the one that the fact entered comes to? */
export function departs(line: CardLine, leaf: Ruled, facts: ProjectFacts): boolean {
  const { mark, basis } = line;
  if (mark === undefined || mark === 'abstained') return false;
  const computed = computedOf(leaf, basis, facts);
  return computed !== null && computed !== mark.score;
}

/** Where deductions are all that the criteria know, the list itself is the fact. */
function inputOf(kind: string, basis: Basis | undefined): RuleInput | null {
  const listed = basis?.deductions?.filter(({ amount }) => amount > 0);
  return kind === 'discretionary' && listed
    ? { kind: 'deductions', deductions: listed }
    : (basis?.input ?? null);
}
