import { isConcluded, type PanelState } from '../panel/state.ts';
import type { RankingRow } from './facts.ts';

/** Where a project stands that has no total yet, in the order of the agenda. */
export interface OpenProject {
  panel: string;
  name: string;
}

export interface Ranking {
  rows: RankingRow[];
  open: OpenProject[];
}

/** A project of the agenda with its panel's state. */
export interface Project {
  panel: string;
  state: PanelState;
}

/**
 * [RK1] Concluded totals, the highest first; equal totals share a rank and the next one is skipped
 * (1, 2, 2, 4), in the order of the agenda. [RK2] Whatever has no concluded total is listed as open:
 * a figure that may still change is no place in a ranking.
 */
export function rankingOf(projects: readonly Project[]): Ranking {
  const done = projects.flatMap(({ panel, state }) =>
    isConcluded(state) ? [{ panel, name: nameOfProject(state), ...state.outcome }] : [],
  );
  const open = projects.filter(({ state }) => !isConcluded(state));
  const rows = done
    .map(({ panel, name, total, grade }) => {
      const rank = 1 + done.filter((other) => other.total > total).length;
      return { panel, rank, name, total, grade };
    })
    .sort((one, other) => one.rank - other.rank);
  return { rows, open: open.map(({ panel, state }) => ({ panel, name: nameOfProject(state) })) };
}

export function nameOfProject({ setup }: Pick<PanelState, 'setup'>): string {
  return setup.project.name.trim();
}
