import { projectionRules } from '../../shared/panel/setup.ts';
import type { Rules } from '../../shared/panel/terms.ts';
import type { ChairView, ProjectionView, SecretaryView } from '../../shared/views/terms.ts';
import { unsigned } from '../../shared/views/unsigned.ts';

/**
 * What the wall is sent, from what a console was sent: the preview draws from it, so it shows no name
 * and no reason that the wall doesn't.
 */
export function asProjection(view: ChairView | SecretaryView, rules: Rules): ProjectionView {
  const { reasons } = projectionRules(rules);
  const { version, phase, round, roundOpenedAt, timing, experts, handedIn, joined } = view;
  const { tally, outcome, seal, discussing, stage, rounds, roundLeaves } = view;
  return {
    ...{ role: 'projection', seat: 'projection', version, phase, round, roundOpenedAt, timing },
    ...{ experts, handedIn, joined, tally, outcome, seal, discussing, stage, rounds, roundLeaves },
    movements: view.movements.map((movement) => ({
      ...movement,
      shifts: movement.shifts.map((shift) => ({ ...shift, who: null })),
    })),
    spreads:
      view.spreads?.map(
        ({ leaf, round, cards, n, abstained, values, range, flag, value, rule, named }) => ({
          ...{ leaf, round, cards, n, abstained, values, range, flag, value, rule },
          reasons: reasons ? unsigned(named) : [],
        }),
      ) ?? null,
  };
}
