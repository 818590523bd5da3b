import { sameValue } from './same-value.ts';

export interface Merged<T> {
  /** Both sides' changes; where they contradict each other, mine. */
  value: T;
  /** False where they do. */
  clean: boolean;
}

type Fields = Record<string, unknown>;

/**
 * What two writers made of the same JSON value, merged: fields by name, elements of a list by their
 * `id`, `seat` or `number`. Two changes of one thing contradict each other, and so do two new orders of one
 * list, or a change of what the other side took out.
 */
export function mergeValues<T>(base: T, mine: T, theirs: T): Merged<T> {
  if (sameValue(mine, base)) return { value: theirs, clean: true };
  if (sameValue(theirs, base) || sameValue(mine, theirs)) return { value: mine, clean: true };
  const contradiction = { value: mine, clean: false };
  if (isList(base) && isList(mine) && isList(theirs))
    return (mergeLists(base, mine, theirs) as Merged<T> | null) ?? contradiction;
  if (!isFields(base) || !isFields(mine) || !isFields(theirs)) return contradiction;
  // Two kinds of thing have other fields: half of each would be neither.
  if (mine['kind'] !== theirs['kind']) return contradiction;
  return mergeFields(base, mine, theirs) as Merged<T>;
}

function mergeFields(base: Fields, mine: Fields, theirs: Fields): Merged<Fields> {
  const names = [...new Set([...Object.keys(theirs), ...Object.keys(mine)])];
  const merged = names.map((name) => {
    return [name, mergeValues(base[name], mine[name], theirs[name])] as const;
  });
  const there = merged.filter(([, { value }]) => value !== undefined);
  return {
    value: Object.fromEntries(there.map(([name, { value }]) => [name, value])),
    clean: merged.every(([, { clean }]) => clean),
  };
}

function mergeLists(base: Fields[], mine: Fields[], theirs: Fields[]): Merged<Fields[]> | null {
  const order = [mine, theirs].find((side) => !sameValue(side.map(nameOf), base.map(nameOf)));
  const other = order === mine ? theirs : mine;
  if (order && !sameValue(other.map(nameOf), base.map(nameOf))) return null;
  const named = (list: Fields[], name: unknown) => list.find((element) => nameOf(element) === name);
  const merged = (order ?? mine).map((element) => {
    const [was, my, their] = [base, mine, theirs].map((list) => named(list, nameOf(element)));
    return was && my && their ? mergeValues(was, my, their) : { value: element, clean: true };
  });
  const taken = base.filter((element) => order && !named(order, nameOf(element)));
  const untouched = taken.every((element) => sameValue(element, named(other, nameOf(element))));
  const clean = untouched && merged.every((one) => one.clean);
  return { value: merged.map(({ value }) => value), clean };
}

const nameOf = (element: Fields): unknown => element['id'] ?? element['seat'] ?? element['number'];

const isFields = (value: unknown): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const isList = (value: unknown): value is Fields[] =>
  Array.isArray(value) && value.every((element) => isFields(element) && nameOf(element));
