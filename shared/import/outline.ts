import { doubt, type Doubt } from './doubts.ts';
import type { Numbering } from './numbering.ts';
import type { Cell } from './sheet.ts';

/** A row that may be a level or an indicator of a table whose names nest within one column. */
export interface OutlineItem {
  row: number;
  cell: Cell;
  name: string;
  numbering: Numbering | null;
  /** How far the name is set in; 1 is a character's width or a step of the office table. */
  indent: number;
  /** It has criteria of its own, as only an indicator that is scored has. */
  full: boolean;
  /** A line of its own across the table, or the only text of its row where that means a heading. */
  section: boolean;
}

/** Levels that come from the lines themselves and not from columns. */
export interface Outline {
  /** From 1, by row. */
  levels: ReadonlyMap<number, number>;
  by: 'numbers' | 'indents' | 'rows';
  doubts: Doubt[];
}

/** How the lines nest; null where nothing says that they do. */
export function outlineOf(items: readonly OutlineItem[]): Outline | null {
  if (isNumbered(items)) return byNumbers(items);
  if (isIndented(items)) return byIndents(items);
  return items.some(({ section }) => section) ? byRows(items) : null;
}

const formOf = ({ numbering, section }: OutlineItem): string | null =>
  numbering?.form ?? (section ? 'section' : null);

/** Do lines without a number stand below those with one, or was a number forgotten? */
function plainBelow(items: readonly OutlineItem[]): boolean {
  const after = (index: number) => items[index + 1];
  const numbered = [...items.keys()].filter((index) => formOf(items[index]!) !== null);
  const above = numbered.filter((index) => after(index) && formOf(after(index)!) === null);
  const last = numbered.filter((index) => {
    const [own, next] = [items[index]!, after(index)];
    return own.full || !next || formOf(next) === formOf(own);
  });
  return above.length > last.length;
}

/** Numbers of two forms, or of one that heads lines without any: the first line has the first number. */
function isNumbered(items: readonly OutlineItem[]): boolean {
  const [first] = items;
  if (!first || !items.some(({ numbering }) => numbering !== null)) return false;
  const forms = new Set(items.map(formOf).filter((form) => form !== null));
  const numbered = items.filter((item) => formOf(item) !== null);
  const begins = first.numbering?.ordinal === 1 || first.numbering?.ordinal === null;
  const most = numbered.length * 5 >= items.length * 4;
  if (formOf(first) === null || (!begins && !first.section && !most)) return false;
  if (forms.size >= 2) return numbered.length * 2 >= items.length || plainBelow(items);
  if (numbered.length === items.length || numbered.some(({ full }) => full)) return false;
  return numbered.every(({ numbering }, index) => numbering?.ordinal === index + 1);
}

interface Open {
  form: string;
  rank: number;
  numbering: Numbering | null;
}

function byNumbers(items: readonly OutlineItem[]): Outline {
  const levels = new Map<number, number>();
  const doubts: Doubt[] = [];
  const below = plainBelow(items);
  const ranks = items.flatMap(({ numbering }) => (numbering ? [numbering.rank] : []));
  const customary = ranks[0] === Math.min(...ranks);
  /** The last ordinal of each form: a list may go on below another heading. */
  const lasts = new Map<string, number>();
  let open: Open[] = [];
  let before = 1;
  for (const item of items) {
    const form = formOf(item);
    const { row, cell, name, numbering } = item;
    if (form === null) {
      before = below ? open.length + 1 : before;
      if (!below) doubts.push(doubt('number-missing', cell, name));
      levels.set(row, before);
      continue;
    }
    const rank = numbering?.rank ?? -1;
    const at = open.findIndex((each) => each.form === form);
    const sibling = at < 0 ? null : open[at]!.numbering;
    const inside = customary || rank < 0 ? open.filter((each) => each.rank < rank) : open;
    const astray = at < 0 && inside.length < open.length && rank >= 0;
    open = at < 0 ? inside : open.slice(0, at);
    const above = open.at(-1)?.numbering ?? null;
    if (numbering && (astray || !follows(numbering, sibling, above, lasts.get(form))))
      doubts.push(doubt('number-off', cell, name));
    if (numbering?.ordinal) lasts.set(form, numbering.ordinal);
    open.push({ form, rank, numbering });
    before = open.length;
    levels.set(row, before);
  }
  return { levels, by: 'numbers', doubts };
}

/** Does a number go on from the one before it in its list, or begin a list below the one above? */
function follows(
  { ordinal, above, parts }: Numbering,
  before: Numbering | null,
  over: Numbering | null,
  last = 0,
): boolean {
  if (parts > 1 && over && over.parts > 0) {
    const own = over.above === '' ? String(over.ordinal) : `${over.above}.${over.ordinal}`;
    if (parts !== over.parts + 1 || above !== own) return false;
  } else if (parts > 1 && over?.ordinal && Number(above.split('.').at(-1)) !== over.ordinal) {
    return false;
  }
  if (ordinal === null) return true;
  const expected = before ? [(before.ordinal ?? 0) + 1] : [1, last + 1];
  // A cell that Excel takes for the number 1.1 may have been the tenth: 1.10.
  return expected.some((each) => each === ordinal || (parts > 1 && each === ordinal * 10));
}

/** Names that are set in, none of them below one with criteria of its own. */
function isIndented(items: readonly OutlineItem[]): boolean {
  const lines = items.filter(({ section }) => !section);
  const least = Math.min(...lines.map(({ indent }) => indent));
  if (lines.length < 2 || lines[0]!.indent !== least) return false;
  const deeper = lines.filter(
    ({ indent }, index) => index > 0 && indent > lines[index - 1]!.indent,
  );
  return (
    deeper.length > 0 &&
    lines.every(
      ({ full }, index) => !full || !lines[index + 1] || !deeper.includes(lines[index + 1]!),
    )
  );
}

function byIndents(items: readonly OutlineItem[]): Outline {
  const levels = new Map<number, number>();
  const doubts: Doubt[] = [];
  let open: number[] = [];
  for (const { row, cell, name, indent, section } of items) {
    const own = section ? -1 : indent;
    const outer = open.filter((each) => each < own);
    // Between two levels: neither the one's sibling nor the other's.
    if (outer.length < open.length && open[outer.length] !== own)
      doubts.push(doubt('indent-off', cell, name));
    open = [...outer, own];
    levels.set(row, open.length);
  }
  return { levels, by: 'indents', doubts };
}

/** Headings on rows of their own, and what stands below each. */
function byRows(items: readonly OutlineItem[]): Outline {
  let inside = false;
  const levels = items.map(({ row, section }): [number, number] => {
    inside ||= section;
    return [row, inside && !section ? 2 : 1];
  });
  return { levels: new Map(levels), by: 'rows', doubts: [] };
}
