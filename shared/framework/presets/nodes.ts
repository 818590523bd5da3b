import { DEFAULT_STEP, type Points } from '../points.ts';
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
