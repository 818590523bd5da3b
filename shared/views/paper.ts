import { bandsOf } from '../consensus/grades.ts';
import { roleOf } from '../panel/seats.ts';
import type { PanelState } from '../panel/state.ts';
import type { SeatId, Setup } from '../panel/terms.ts';
import type { Paper } from './terms.ts';

/**
 * The paper that a seat works on: tree, criteria, facts, rules. Nobody's score is in it. Before the
 * first round only the secretary and the chair see the draft; the projection never sees people, nor
 * what is handed round as evidence. [VW3]
 */
export function paperFor(panel: string, state: PanelState, seat: SeatId): Paper | null {
  const role = roleOf(state.setup, seat);
  if (role === undefined) return null;
  const { project, framework, selfAssessment, evidence, experts, chair, rules, illustrative } =
    state.setup;
  const complete = role === 'secretary' || role === 'chair' || state.phase !== 'setup';
  const people = role !== 'projection';
  const nobody: Setup['chair'] = { kind: 'separate', name: '', title: '', organisation: '' };
  return {
    panel,
    sitting: state.sitting,
    revision: (state.fences['setup'] ?? 0) + (state.fences['phase'] ?? 0),
    setup: {
      project,
      framework: complete ? framework : { title: framework.title, indicators: [] },
      selfAssessment: complete ? selfAssessment : {},
      evidence: complete && people ? evidence : {},
      experts: people ? experts : [],
      chair: people ? chair : nobody,
      rules,
      illustrative,
    },
    bands: [...bandsOf(rules.grades)],
  };
}
