import type { Points } from '../framework/points.ts';
import type { Rule, RuleKind } from './terms.ts';

/** The kinds that a person chooses between; veto and half are layers on one of them. */
export const BASIC_KINDS = [
  'levels',
  'range',
  'step',
  'per-item',
  'threshold',
  'ratio',
  'discretionary',
  'composite',
] as const satisfies readonly RuleKind[];
export type BasicKind = (typeof BASIC_KINDS)[number];

const measure = { name: '预算执行率', part: '支付额', whole: '预算额', of: 'project' } as const;

/** A rule of a kind to start from, with figures that are usual, for an indicator worth `points`. */
export function blankRule(kind: BasicKind, points: Points): Rule {
  switch (kind) {
    case 'levels':
      return {
        kind,
        options: [
          { label: '符合', points },
          { label: '不符合', points: 0 },
        ],
      };
    case 'range':
      return {
        kind,
        options: [
          { label: '符合', least: points, most: points },
          { label: '不完全符合', least: 0, most: points },
        ],
      };
    case 'step': {
      const each = Math.min(1_00, points);
      const steps = { from: 95_00, every: 10_00, each, rounding: 'ceil', most: points } as const;
      return { kind, measure, side: 'below', ...steps };
    }
    case 'per-item':
      return { kind, count: 2, each: Math.floor(points / 2) };
    case 'threshold':
      return {
        kind,
        measure: { name: '满意度', part: '满意的人数', whole: '受调查的人数', of: 'count' },
        rows: [{ least: 90_00, points }],
        below: 0,
      };
    case 'ratio':
      return { kind, measure };
    case 'discretionary':
      return { kind, usual: null };
    case 'composite': {
      const half = Math.floor(points / 200) * 100;
      const rule: Rule = { kind: 'discretionary', usual: null };
      return {
        kind,
        parts: [
          { label: '第一部分', points: points - half, rule },
          { label: '第二部分', points: half, rule },
        ],
      };
    }
  }
}
