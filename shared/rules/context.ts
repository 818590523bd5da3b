import type { Points } from '../framework/points.ts';
import type { Evaluation, ProjectFacts, Rule, RuleInput } from './terms.ts';

/** What a rule is evaluated with: the maximum of its indicator or part, and the project's facts. */
export interface Context {
  points: Points;
  facts: ProjectFacts;
}

/** Given to rules that hold others, so that no kind imports the dispatcher. */
export type Evaluate = (rule: Rule, input: RuleInput | null, context: Context) => Evaluation;
