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
