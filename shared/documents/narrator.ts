import { formatPoints, type Points } from '../framework/points.ts';
import { walk } from '../framework/tree.ts';
import { chairSeat, nameOf } from '../panel/seats.ts';
import type { SeatId, Setup } from '../panel/terms.ts';
import { type Language, words } from './words.ts';

const OFFICES: Record<string, Record<Language, string>> = {
  secretary: { zh: '秘书', en: 'Secretary' },
  projection: { zh: '投屏', en: 'Projection' },
  server: { zh: '系统', en: 'Server' },
};

/** A sentence names so many indicators; of more than that only the first few and their number. */
const MOST_NAMES = 5;
const SOME_NAMES = 3;

/** Calls seats and indicators by the names that the frozen setup gives them. */
export interface Narrator {
  seat(seat: SeatId, language: Language): string;
  /** A seat in its office: the chair is 组长 then, even where the chair also scores. */
  office(seat: SeatId, language: Language): string;
  seats(seats: readonly SeatId[], language: Language): string;
  leaves(leaves: readonly string[], language: Language): string;
}

export function narratorFor(setup: Setup): Narrator {
  const names = new Map(walk(setup.framework).map(({ indicator: { id, name } }) => [id, name]));
  const list = (parts: string[], language: Language) => parts.join(language === 'zh' ? '、' : ', ');
  const seat = (id: SeatId, language: Language): string => {
    if (Object.hasOwn(OFFICES, id)) return OFFICES[id]![language];
    return nameOf(setup, id) || (id === 'chair' ? words.chair[language] : id);
  };
  return {
    seat,
    office: (id, language) =>
      id === chairSeat(setup) ? words.chair[language] : seat(id, language),
    seats: (ids, language) =>
      list(
        ids.map((id) => seat(id, language)),
        language,
      ),
    leaves: (ids, language) => {
      const shown = ids.length > MOST_NAMES ? ids.slice(0, SOME_NAMES) : ids;
      const listed = list(
        shown.map((id) => names.get(id) ?? id),
        language,
      );
      if (shown.length === ids.length) return listed;
      return language === 'zh'
        ? `${listed}等 ${ids.length} 项`
        : `${listed} and others, ${ids.length} in all`;
    },
  };
}

/** A score in running text keeps one place, so that it reads as a score: '8.0', '7.9', '7.83'. */
export function spokenScore(points: Points): string {
  const text = formatPoints(points);
  return text.includes('.') ? text : `${text}.0`;
}
