import { DEFAULT_STEP, type Points } from '../points.ts';
import type { Nature, Rule } from '../../rules/terms.ts';
import type { Indicator } from '../terms.ts';

/** On the grid of half a point, which holds every published score of the references. */
export function leaf(
  id: string,
  name: string,
  points: Points,
  criteria: string,
  explanation = '',
): Indicator {
  return { id, name, points, step: DEFAULT_STEP, criteria, explanation, children: [] };
}

export function level(id: string, name: string, points: Points, children: Indicator[]): Indicator {
  return { id, name, points, step: DEFAULT_STEP, criteria: '', explanation: '', children };
}

/** A leaf with its rule, as a secretary confirmed it; objective where a figure alone decides. */
export function ruled(indicator: Indicator, rule: Rule, nature: Nature = 'subjective'): Indicator {
  return { ...indicator, nature, rule };
}

/** Levels from "label points" pairs. */
export function levels(...options: [label: string, points: Points][]): Rule {
  return { kind: 'levels', options: options.map(([label, points]) => ({ label, points })) };
}

/** "酌情扣分": the reasons of the report name what each deduction is. */
export const atDiscretion: Rule = { kind: 'discretionary', usual: null };
