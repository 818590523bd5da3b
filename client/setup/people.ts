import { expertNumbered } from '../../shared/panel/setup.ts';
import { MAX_EXPERTS, type Expert } from '../../shared/panel/terms.ts';

/**
 * A seat that nobody sits on, for one more expert, or null when all fifteen are taken. After the
 * highest one first: a seat that somebody left is given to another person only when it must be.
 */
function freeSeat(experts: readonly Expert[]): string | null {
  const taken = new Set(experts.map(({ seat }) => seat));
  const highest = Math.max(0, ...experts.map(({ seat }) => Number(seat.slice(1))));
  const numbers = Array.from({ length: MAX_EXPERTS }, (_, index) => index + 1);
  const free = numbers.filter((number) => !taken.has(`e${number}`));
  const number = free.find((candidate) => candidate > highest) ?? free[0];
  return number === undefined ? null : `e${number}`;
}

/** One more expert at the end, called by the seat's number; the same list when it is full. */
export function addExpert(experts: readonly Expert[], person: Partial<Expert> = {}): Expert[] {
  const seat = freeSeat(experts);
  if (seat === null) return [...experts];
  return [...experts, { ...expertNumbered(Number(seat.slice(1)) - 1), ...person, seat }];
}

/** Moves a person up or down the list; the seat goes with the person. */
export function moveExpert(experts: readonly Expert[], seat: string, by: -1 | 1): Expert[] {
  const from = experts.findIndex((expert) => expert.seat === seat);
  const other = experts[from + by];
  if (from < 0 || !other) return [...experts];
  return experts.with(from, other).with(from + by, experts[from]!);
}

export function changeExpert(
  experts: readonly Expert[],
  seat: string,
  change: Partial<Omit<Expert, 'seat'>>,
): Expert[] {
  return experts.map((expert) => (expert.seat === seat ? { ...expert, ...change } : expert));
}

/** Still called by its number and nothing else: nobody's seat yet. */
const isPlaceholder = ({ seat, name, title, organisation }: Expert): boolean =>
  name.trim() === '' ||
  (title + organisation === '' && name === expertNumbered(Number(seat.slice(1)) - 1).name);

export interface ImportedPeople {
  experts: Expert[];
  filled: number;
  updated: number;
  added: number;
  /** People for whom there is no seat. */
  left: number;
}

/**
 * Puts a list of people among the experts: who has the name already is updated, seats without a name
 * are filled from the first on, and others are added while there is room. Nobody is taken off.
 */
export function importPeople(
  experts: readonly Expert[],
  people: readonly Omit<Expert, 'seat'>[],
): ImportedPeople {
  const outcome = { experts: [...experts], filled: 0, updated: 0, added: 0, left: 0 };
  const put = (seat: string, { name, title, organisation }: Omit<Expert, 'seat'>) => {
    const given = Object.entries({ name, title, organisation }).filter(([, text]) => text !== '');
    outcome.experts = changeExpert(outcome.experts, seat, Object.fromEntries(given));
  };
  for (const person of people) {
    const same = outcome.experts.find(({ name }) => name.trim() === person.name.trim());
    const free = outcome.experts.find(isPlaceholder);
    if (same) {
      put(same.seat, person);
      outcome.updated += 1;
    } else if (free) {
      put(free.seat, person);
      outcome.filled += 1;
    } else if (outcome.experts.length < MAX_EXPERTS) {
      outcome.experts = addExpert(outcome.experts, person);
      outcome.added += 1;
    } else {
      outcome.left += 1;
    }
  }
  return outcome;
}

const FIELDS = ['name', 'title', 'organisation'] as const;
export type PersonField = (typeof FIELDS)[number];

/**
 * Fills a pasted list (rows of name, title, organisation, from `field` on) into the experts from
 * `seat` down, and adds experts for what is left while there is room.
 */
export function pastePeople(
  experts: readonly Expert[],
  seat: string,
  field: PersonField,
  rows: readonly (readonly string[])[],
): Expert[] {
  let next = [...experts];
  let at = next.findIndex((expert) => expert.seat === seat);
  for (const row of rows) {
    const given = FIELDS.slice(FIELDS.indexOf(field)).map((key, index) => [key, row[index] ?? '']);
    const person: Partial<Expert> = Object.fromEntries(given.filter(([, text]) => text !== ''));
    if (Object.keys(person).length === 0) continue;
    const there = next[at];
    next = there ? changeExpert(next, there.seat, person) : addExpert(next, person);
    at += 1;
  }
  return next;
}
