import type { Refusal } from '../panel/refusals.ts';
import { chairSeat, nameOf, seatsOf } from '../panel/seats.ts';
import type { PanelState } from '../panel/state.ts';
import type { People, SeatId } from '../panel/terms.ts';
import type { SittingCommand } from './commands.ts';
import type { SittingFact } from './facts.ts';
import { nameOfProject, rankingOf } from './ranking.ts';
import { currentOf, type SittingState } from './state.ts';
import { MAX_TITLE } from './terms.ts';

/** The states of the sitting's panels as this node knows them, those set aside included. */
export type Panels = ReadonlyMap<string, PanelState>;

export type SittingVerdict = { fact: SittingFact | null } | { refusal: Refusal };

type Of<T extends SittingCommand['type']> = Extract<SittingCommand, { type: T }>;

const refuse = (refusal: Refusal): SittingVerdict => ({ refusal });
const accept = (fact: SittingFact | null): SittingVerdict => ({ fact });

/** What a command would bring about in this sitting; pure and total, races are the fence's. */
export function decideSitting(
  state: SittingState,
  command: SittingCommand,
  asker: { seat: SeatId },
  panels: Panels,
): SittingVerdict {
  const { seat } = asker;
  if (!seatsOf(state.setup).includes(seat)) return refuse({ code: 'unknown-seat' });
  if (command.type === 'join')
    return accept(state.joined.includes(seat) ? null : { type: 'seat-joined', seat });
  // [SI1] The secretary prepares; [SI2] chair or secretary lead the room through the agenda.
  const leads = command.type === 'call-project' || command.type === 'show-ranking';
  const may = seat === 'secretary' || (leads && seat === chairSeat(state.setup));
  if (!may) return refuse({ code: 'not-your-role' });
  switch (command.type) {
    case 'edit-title':
      if (command.title.length > MAX_TITLE) return refuse({ code: 'text-too-long' });
      return accept(
        command.title === state.title ? null : { type: 'title-changed', title: command.title },
      );
    case 'edit-setup':
      return editSetup(state, command, panels);
    case 'want-ranking':
      return accept(
        command.wanted === state.ranking.wanted
          ? null
          : { type: 'ranking-wanted', wanted: command.wanted },
      );
    case 'arrange-agenda':
      return arrange(state, command, panels);
    case 'call-project':
      return call(state, command, panels);
    case 'show-ranking':
      return showRanking(state, command, panels);
    case 'void-link':
      // [SI3] As in a panel: not the secretary's own.
      return seatsOf(state.setup).includes(command.seat) && command.seat !== 'secretary'
        ? accept({ type: 'link-voided', seat: command.seat })
        : refuse({ code: 'unknown-seat' });
  }
}

/**
 * People may change between projects. [SI4] Nobody is taken off while a project that they sit in is
 * under way; [SI5] a seat that took part in a project never goes to another person, who would find
 * the card of the one before.
 */
function editSetup(
  state: SittingState,
  { section, value, base }: Of<'edit-setup'>,
  panels: Panels,
): SittingVerdict {
  if ((state.fences['setup'] ?? 0) !== base) return refuse({ code: 'setup-changed-meanwhile' });
  const next: People = { ...state.setup, [section]: value };
  const begun = [...panels.values()].filter(({ phase }) => phase !== 'setup');
  const underWay = begun.filter(({ phase }) => phase !== 'sealed');
  const gone = seatsOf(state.setup).filter((seat) => !seatsOf(next).includes(seat));
  const needed = gone.filter((seat) => underWay.some(({ setup }) => seatsOf(setup).includes(seat)));
  if (needed.length > 0) return refuse({ code: 'seat-under-way', seats: needed });
  const taken = seatsOf(next).filter((seat) =>
    begun.some(({ setup }) => {
      return seatsOf(setup).includes(seat) && nameOf(setup, seat) !== nameOf(next, seat);
    }),
  );
  if (taken.length > 0) return refuse({ code: 'seat-taken-part', seats: taken });
  return accept({ type: 'setup-changed', section, value } as SittingFact);
}

/** [SI6] Only projects of this sitting, each once; one that has begun stays on the agenda. */
function arrange(
  state: SittingState,
  { agenda, base }: Of<'arrange-agenda'>,
  panels: Panels,
): SittingVerdict {
  if ((state.fences['agenda'] ?? 0) !== base) return refuse({ code: 'changed-meanwhile' });
  const known = state.projects.map(({ panel }) => panel);
  if (new Set(agenda).size !== agenda.length || agenda.some((panel) => !known.includes(panel)))
    return refuse({ code: 'unknown-project' });
  const aside = state.agenda.filter((panel) => !agenda.includes(panel));
  if (aside.some((panel) => panels.get(panel)?.phase !== 'setup'))
    return refuse({ code: 'project-begun' });
  const same = agenda.every((panel, at) => panel === state.agenda[at]);
  return accept(
    same && agenda.length === state.agenda.length ? null : { type: 'agenda-arranged', agenda },
  );
}

/** [SI7] The room moves on from the project that the caller saw, to one on the agenda. */
function call(
  state: SittingState,
  { panel, from }: Of<'call-project'>,
  panels: Panels,
): SittingVerdict {
  const project = panels.get(panel);
  if (!state.agenda.includes(panel) || !project) return refuse({ code: 'unknown-project' });
  const current = currentOf(state);
  if (current === panel && !state.ranking.shown) return accept(null);
  if (current !== from) return refuse({ code: 'changed-meanwhile' });
  return accept({ type: 'project-called', panel, name: nameOfProject(project) });
}

/** [SI8] The ranking is shown only where the sitting wants one. */
function showRanking(
  state: SittingState,
  { shown }: Of<'show-ranking'>,
  panels: Panels,
): SittingVerdict {
  if (shown === state.ranking.shown) return accept(null);
  if (!shown) return accept({ type: 'ranking-hidden' });
  if (!state.ranking.wanted) return refuse({ code: 'no-ranking' });
  const projects = state.agenda.flatMap((panel) => {
    const project = panels.get(panel);
    return project ? [{ panel, state: project }] : [];
  });
  return accept({ type: 'ranking-shown', rows: rankingOf(projects).rows });
}
