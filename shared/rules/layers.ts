import type { Rule } from './terms.ts';

/**
 * A rule as a person sets it up: one basic rule, and on it what excludes any points and what halves
 * them. `assemble` puts the layers back in the order in which they are evaluated.
 */
export interface Layers {
  /** When the points are halved ("无佐证"), or null. */
  half: string | null;
  /** What gives 0, or null where nothing does. */
  conditions: string[] | null;
  /** Null only with conditions: the maximum unless one is met. */
  base: Rule | null;
}

export function layersOf(rule: Rule): Layers {
  const half = rule.kind === 'half' ? rule.when : null;
  const inner = rule.kind === 'half' ? rule.of : rule;
  if (inner.kind !== 'veto') return { half, conditions: null, base: inner };
  return { half, conditions: inner.conditions, base: inner.otherwise };
}

/** Null where nothing is left of the rule. */
export function assemble({ half, conditions, base }: Layers): Rule | null {
  const inner: Rule | null =
    conditions === null ? base : { kind: 'veto', conditions, otherwise: base };
  if (inner === null || half === null) return inner;
  return { kind: 'half', when: half, of: inner };
}
