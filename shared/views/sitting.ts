import { nameOf, expertSeats, roleOf, seatsOf } from '../panel/seats.ts';
import { isConcluded, type PanelState } from '../panel/state.ts';
import type { Phase, Role, SeatId } from '../panel/terms.ts';
import type { Points } from '../framework/points.ts';
import type { Panels } from '../sitting/decide.ts';
import { nameOfProject, rankingOf, type Ranking } from '../sitting/ranking.ts';
import { currentOf, type SittingState } from '../sitting/state.ts';
import type { SittingSetup } from '../sitting/terms.ts';
import { versionOf } from './version.ts';

/** A project on the agenda as everybody in the room may know it: counts, and what was concluded. */
export interface ProjectView {
  panel: string;
  name: string;
  phase: Phase;
  experts: number;
  handedIn: number;
  /** null before the conclusion. */
  outcome: { total: Points; grade: string } | null;
}

/** What a seat is sent of its sitting. Everything about a project itself comes from its panel. */
export interface SittingView {
  sitting: string;
  role: Role;
  seat: SeatId;
  /** Rises with whatever this reader may know of; an older view is dropped. */
  version: number;
  title: string;
  agenda: ProjectView[];
  /** The project that the room is at; null while the agenda is empty. */
  current: string | null;
  experts: number;
  joined: number;
  /** Does the sitting end with a ranking, and does the projection show it now? */
  ranking: { wanted: boolean; shown: boolean };
  /** Chair and secretary always, the projection while it is shown; null where none is wanted. */
  table: Ranking | null;
  /** For the secretary; null for everybody else. */
  desk: SittingDesk | null;
}

/** What the secretary prepares. */
export interface SittingDesk {
  setup: SittingSetup;
  /** Sent back as `base`. */
  revision: number;
  agendaRevision: number;
  /** Projects that were set aside and can be put back. */
  aside: { panel: string; name: string }[];
  arrived: { seat: SeatId; name: string; joined: boolean }[];
}

/**
 * The only way from a sitting to something that leaves the server. Built from its own log and from
 * the phases and counts of its panels, never from a card: before a reveal it says no more than the
 * panel's own view. [VW4] A seat that the sitting doesn't have is shown nothing.
 */
export function sittingViewFor(
  sitting: string,
  state: SittingState,
  panels: Panels,
  seat: SeatId,
): SittingView | null {
  const role = roleOf(state.setup, seat);
  if (role === undefined) return null;
  const projects = state.agenda.flatMap((panel) => {
    const project = panels.get(panel);
    return project ? [{ panel, state: project }] : [];
  });
  const leads = role === 'chair' || role === 'secretary';
  const seesTable =
    state.ranking.wanted && (leads || (role === 'projection' && state.ranking.shown));
  const experts = expertSeats(state.setup);
  return {
    sitting,
    role,
    seat,
    version: sittingVersion(state, panels),
    title: state.title,
    agenda: projects.map(({ panel, state: project }) => projectView(panel, project)),
    current: currentOf(state),
    experts: experts.length,
    joined: state.joined.filter((joined) => experts.includes(joined)).length,
    ranking: { wanted: state.ranking.wanted, shown: state.ranking.shown },
    table: seesTable ? rankingOf(projects) : null,
    desk: role === 'secretary' ? deskOf(state, panels) : null,
  };
}

/** Each part only grows, projects set aside included, so their sum does too. */
export function sittingVersion({ position }: SittingState, panels: Panels): number {
  return [...panels.values()].reduce((sum, panel) => sum + versionOf(panel), position);
}

function projectView(panel: string, state: PanelState): ProjectView {
  const cards = state.phase === 'setup' ? [] : Object.values(state.round.cards);
  return {
    panel,
    name: nameOfProject(state),
    phase: state.phase,
    experts: state.setup.experts.length,
    handedIn: cards.filter(({ status }) => status === 'submitted').length,
    outcome: isConcluded(state) ? { total: state.outcome.total, grade: state.outcome.grade } : null,
  };
}

function deskOf(state: SittingState, panels: Panels): SittingDesk {
  const { experts, chair, rules } = state.setup;
  return {
    setup: { experts, chair, rules },
    revision: state.fences['setup'] ?? 0,
    agendaRevision: state.fences['agenda'] ?? 0,
    aside: state.projects
      .filter(({ panel }) => !state.agenda.includes(panel))
      .flatMap(({ panel }) => {
        const project = panels.get(panel);
        return project ? [{ panel, name: nameOfProject(project) }] : [];
      }),
    arrived: seatsOf(state.setup)
      .filter((seat) => seat !== 'secretary')
      .map((seat) => ({
        seat,
        name: nameOf(state.setup, seat),
        joined: state.joined.includes(seat),
      })),
  };
}
