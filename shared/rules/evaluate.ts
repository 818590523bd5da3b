import type { Points } from '../framework/points.ts';
import type { Context } from './context.ts';
import { evaluateComposite } from './kinds/composite.ts';
import { evaluateDiscretionary } from './kinds/discretionary.ts';
import { evaluateHalf } from './kinds/half.ts';
import { evaluateLevels } from './kinds/levels.ts';
import { evaluatePerItem } from './kinds/per-item.ts';
import { evaluateRange } from './kinds/range.ts';
import { evaluateRatio } from './kinds/ratio.ts';
import { evaluateStep } from './kinds/step.ts';
import { evaluateThreshold } from './kinds/threshold.ts';
import { evaluateVeto } from './kinds/veto.ts';
import type { Evaluation, ProjectFacts, Rule, RuleInput } from './terms.ts';
import { gives, said } from './trace.ts';

/**
 * What a rule gives on `points` (the maximum), with the calculation as printed; or what is still to
 * be entered; or what is wrong with it. Null is "nothing entered yet", which a rule on the project's
 * own facts can do with. Exact throughout: the result is a whole number of hundredths in 0…`points`.
 */
export function evaluate(
  rule: Rule,
  input: RuleInput | null,
  points: Points,
  facts: ProjectFacts,
): Evaluation {
  const result = dispatch(rule, input, { points, facts });
  if (!('points' in result)) return result;
  // A rule that was confirmed for other points than these could exceed them: said, never cut off.
  if (result.points > points || result.points < 0)
    return {
      fault: said(
        '评分规则与分值不符，请告知秘书',
        'The rule does not fit the points; tell the secretary',
      ),
    };
  return { points: result.points, trace: [...result.trace, gives(result.points)] };
}

/** The points alone, or null while something is missing or wrong. */
export function computedPoints(
  leaf: { points: Points; rule: Rule | null },
  input: RuleInput | null,
  facts: ProjectFacts,
): Points | null {
  if (leaf.rule === null) return null;
  const result = evaluate(leaf.rule, input, leaf.points, facts);
  return 'points' in result ? result.points : null;
}

function dispatch(rule: Rule, input: RuleInput | null, context: Context): Evaluation {
  switch (rule.kind) {
    case 'levels':
      return evaluateLevels(rule, input);
    case 'range':
      return evaluateRange(rule, input);
    case 'step':
      return evaluateStep(rule, input, context);
    case 'per-item':
      return evaluatePerItem(rule, input, context);
    case 'threshold':
      return evaluateThreshold(rule, input, context);
    case 'ratio':
      return evaluateRatio(rule, input, context);
    case 'discretionary':
      return evaluateDiscretionary(input, context);
    case 'veto':
      return evaluateVeto(rule, input, context, dispatch);
    case 'half':
      return evaluateHalf(rule, input, context, dispatch);
    case 'composite':
      return evaluateComposite(rule, input, context, dispatch);
  }
}
